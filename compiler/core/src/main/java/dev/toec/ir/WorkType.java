package dev.toec.ir;

import java.util.List;
import java.util.Objects;

/**
 * What flows between stages.
 *
 * @param fields scalars and at most one packet
 */
public record WorkType(String name, String doc, List<Field> fields) {
    /** A bare packet: the work type of external ports. */
    public static final WorkType PACKET =
            new WorkType("packet", "", List.of(new Field("pkt", IrType.PACKET, 0, Format.HEX)));

    public WorkType {
        Objects.requireNonNull(name);
        Objects.requireNonNull(doc);
        fields = List.copyOf(fields);
    }
}
