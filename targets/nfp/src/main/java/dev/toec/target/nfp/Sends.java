package dev.toec.target.nfp;

import dev.toec.cgen.CExpr;
import dev.toec.cgen.CFunction;
import dev.toec.cgen.COperator;
import dev.toec.cgen.CParameter;
import dev.toec.cgen.CStmt;
import dev.toec.cgen.CType;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.IrType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The functions that hand work on: one per link that leaves a role, {@code emit_<port>}, with the fields of the work type
 * as parameters.
 */
final class Sends {
    private static final CExpr WORDS = CExpr.name("words");
    private static final CExpr FIELDS = CExpr.name("fields");
    private static final CExpr ITEM = CExpr.name("item").address();

    private final Firmware firmware;

    Sends(Firmware firmware) {
        this.firmware = firmware;
    }

    /** The function for {@code link}, called {@code name}. */
    CFunction of(Link link, String name) {
        WorkLayout layout = WorkLayout.of(firmware.work(link));
        List<CParameter> parameters = layout.work().fields().stream()
                .map(f -> new CParameter(MicroCDialect.typeOf(f.type()), layout.name(f)))
                .toList();
        Optional<Stage> consumer = firmware.graph().stage(link.to());
        List<CStmt> body =
                consumer.isPresent() ? toQueue(link, layout, consumer.get()) : List.of(transmit(link, packet(layout)));
        return new CFunction(doc(link), "static", CType.VOID, name, parameters, body);
    }

    private static String doc(Link link) {
        String order = link.reorder()
                .map(point -> ", in the order of sequence " + point.substring(0, point.indexOf('@')))
                .orElse("");
        String where = link.span().isWritten() ? "\n\n" + link.span().provenance() : "";
        return "Hands an item on to " + link.to() + "." + link.toPort() + order + "." + where;
    }

    private static CExpr packet(WorkLayout layout) {
        return CExpr.name(layout.packet().map(layout::name).orElse("pkt"));
    }

    private static CExpr sequence() {
        return CExpr.name("item").dot("sequence");
    }

    private CStmt transmit(Link link, CExpr packet) {
        CExpr port = CExpr.name(firmware.portConstant(link.to()));
        return link.reorder()
                .map(point -> CStmt.call(
                        "toe_packet_transmit_ordered",
                        packet,
                        port,
                        CExpr.name(firmware.pointConstant(point)),
                        sequence()))
                .orElseGet(() -> CStmt.call("toe_packet_transmit", packet, port));
    }

    private List<CStmt> toQueue(Link link, WorkLayout layout, Stage consumer) {
        return firmware.queue(consumer).parked()
                ? threeWords(link, layout, consumer)
                : wholeItem(link, layout, consumer);
    }

    private static CStmt declare(String name, String size) {
        CType words = new CType.Array(CType.named("__xwrite uint32_t"), size);
        return new CStmt.Declare(words, name, Optional.empty());
    }

    private static CExpr index(CExpr array, int index) {
        return new CExpr.Index(array, new CExpr.Literal(Integer.toString(index)));
    }

    /** Words 0 to 2 of an item, or as many as come before its fields. */
    private List<CExpr> header(Link link, WorkLayout layout, Stage consumer) {
        List<CExpr> words = new ArrayList<>();
        words.add(CExpr.call("toe_item_word0", ITEM, CExpr.name(firmware.inPortConstant(consumer, link.toPort()))));
        if (layout.hasPacket()) {
            words.add(CExpr.call("toe_item_word1", packet(layout)));
            words.add(CExpr.call("toe_item_word2", packet(layout)));
        }
        return words;
    }

    private List<CStmt> wholeItem(Link link, WorkLayout layout, Stage consumer) {
        Queue queue = firmware.queue(consumer);
        List<CExpr> words = new ArrayList<>(header(link, layout, consumer));
        words.addAll(packed(layout));
        List<CStmt> body = new ArrayList<>();
        body.add(declare("words", Names.constant(firmware.role(consumer)) + "_ITEM_WORDS"));
        for (int i = 0; i < queue.itemWords(); i++) {
            CExpr word = i < words.size() ? words.get(i) : new CExpr.Literal("0");
            body.add(new CStmt.Assign(index(WORDS, i), Optional.empty(), word));
        }
        body.add(CStmt.call("mem_workq_add_work", number(queue), address(queue), WORDS, CExpr.call("sizeof", WORDS)));
        return body;
    }

    private static CExpr number(Queue queue) {
        return CExpr.call("MEM_RING_GET_NUM", CExpr.name(queue.name()));
    }

    private static CExpr address(Queue queue) {
        return CExpr.call("MEM_RING_GET_MEMADDR", CExpr.name(queue.name()));
    }

    private List<CStmt> threeWords(Link link, WorkLayout layout, Stage consumer) {
        Queue queue = firmware.queue(consumer);
        List<CExpr> words = new ArrayList<>(header(link, layout, consumer));
        boolean parks = layout.hasPacket() && layout.words() > 0;
        if (!layout.hasPacket()) {
            words.addAll(packed(layout));
        }
        while (words.size() < Chip.RELEASED_WORDS) {
            words.add(new CExpr.Literal("0"));
        }
        List<CStmt> body = new ArrayList<>();
        if (parks) {
            body.add(declare("fields", firmware.wordsConstant(layout.work().name())));
        }
        if (link.reorder().isEmpty()) {
            body.add(declare("words", Names.constant(firmware.role(consumer)) + "_ITEM_WORDS"));
        }
        if (parks) {
            body.addAll(park(layout));
        }
        body.addAll(link.reorder().isPresent() ? release(link.reorder().get(), queue, words) : add(queue, words));
        return body;
    }

    private static List<CStmt> park(WorkLayout layout) {
        List<CStmt> body = new ArrayList<>();
        List<CExpr> packed = packed(layout);
        for (int i = 0; i < packed.size(); i++) {
            body.add(new CStmt.Assign(index(FIELDS, i), Optional.empty(), packed.get(i)));
        }
        CExpr parking = CExpr.call("toe_packet_parking", packet(layout));
        body.add(CStmt.call("mem_write32", FIELDS, parking, CExpr.call("sizeof", FIELDS)));
        return body;
    }

    private List<CStmt> release(String point, Queue queue, List<CExpr> words) {
        List<CExpr> arguments =
                new ArrayList<>(List.of(ITEM, CExpr.name(firmware.pointConstant(point)), number(queue)));
        arguments.addAll(words);
        return List.of(new CStmt.Evaluate(new CExpr.Call("toe_item_release", arguments)));
    }

    private static List<CStmt> add(Queue queue, List<CExpr> words) {
        List<CStmt> body = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            body.add(new CStmt.Assign(index(WORDS, i), Optional.empty(), words.get(i)));
        }
        body.add(CStmt.call("mem_workq_add_work", number(queue), address(queue), WORDS, CExpr.call("sizeof", WORDS)));
        return body;
    }

    /** The words of the fields, from parameters named after them. */
    private static List<CExpr> packed(WorkLayout layout) {
        List<CExpr> words = new ArrayList<>();
        for (int word = 0; word < layout.words(); word++) {
            List<CExpr> parts = parts(layout, word);
            words.add(parts.stream()
                    .reduce((a, b) -> CExpr.binary(COperator.OR, a, b))
                    .orElse(new CExpr.Literal("0")));
        }
        return words;
    }

    private static List<CExpr> parts(WorkLayout layout, int word) {
        List<CExpr> parts = new ArrayList<>();
        for (WorkLayout.Slot slot : layout.slots()) {
            CExpr value = CExpr.name(layout.name(slot.field()));
            if (slot.isWide() && slot.word() == word) {
                CExpr high = new CExpr.Cast(CType.UINT32, shifted(COperator.SHR, value, 32));
                parts.add(masked(high, slot.highBits(), 32));
            } else if (slot.isWide() && slot.word() + 1 == word) {
                parts.add(new CExpr.Cast(CType.UINT32, value));
            } else if (slot.word() == word) {
                parts.add(narrow(slot, value));
            }
        }
        return parts;
    }

    private static CExpr narrow(WorkLayout.Slot slot, CExpr value) {
        IrType type = slot.field().type();
        CExpr fitting = masked(value, slot.field().bits(), type.bits());
        if (slot.shift() == 0) {
            return fitting;
        }
        CExpr wide = type == IrType.I32 ? fitting : new CExpr.Cast(CType.UINT32, fitting);
        return shifted(COperator.SHL, wide, slot.shift());
    }

    private static CExpr shifted(COperator operator, CExpr value, int count) {
        return count == 0 ? value : CExpr.binary(operator, value, new CExpr.Literal(Integer.toString(count)));
    }

    private static CExpr masked(CExpr value, int bits, int of) {
        return bits == of
                ? value
                : CExpr.binary(COperator.AND, value, new CExpr.Literal("0x" + Long.toHexString((1L << bits) - 1)));
    }
}
