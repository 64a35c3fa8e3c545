package dev.toec.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toec.ir.FunctionBuilder.Draft;
import dev.toec.ir.FunctionBuilder.Local;
import dev.toec.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionBuilderTest {
    private final FunctionBuilder builder = new FunctionBuilder("f", "", Span.NONE);
    private final Local x = new Local("x", IrType.I32);

    private Value constant(long bits) {
        Value value = builder.value("", IrType.I32);
        builder.add(new Instruction.Constant(value, bits, Span.NONE));
        return value;
    }

    private Value less(Value left, Value right) {
        Value value = builder.value("", IrType.I1);
        builder.add(new Instruction.Compare(value, CompareOp.ULT, left, right, Span.NONE));
        return value;
    }

    @Test
    void aLocalWrittenInALoopBecomesAParameterOfItsHead() {
        builder.write(x, constant(0));
        Value limit = builder.parameter("limit", IrType.I32);
        Draft head = builder.newBlock("head");
        Draft body = builder.newBlock("body");
        Draft exit = builder.newBlock("exit");
        builder.jump(head, Span.NONE);
        builder.moveTo(head);
        builder.branch(less(builder.read(x), limit), body, exit, Span.NONE);
        builder.seal(body);
        builder.seal(exit);
        builder.moveTo(body);
        Value next = builder.value("x", IrType.I32);
        builder.add(new Instruction.Binary(next, BinaryOp.ADD, builder.read(x), constant(1), Span.NONE));
        builder.write(x, next);
        builder.jump(head, Span.NONE);
        builder.seal(head);
        builder.moveTo(exit);
        builder.returns(List.of(builder.read(x)), Span.NONE);

        Function function = builder.build(List.of(IrType.I32));

        Value parameter = function.block("head").parameters().get(0);
        assertThat(parameter.name()).isEqualTo("x");
        assertThat(function.block("body").terminator().operands()).containsExactly(next);
        assertThat(function.block("exit").terminator().operands()).containsExactly(parameter);
    }

    @Test
    void aLocalUnchangedByALoopNeedsNoParameter() {
        Value first = constant(7);
        builder.write(x, first);
        Draft head = builder.newBlock("head");
        Draft exit = builder.newBlock("exit");
        builder.jump(head, Span.NONE);
        builder.moveTo(head);
        builder.branch(less(builder.read(x), constant(3)), head, exit, Span.NONE);
        builder.seal(head);
        builder.seal(exit);
        builder.moveTo(exit);
        builder.returns(List.of(builder.read(x)), Span.NONE);

        Function function = builder.build(List.of(IrType.I32));

        assertThat(function.block("head").parameters()).isEmpty();
        assertThat(function.block("exit").terminator().operands()).containsExactly(first);
    }

    @Test
    void aHundredThousandBlocksNeedNoDeepStack() {
        builder.write(x, constant(1));
        for (int i = 0; i < 50_000; i++) {
            Draft left = builder.newBlock("left");
            Draft join = builder.newBlock("join");
            builder.branch(less(constant(1), constant(2)), left, join, Span.NONE);
            builder.seal(left);
            builder.moveTo(left);
            builder.jump(join, Span.NONE);
            builder.seal(join);
            builder.moveTo(join);
        }
        builder.returns(List.of(builder.read(x)), Span.NONE);

        Function function = builder.build(List.of(IrType.I32));

        assertThat(function.blocks())
                .hasSize(100_001)
                .allMatch(b -> b.parameters().isEmpty());
    }

    @Test
    void aLocalNeverWrittenIsAFaultOfTheCaller() {
        assertThatThrownBy(() -> builder.read(x))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("x");
    }
}
