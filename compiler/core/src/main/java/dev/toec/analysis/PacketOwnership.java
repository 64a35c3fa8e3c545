package dev.toec.analysis;

import dev.toec.analysis.OncePaths.Fault;
import dev.toec.analysis.OncePaths.Witness;
import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.ir.Block;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrType;
import dev.toec.ir.Module;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.util.List;

/**
 * Packets are linear: a handler gives the packet it owns away exactly once on every path, a function never gives away
 * what it borrows. A work item carries one packet at most, so every packet value of a handler is that one packet.
 */
public final class PacketOwnership {
    private final Diagnostics diagnostics;

    private PacketOwnership(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reports what {@code program} does wrong with packets, as E0301 to E0304. */
    public static void check(IrProgram program, Diagnostics diagnostics) {
        PacketOwnership ownership = new PacketOwnership(diagnostics);
        for (Module module : program.modules()) {
            for (Module.Handler handler : module.handlers()) {
                ownership.handler(handler.body());
            }
        }
        program.functions().forEach(ownership::function);
    }

    private void handler(Function handler) {
        for (Value parameter : handler.parameters()) {
            if (parameter.type() == IrType.PACKET) {
                linear(handler, parameter);
            }
        }
    }

    private void linear(Function handler, Value packet) {
        String name = packet.name().isEmpty() ? "the packet" : "'" + packet.name() + "'";
        List<Witness> faults =
                OncePaths.search(ControlFlow.of(handler), PacketOwnership::givesAway, PacketOwnership::touches, true);
        for (Witness witness : faults) {
            Diagnostic diagnostic =
                    witness.fault() == Fault.NEVER ? lost(handler, name, witness) : misused(name, witness);
            diagnostics.report(PathText.show(diagnostic, witness.decisions()));
        }
    }

    private static Diagnostic lost(Function handler, String name, Witness witness) {
        Span end = witness.end().span().isWritten() ? witness.end().span() : handler.span();
        return Diagnostic.of(Code.E0303, end, name + " is neither emitted nor dropped when the handler ends here")
                .withRelated(handler.span(), "this handler owns it")
                .withNote("a packet that nobody owns any more would be lost without being counted")
                .withFix("emit it, or drop it with a reason, on this path");
    }

    private static Diagnostic misused(String name, Witness witness) {
        boolean round = witness.at() == witness.first();
        if (witness.fault() == Fault.AFTERWARDS) {
            return Diagnostic.of(Code.E0301, witness.at().span(), name + " is used after it was given away")
                    .withRelated(witness.first().span(), "it was given away here")
                    .withNote("another stage may already be changing it")
                    .withFix("use it before it is given away, or return right after");
        }
        Diagnostic twice = Diagnostic.of(Code.E0302, witness.at().span(), name + " is given away twice")
                .withNote("there is only one packet, and it has one owner");
        return round
                ? twice.withLabel("given away here again in the next round of the loop")
                        .withFix("leave the loop, or return, after giving it away")
                : twice.withRelated(witness.first().span(), "it was given away here before")
                        .withFix("return after the first of them");
    }

    private void function(Function function) {
        for (Block block : function.blocks()) {
            for (Instruction instruction : block.body()) {
                if (givesAway(instruction)) {
                    diagnostics.report(Diagnostic.of(
                                    Code.E0304,
                                    instruction.span(),
                                    "function " + function.name() + " gives away a packet it only borrows")
                            .withRelated(function.span(), "its caller still owns the packet")
                            .withFix("return a value that tells the handler to emit or drop the packet"));
                }
            }
        }
    }

    private static boolean givesAway(Instruction instruction) {
        boolean leaves = instruction instanceof Instruction.Emit || instruction instanceof Instruction.PacketDrop;
        return leaves && touches(instruction);
    }

    private static boolean touches(Instruction instruction) {
        for (Value operand : instruction.operands()) {
            if (operand.type() == IrType.PACKET) {
                return true;
            }
        }
        return false;
    }
}
