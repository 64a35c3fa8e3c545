package dev.toec.target.nfp;

import java.util.List;

/** Texts of the source inside comments of the firmware. */
final class Comments {
    private Comments() {}

    /** The lines of {@code doc}, none of which can end a comment. */
    static List<String> lines(String doc) {
        return safe(doc).strip().lines().map(String::strip).toList();
    }

    /** {@code doc} as one line. */
    static String inline(String doc) {
        return String.join(" ", lines(doc));
    }

    private static String safe(String text) {
        return text.replace("*/", "* /").replace("/*", "/ *");
    }
}
