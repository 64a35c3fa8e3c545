package dev.toec.cgen;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.ByteOrder;
import dev.toec.ir.CompareOp;
import dev.toec.ir.Function;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.FunctionBuilder.Draft;
import dev.toec.ir.FunctionBuilder.Local;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A handler with a loop, a switch and early exits, written as C11 and as C89. */
class HandlerTest {
    private static final Span S = Span.NONE;
    FunctionBuilder b;

    Value c(String n, IrType t, long v) {
        Value r = b.value(n, t);
        b.add(new Instruction.Constant(r, v, S));
        return r;
    }

    Value bin(String n, BinaryOp op, Value l, Value r) {
        Value x = b.value(n, l.type());
        b.add(new Instruction.Binary(x, op, l, r, S));
        return x;
    }

    Value cmp(CompareOp op, Value l, Value r) {
        Value x = b.value("", IrType.I1);
        b.add(new Instruction.Compare(x, op, l, r, S));
        return x;
    }

    Value load(String n, Value p, Value off, int bytes) {
        Value x = b.value(n, IrType.ofBits(bytes * 8));
        b.add(new Instruction.PacketLoad(x, p, off, bytes, ByteOrder.BIG, S));
        return x;
    }

    Value len(Value p) {
        Value x = b.value("", IrType.I32);
        b.add(new Instruction.PacketLength(x, p, S));
        return x;
    }

    void drop(Value p, String r) {
        b.add(new Instruction.PacketDrop(p, r, S));
        b.returns(List.of(), S);
    }

    private Function handler() {
        b = new FunctionBuilder("pre_frame", "Parses a frame.", S);
        Value pkt = b.parameter("pkt", IrType.PACKET);
        Draft ok = b.newBlock("ok"), runt = b.newBlock("runt");
        b.branch(cmp(CompareOp.UGE, len(pkt), c("", IrType.I32, 14)), ok, runt, S);
        b.seal(ok);
        b.seal(runt);
        b.moveTo(runt);
        drop(pkt, "runt");
        b.moveTo(ok);
        Local at = new Local("at", IrType.I32), type = new Local("type", IrType.I16), i = new Local("i", IrType.I32);
        b.write(at, c("", IrType.I32, 14));
        b.write(type, load("type", pkt, c("", IrType.I32, 12), 2));
        b.write(i, c("", IrType.I32, 0));
        Draft head = b.newBlock("loop"),
                body = b.newBlock("body"),
                after = b.newBlock("after"),
                latch = b.newBlock("next");
        b.jump(head, S);
        b.moveTo(head);
        b.branch(cmp(CompareOp.ULT, b.read(i), c("", IrType.I32, 2)), body, after, S);
        b.seal(body);
        b.moveTo(body);
        Draft second = b.newBlock("second"), tagged = b.newBlock("tagged");
        b.branch(cmp(CompareOp.EQ, b.read(type), c("", IrType.I16, 0x8100)), tagged, second, S);
        b.seal(second);
        b.moveTo(second);
        b.branch(cmp(CompareOp.EQ, b.read(type), c("", IrType.I16, 0x88a8)), tagged, after, S);
        b.seal(tagged);
        b.moveTo(tagged);
        Draft fits = b.newBlock("fits"), within = b.newBlock("within"), runt2 = b.newBlock("runt");
        b.branch(cmp(CompareOp.ULE, b.read(at), len(pkt)), within, runt2, S);
        b.seal(within);
        b.moveTo(within);
        b.branch(cmp(CompareOp.UGE, bin("", BinaryOp.SUB, len(pkt), b.read(at)), c("", IrType.I32, 4)), fits, runt2, S);
        b.seal(fits);
        b.seal(runt2);
        b.moveTo(runt2);
        drop(pkt, "runt");
        b.moveTo(fits);
        b.write(type, load("type", pkt, bin("", BinaryOp.ADD, b.read(at), c("", IrType.I32, 2)), 2));
        b.write(at, bin("", BinaryOp.ADD, b.read(at), c("", IrType.I32, 4)));
        b.jump(latch, S);
        b.seal(latch);
        b.moveTo(latch);
        b.write(i, bin("", BinaryOp.ADD, b.read(i), c("", IrType.I32, 1)));
        b.jump(head, S);
        b.seal(head);
        b.seal(after);
        b.moveTo(after);
        Draft ip = b.newBlock("ip"), arp = b.newBlock("arp"), other = b.newBlock("other"), join = b.newBlock("join");
        Local cls = new Local("class", IrType.I8);
        Map<Long, Draft> cases = new LinkedHashMap<>();
        cases.put(0x800L, ip);
        cases.put(0x806L, arp);
        cases.put(0x86ddL, ip);
        b.switchOn(b.read(type), cases, other, S);
        b.seal(ip);
        b.seal(arp);
        b.seal(other);
        b.moveTo(ip);
        Value ttl = load("ttl", pkt, bin("", BinaryOp.ADD, b.read(at), c("", IrType.I32, 8)), 1);
        b.add(new Instruction.PacketStore(
                pkt,
                bin("", BinaryOp.ADD, b.read(at), c("", IrType.I32, 8)),
                bin("", BinaryOp.SUB, ttl, c("", IrType.I8, 1)),
                1,
                ByteOrder.BIG,
                S));
        b.write(cls, c("", IrType.I8, 3));
        b.jump(join, S);
        b.moveTo(arp);
        Value e = b.value("", IrType.ENTRY);
        Value key = load("src", pkt, c("", IrType.I32, 6), 6);
        b.add(new Instruction.TableFind(e, "flows", List.of(key), S));
        Value found = b.value("", IrType.I1);
        b.add(new Instruction.EntryPresent(found, e, S));
        Draft hit = b.newBlock("hit"), miss = b.newBlock("miss");
        b.branch(found, hit, miss, S);
        b.seal(hit);
        b.seal(miss);
        b.moveTo(hit);
        Value v = b.value("", IrType.I8);
        b.add(new Instruction.FieldLoad(v, e, "flows", "value", S));
        b.write(cls, v);
        b.jump(join, S);
        b.moveTo(miss);
        b.write(cls, c("", IrType.I8, 0));
        b.jump(join, S);
        b.moveTo(other);
        drop(pkt, "unknown");
        b.seal(join);
        b.moveTo(join);
        b.add(new Instruction.CounterAdd("seen", c("", IrType.I64, 1), S));
        b.add(new Instruction.Emit("parsed", List.of(b.read(cls), b.read(at), pkt), S));
        b.returns(List.of(), S);
        return b.build(List.of());
    }

    @ParameterizedTest
    @CsvSource({"handler_c11.c, false", "handler_c89.c, true"})
    void readsLikeWrittenByHand(String golden, boolean atBlockStart) throws IOException {
        CFunction function = new FunctionEmitter(new PlainDialect(atBlockStart), List.of()).emit(handler(), "static");
        Golden.check(golden, CPrinter.WIDE.print(function));
    }
}
