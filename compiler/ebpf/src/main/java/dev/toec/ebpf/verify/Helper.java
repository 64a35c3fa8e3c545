package dev.toec.ebpf.verify;

import java.util.List;

/** The helper functions that are supported: one row each. */
public enum Helper {
    MAP_LOOKUP(1, List.of(Argument.MAP, Argument.KEY), Shape.Kind.VALUE_OR_NULL, false),
    MAP_UPDATE(2, List.of(Argument.MAP, Argument.KEY, Argument.VALUE, Argument.FLAGS), Shape.Kind.SCALAR, true),
    MAP_DELETE(3, List.of(Argument.MAP, Argument.KEY), Shape.Kind.SCALAR, true);

    /** What an argument must be. */
    public enum Argument {
        MAP,
        /** Readable bytes, as many as the map's key has. */
        KEY,
        /** Readable bytes, as many as the map's value has. */
        VALUE,
        /** A constant. */
        FLAGS
    }

    private final int number;
    private final List<Argument> arguments;
    private final Shape.Kind result;
    private final boolean replacesEntries;

    Helper(int number, List<Argument> arguments, Shape.Kind result, boolean replacesEntries) {
        this.number = number;
        this.arguments = arguments;
        this.result = result;
        this.replacesEntries = replacesEntries;
    }

    /** The supported helper with this number, or {@code null}. */
    public static Helper of(int number) {
        for (Helper helper : values()) {
            if (helper.number == number) {
                return helper;
            }
        }
        return null;
    }

    /** From r1 on. */
    public List<Argument> arguments() {
        return arguments;
    }

    Shape.Kind result() {
        return result;
    }

    /** Whether references to entries of the map become invalid. */
    boolean replacesEntries() {
        return replacesEntries;
    }
}
