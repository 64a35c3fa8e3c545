package dev.toec.cgen;

import java.util.Objects;

/** A type of C. */
public sealed interface CType {
    /** {@code bool}, from stdbool.h. */
    CType BOOL = named("bool");

    CType UINT8 = named("uint8_t");
    CType UINT16 = named("uint16_t");
    CType UINT32 = named("uint32_t");
    CType UINT64 = named("uint64_t");
    CType VOID = named("void");

    /** A type by its name: {@code uint32_t}, {@code struct toec_packet}, qualifiers included. */
    record Named(String name) implements CType {
        public Named {
            Objects.requireNonNull(name);
        }

        @Override
        public String declare(String declarator) {
            return declarator.isEmpty() ? name : name + " " + declarator;
        }
    }

    /** A pointer. */
    record Pointer(CType target) implements CType {
        public Pointer {
            Objects.requireNonNull(target);
        }

        @Override
        public String declare(String declarator) {
            String star = "*" + declarator;
            return target.declare(target instanceof Array ? "(" + star + ")" : star);
        }
    }

    /** An array; {@code length} is a constant expression as text. */
    record Array(CType element, String length) implements CType {
        public Array {
            Objects.requireNonNull(element);
            Objects.requireNonNull(length);
        }

        @Override
        public String declare(String declarator) {
            return element.declare(declarator + "[" + length + "]");
        }
    }

    /** This type around {@code declarator}, which is empty in a cast. */
    String declare(String declarator);

    static CType named(String name) {
        return new Named(name);
    }

    /** {@code struct tag}. */
    static CType struct(String tag) {
        return new Named("struct " + tag);
    }

    /** A pointer to this. */
    default CType pointer() {
        return new Pointer(this);
    }
}
