package dev.toec.cgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.ir.Function;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.FunctionBuilder.Draft;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which control flow has a structured form. */
class StructurerTest {
    /** Two blocks that lead to each other; {@code both} tells whether the entry leads to both. */
    private static Function circle(boolean both) {
        FunctionBuilder builder = new FunctionBuilder("circle", "", Span.NONE);
        Value condition = builder.parameter("condition", IrType.I1);
        Draft first = builder.newBlock("first");
        Draft second = builder.newBlock("second");
        Draft out = builder.newBlock("out");
        builder.branch(condition, first, both ? second : out, Span.NONE);
        builder.moveTo(first);
        builder.jump(second, Span.NONE);
        builder.moveTo(second);
        builder.branch(condition, first, out, Span.NONE);
        builder.moveTo(out);
        builder.returns(List.of(), Span.NONE);
        List.of(first, second, out).forEach(builder::seal);
        return builder.build(List.of());
    }

    @Test
    void aLoopWithOneEntryHasOne() {
        assertThat(Structurer.isReducible(circle(false))).isTrue();
    }

    @Test
    void aLoopWithTwoEntriesHasNone() {
        assertThat(Structurer.isReducible(circle(true))).isFalse();
    }
}
