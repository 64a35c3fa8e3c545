package dev.toec.ir;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * A handler, a function of the source, or an attached program, in SSA form: every value is defined once and its
 * definition dominates its uses ({@code IrVerifier} checks what the constructor cannot).
 *
 * @param name a C identifier, unique in the program
 * @param doc the source's doc comment without its marks, or empty
 * @param parameters scalars and packets; a handler owns its packets, every other function borrows them
 * @param results types of what it returns; none for a handler
 * @param blocks the entry first, every other block reachable from it
 */
public record Function(
        String name, String doc, List<Value> parameters, List<IrType> results, List<Block> blocks, Span span) {
    public Function {
        Objects.requireNonNull(name);
        Objects.requireNonNull(doc);
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(span);
        if (blocks.isEmpty() || !blocks.get(0).parameters().isEmpty()) {
            throw new IllegalArgumentException(name + " needs an entry block without parameters");
        }
    }

    /** Where it begins. */
    public Block entry() {
        return blocks.get(0);
    }

    /** The block labelled {@code label}. */
    public Block block(String label) {
        return blocks.stream()
                .filter(b -> b.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no block " + label));
    }

    /** The same function with other blocks. */
    public Function withBlocks(List<Block> others) {
        return new Function(name, doc, parameters, results, others, span);
    }
}
