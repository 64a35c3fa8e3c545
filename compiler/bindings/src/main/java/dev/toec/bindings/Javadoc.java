package dev.toec.bindings;

import com.palantir.javapoet.CodeBlock;

/** Doc comments of the source as Java's doc comments. */
final class Javadoc {
    private Javadoc() {}

    /** {@code text} with what Javadoc would take for a mark written out. */
    static CodeBlock of(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
        return CodeBlock.of("$L\n", escaped);
    }

    /** {@code text}, or {@code otherwise} where the source says nothing. */
    static CodeBlock of(String text, String otherwise) {
        return of(text.isEmpty() ? otherwise : text);
    }
}
