package dev.toec.diag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page of a diagnostic, in Markdown. */
public final class CodePage {
    private CodePage() {}

    /** The page of {@code code}; every code has one. */
    public static String read(Code code) {
        try (InputStream page = Code.class.getResourceAsStream(code.name() + ".md")) {
            if (page == null) {
                throw new IllegalStateException(code + " has no page");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
