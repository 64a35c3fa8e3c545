package dev.toec.cgen;

import java.util.List;
import java.util.Objects;

/**
 * A structure type.
 *
 * @param doc what it is, lines of plain text, or empty
 * @param members in order
 */
public record CStruct(String doc, String tag, List<Member> members) {
    /** A member; {@code doc} is one line or empty. */
    public record Member(CType type, String name, String doc) {
        public Member {
            Objects.requireNonNull(type);
            Objects.requireNonNull(name);
            Objects.requireNonNull(doc);
        }
    }

    public CStruct {
        Objects.requireNonNull(doc);
        Objects.requireNonNull(tag);
        members = List.copyOf(members);
    }
}
