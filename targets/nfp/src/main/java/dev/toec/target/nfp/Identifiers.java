package dev.toec.target.nfp;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of the source that cannot stand in Micro-C as they are. */
final class Identifiers {
    /** Names of the chip's library, of the emulation, and of what every role has. */
    private static final List<String> CHIP = List.of(
            "item",
            "words",
            "fields",
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

    private static final Set<String> TAKEN = taken(dev.toec.cgen.Names.keywords());

    private Identifiers() {}

    private static Set<String> taken(Set<String> keywords) {
        Set<String> taken = new HashSet<>(keywords);
        taken.addAll(CHIP);
        return Set.copyOf(taken);
    }

    /** {@code name}, or a name close to it where the language or the library has taken it. */
    static String safe(String name) {
        return TAKEN.contains(name) ? name + "_" : name;
    }

    /** The names that are taken. */
    static Set<String> taken() {
        return TAKEN;
    }
}
