package dev.toec.ebpf.btf;

import java.util.List;

/**
 * A type.
 *
 * @param size bytes, where the kind has a size
 * @param target the type it refers to, where the kind refers to one
 * @param elements of an array
 * @param members of a struct or union, variables of a data section
 */
public record BtfType(Kind kind, String name, long size, int target, long elements, List<Member> members) {
    public BtfType {
        members = List.copyOf(members);
    }

    /** A member of a struct, or a variable of a data section. */
    public record Member(String name, int type) {}

    /** The kinds by number (Linux, Documentation/bpf/btf.rst). */
    public enum Kind {
        VOID,
        INT,
        PTR,
        ARRAY,
        STRUCT,
        UNION,
        ENUM,
        FWD,
        TYPEDEF,
        VOLATILE,
        CONST,
        RESTRICT,
        FUNC,
        FUNC_PROTO,
        VAR,
        DATASEC,
        FLOAT,
        DECL_TAG,
        TYPE_TAG,
        ENUM64;

        boolean hasSize() {
            return switch (this) {
                case INT, STRUCT, UNION, ENUM, DATASEC, FLOAT, ENUM64 -> true;
                default -> false;
            };
        }

        boolean isQualifier() {
            return switch (this) {
                case TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG -> true;
                default -> false;
            };
        }
    }
}
