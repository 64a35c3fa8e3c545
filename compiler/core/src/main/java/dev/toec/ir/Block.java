package dev.toec.ir;

import java.util.List;
import java.util.Objects;

/**
 * A basic block.
 *
 * @param label unique in its function
 * @param parameters what every edge into it hands over; the entry has none
 * @param body its instructions in order
 * @param terminator how it ends
 */
public record Block(String label, List<Value> parameters, List<Instruction> body, Terminator terminator) {
    public Block {
        Objects.requireNonNull(label);
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
        Objects.requireNonNull(terminator);
    }
}
