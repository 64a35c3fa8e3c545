package dev.toec.target.nfp.dialect;

import java.util.Set;

/** Names with a meaning in Micro-C. */
final class Words {
    /** What can begin a declaration. */
    private static final Set<String> TYPES = Set.of(
            "void",
            "char",
            "short",
            "int",
            "long",
            "signed",
            "unsigned",
            "float",
            "double",
            "struct",
            "union",
            "enum",
            "const",
            "static",
            "extern",
            "volatile",
            "register",
            "typedef",
            "auto",
            "bool",
            "_Bool",
            "size_t",
            "int8_t",
            "int16_t",
            "int32_t",
            "int64_t",
            "uint8_t",
            "uint16_t",
            "uint32_t",
            "uint64_t",
            "SIGNAL",
            "SIGNAL_PAIR",
            "mem_ring_addr_t",
            "inline");

    private static final Set<String> QUALIFIERS = Set.of(
            "__gpr",
            "__xread",
            "__xwrite",
            "__xrw",
            "__nnr",
            "__lmem",
            "__cls",
            "__ctm",
            "__imem",
            "__emem",
            "__mem",
            "__mem40",
            "__mem32",
            "__addr32",
            "__addr40",
            "__shared",
            "__export",
            "__import",
            "__align8",
            "__packed",
            "__inline",
            "__intrinsic",
            "__forceinline",
            "__noinline",
            "__declspec");

    private static final Set<String> STATEMENTS = Set.of(
            "if",
            "else",
            "for",
            "while",
            "do",
            "switch",
            "case",
            "default",
            "return",
            "break",
            "continue",
            "goto",
            "sizeof");

    private Words() {}

    static boolean beginsDeclaration(String word) {
        return TYPES.contains(word) || QUALIFIERS.contains(word);
    }

    static boolean isType(String word) {
        return TYPES.contains(word);
    }

    static boolean isKeyword(String word) {
        return TYPES.contains(word) || QUALIFIERS.contains(word) || STATEMENTS.contains(word);
    }
}
