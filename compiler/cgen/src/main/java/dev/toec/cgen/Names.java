package dev.toec.cgen;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Hands out C identifiers: the wished name where it is free, else with a number; never a keyword. */
public final class Names {
    private static final Set<String> KEYWORDS = Set.of(
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
            "bool",
            "true",
            "false",
            "main",
            "asm",
            "typeof",
            "unix",
            "linux",
            "errno",
            "assert",
            "stdin",
            "stdout",
            "stderr",
            "NULL",
            "signal",
            "alignas",
            "alignof",
            "noreturn",
            "static_assert",
            "thread_local");

    /** Functions of the runtimes, and types (POSIX leaves {@code _t} to the system). */
    private static final Pattern RUNTIME = Pattern.compile("toe_.*|.*_t");

    private final Set<String> taken = new HashSet<>();

    /** @param reserved what may not be used: names of functions and macros in scope */
    public Names(Set<String> reserved) {
        taken.addAll(reserved);
    }

    /** Words of C, and names its library takes. */
    public static Set<String> keywords() {
        return KEYWORDS;
    }

    /** {@code wish}, or what comes nearest to it and is free. */
    public String fresh(String wish) {
        String base = safe(wish);
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** {@code wish} with what C forbids replaced. */
    public static String safe(String wish) {
        String base = wish.replaceAll("[^A-Za-z0-9_]", "_");
        boolean reserved =
                KEYWORDS.contains(base) || RUNTIME.matcher(base).matches() || base.startsWith("_") || base.isEmpty();
        return reserved || Character.isDigit(base.charAt(0)) ? "v_" + base.replaceFirst("^_+", "") : base;
    }
}
