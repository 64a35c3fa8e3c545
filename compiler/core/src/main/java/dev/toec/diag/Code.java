package dev.toec.diag;

import java.util.Locale;

/**
 * Every diagnostic toec can give, once. The first two digits name the part of the language: 01 syntax, 02 names and
 * types, 03 packets and ownership, 04 tables and packet bounds, 05 parallelism and order, 06 pipelines and mapping,
 * 07 targets and engines, 08 eBPF, 09 files and arguments. Each has a page, shown by {@code toec explain}, and a
 * must-fail case.
 */
public enum Code {
    // 01 syntax
    E0101("syntax error"),
    E0190("malformed IR text"),
    E0191("IR value not defined once"),
    E0192("IR operation does not fit its values"),

    // 02 names and types
    E0201("unknown name"),

    // 03 packets and ownership
    E0301("packet used after it was given away"),

    // 04 tables and packet bounds

    // 05 parallelism and order
    E0501("order-sensitive stage behind a replicated one"),

    // 06 pipelines and mapping
    E0601("unconnected port"),

    // 07 targets and engines
    E0701("not available on this target"),

    // 08 eBPF
    E0801("not an eBPF object"),

    // 09 files and arguments
    E0901("cannot read file"),
    E0902("not UTF-8 text"),
    E0903("cannot write file"),
    E0904("damaged capture"),
    E0905("no such port"),
    E0906("no such table"),
    E0907("malformed table entries"),
    E0908("program could not be run"),
    E0909("no such network interface");

    private final String title;

    Code(String title) {
        this.title = title;
    }

    /** A few words that hold for every diagnostic of this code. */
    public String title() {
        return title;
    }

    /** Codes that begin with {@code E} are errors, those with {@code W} warnings. */
    public Severity severity() {
        return name().charAt(0) == 'E' ? Severity.ERROR : Severity.WARNING;
    }

    /** The code named {@code text} in any case, or {@code null}. */
    public static Code parse(String text) {
        for (Code code : values()) {
            if (code.name().equals(text.toUpperCase(Locale.ROOT))) {
                return code;
            }
        }
        return null;
    }
}
