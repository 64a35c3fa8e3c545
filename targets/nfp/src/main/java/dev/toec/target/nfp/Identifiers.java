package dev.toec.target.nfp;

import java.util.Set;

/** Names of the source that cannot stand in Micro-C as they are. */
final class Identifiers {
    private static final Set<String> TAKEN = Set.of(
            "auto",
            "break",
            "case",
            "char",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extern",
            "float",
            "for",
            "goto",
            "if",
            "inline",
            "int",
            "long",
            "register",
            "restrict",
            "return",
            "short",
            "signed",
            "sizeof",
            "static",
            "struct",
            "switch",
            "typedef",
            "union",
            "unsigned",
            "void",
            "volatile",
            "while",
            "asm",
            "typeof",
            "bool",
            "true",
            "false",
            "item",
            "words",
            "fields",
            "main",
            "ctx",
            "sleep",
            "ffs",
            "ctx_swap",
            "sig_done",
            "machine",
            "role",
            "port",
            "counter",
            "table",
            "field",
            "section");

    private Identifiers() {}

    /** {@code name}, or a name close to it where the language or the library has taken it. */
    static String safe(String name) {
        return TAKEN.contains(name) ? name + "_" : name;
    }

    /** The names that are taken. */
    static Set<String> taken() {
        return TAKEN;
    }
}
