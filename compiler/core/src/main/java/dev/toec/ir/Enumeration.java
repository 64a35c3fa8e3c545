package dev.toec.ir;

import java.util.List;
import java.util.Objects;

/**
 * Names for numbers. They mean nothing to the program; they let generated code and results say {@code Fault.runt} where
 * the IR has 1.
 *
 * @param name unique in the program
 * @param type what a value of it has
 * @param members distinct names and distinct values, in the source's order
 */
public record Enumeration(String name, String doc, IrType type, List<Member> members) {
    /** One name; {@code value} is zero-extended from the enumeration's type. */
    public record Member(String name, long value) {}

    public Enumeration {
        Objects.requireNonNull(name);
        Objects.requireNonNull(doc);
        Objects.requireNonNull(type);
        members = List.copyOf(members);
    }

    /** {@code Name.member} of {@code value}, or empty where it has no name. */
    public String symbol(long value) {
        for (Member member : members) {
            if (member.value() == value) {
                return name + "." + member.name();
            }
        }
        return "";
    }
}
