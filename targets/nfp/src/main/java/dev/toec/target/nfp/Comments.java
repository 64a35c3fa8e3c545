package dev.toec.target.nfp;

import java.util.ArrayList;
import java.util.List;

/** Texts of the source inside comments of the firmware. */
final class Comments {
    /** Room behind the star at the start of a line. */
    private static final int COLUMNS = 75;

    private Comments() {}

    /** The lines of {@code doc}, none of which can end a comment or is too long. */
    static List<String> lines(String doc) {
        return wrapped("", doc);
    }

    /** The lines of {@code first} and {@code doc} behind it. */
    static List<String> wrapped(String first, String doc) {
        List<String> lines = new ArrayList<>();
        (first + safe(doc).strip()).lines().map(String::strip).forEach(l -> wrap(l, lines));
        return lines;
    }

    /** {@code doc} with its lines wrapped. */
    static String wrapped(String doc) {
        return String.join("\n", lines(doc));
    }

    private static void wrap(String line, List<String> lines) {
        String rest = line;
        while (rest.length() > COLUMNS && rest.lastIndexOf(' ', COLUMNS) > 0) {
            int space = rest.lastIndexOf(' ', COLUMNS);
            lines.add(rest.substring(0, space));
            rest = rest.substring(space + 1);
        }
        lines.add(rest);
    }

    /** {@code doc} as one line. */
    static String inline(String doc) {
        return String.join(" ", lines(doc));
    }

    private static String safe(String text) {
        return text.replace("*/", "* /").replace("/*", "/ *");
    }
}
