package dev.toec.cgen;

import java.util.Objects;

/** A parameter of a C function. */
public record CParameter(CType type, String name) {
    public CParameter {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
    }

    @Override
    public String toString() {
        return type.declare(name);
    }
}
