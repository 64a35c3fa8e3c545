package dev.toec.pass;

import dev.toec.ir.CompareOp;
import dev.toec.ir.Function;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.FunctionBuilder.Draft;
import dev.toec.ir.FunctionBuilder.Local;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import dev.toec.ir.Verdict;
import dev.toec.source.Span;
import java.util.List;

/** Generates the function that runs the programs of a hook in order until one does not say PASS. */
final class Dispatcher {
    private final FunctionBuilder builder;
    private final Span span;
    private final Value packet;
    private final Local code = new Local("code", IrType.I32);

    private Dispatcher(String name, Span span) {
        this.span = span;
        builder = new FunctionBuilder(name, "Runs the programs attached to this hook, in order.", span);
        packet = builder.parameter("pkt", IrType.PACKET);
    }

    /** The dispatcher {@code name} for {@code entries}, at least one. */
    static Function build(String name, List<String> entries, Span span) {
        Dispatcher dispatcher = new Dispatcher(name, span);
        Draft decided = dispatcher.builder.newBlock("decided");
        for (int i = 0; i < entries.size(); i++) {
            dispatcher.run(entries.get(i), i == entries.size() - 1, decided);
        }
        dispatcher.builder.seal(decided);
        dispatcher.builder.moveTo(decided);
        dispatcher.verdict();
        return dispatcher.builder.build(List.of(IrType.I32));
    }

    private void run(String entry, boolean last, Draft decided) {
        Value returned = builder.value("code", IrType.I32);
        builder.add(new Instruction.Call(List.of(returned), entry, List.of(packet), span));
        builder.write(code, returned);
        if (last) {
            builder.jump(decided, span);
            return;
        }
        Value passed = compare(CompareOp.EQ, returned, Verdict.PASS.ordinal());
        Draft next = builder.newBlock("next");
        builder.branch(passed, next, decided, span);
        builder.seal(next);
        builder.moveTo(next);
    }

    /** Codes that are no verdict become {@link Verdict#ABORTED}, as {@link Verdict#of} says. */
    private void verdict() {
        Value returned = builder.read(code);
        Value known = compare(CompareOp.ULT, returned, Verdict.values().length);
        Value verdict = builder.value("verdict", IrType.I32);
        Value aborted = constant(Verdict.ABORTED.ordinal());
        builder.add(new Instruction.Select(verdict, known, returned, aborted, span));
        builder.returns(List.of(verdict), span);
    }

    private Value compare(CompareOp op, Value left, long right) {
        Value constant = constant(right);
        Value result = builder.value("", IrType.I1);
        builder.add(new Instruction.Compare(result, op, left, constant, span));
        return result;
    }

    private Value constant(long bits) {
        Value value = builder.value("", IrType.I32);
        builder.add(new Instruction.Constant(value, bits, span));
        return value;
    }
}
