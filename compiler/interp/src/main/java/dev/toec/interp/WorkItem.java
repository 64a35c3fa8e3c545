package dev.toec.interp;

import dev.toec.engine.FieldText;
import dev.toec.ir.Field;
import dev.toec.ir.IrType;
import dev.toec.ir.WorkType;
import dev.toec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A work item outside of a pipeline: given to a module, or emitted by one.
 *
 * @param port the in or out port
 * @param work its work type
 * @param values one per field, zero-extended; 0 for the packet
 * @param packet its packet as it was then, if the work type has one
 * @param place where it was emitted; nowhere for an item given
 */
public record WorkItem(String port, WorkType work, List<Long> values, Optional<Packet> packet, Span place) {
    public WorkItem {
        values = List.copyOf(values);
    }

    /** Field {@code index}, zero-extended. */
    public long value(int index) {
        return values.get(index);
    }

    /** Field {@code name}, zero-extended. */
    public long value(String name) {
        return values.get(work.fields().stream().map(Field::name).toList().indexOf(name));
    }

    @Override
    public String toString() {
        return port
                + IntStream.range(0, values.size()).mapToObj(this::field).collect(Collectors.joining(", ", "(", ")"))
                + (place.isWritten() ? " at " + place : "");
    }

    private String field(int index) {
        Field field = work.fields().get(index);
        return field.name()
                + ": "
                + (field.type() == IrType.PACKET
                        ? packet.map(Packet::toString).orElse("-")
                        : FieldText.format(field, values.get(index)));
    }
}
