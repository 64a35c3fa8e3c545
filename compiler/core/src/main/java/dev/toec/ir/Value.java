package dev.toec.ir;

import java.util.Objects;

/**
 * An SSA value: defined once, as a parameter or as a result of an instruction.
 *
 * @param id unique in its function
 * @param type what it holds
 * @param name the source's name for it, or empty; a hint for people, without meaning
 */
public record Value(int id, IrType type, String name) {
    public Value {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
    }

    /** Written out, because what a record makes by itself is expensive in a cold start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Value value && id == value.id && type == value.type && name.equals(value.name);
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return "%" + id;
    }
}
