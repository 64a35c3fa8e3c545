package dev.toec.target.nfp;

import dev.toec.cgen.Enumerators;
import dev.toec.cgen.Templates;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Field;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import dev.toec.ir.WorkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files roles share, the description of the program for the emulation, and the build file. */
final class Headers {
    private final Templates templates;
    private final Firmware firmware;

    /** The program's name and the same as part of a macro. */
    record Program(String name, String guard) {}

    /** A name and a number. */
    record Constant(String constant, int number) {}

    /** A work queue. */
    record QueueModel(
            String stage, String name, boolean parked, int bytes, String constant, int words, List<Constant> ports) {}

    /** A field of a work type: how it is read. */
    record FieldModel(String name, int bits, String get, String gap, String value) {}

    /** Names for numbers. */
    record EnumModel(String type, List<String> doc, List<String> enumerators) {}

    /** A work type. */
    record WorkModel(
            String name, List<String> doc, List<String> diagram, String constant, int words, List<FieldModel> fields) {}

    /** A doubleword that counts. */
    record CounterModel(List<String> doc, String name, String qualified) {}

    /** A value field's offset. */
    record OffsetModel(String constant, int offset) {}

    /** Bits of a field, and the bytes it takes among plain bytes. */
    record WidthModel(int bits, int bytes) {}

    /** A table. */
    record TableModel(
            List<String> doc,
            String name,
            String qualified,
            String constant,
            int capacity,
            long slots,
            int keyWords,
            int valueWords,
            int plainBytes,
            List<OffsetModel> fields,
            List<WidthModel> key,
            int keyFields,
            List<WidthModel> value,
            int valueFields,
            boolean valueCount) {}

    /** A role: its name, its stage, where it runs. */
    record RoleModel(String name, String stage, int microengines, int contexts, List<String> placement) {}

    /** An external port. */
    record PortModel(String name, String constant, int number, int sequencer) {}

    Headers(Templates templates, Firmware firmware) {
        this.templates = templates;
        this.firmware = firmware;
    }

    private String render(String template, Map<String, Object> attributes) {
        Map<String, Object> all = new HashMap<>(attributes);
        all.put("program", new Program(firmware.name(), Names.constant(firmware.name())));
        return Style.tidy(templates.render(template, all));
    }

    String makefile() {
        return render("makefile", Map.of("roles", roles(), "points", points()));
    }

    String config() {
        return render("config", Map.of("ports", ports(), "points", points(), "window", Chip.REORDER_WINDOW));
    }

    private List<Constant> points() {
        List<Constant> points = new ArrayList<>();
        firmware.points().forEach(p -> points.add(new Constant(firmware.pointConstant(p.name()), points.size())));
        return points;
    }

    private List<PortModel> ports() {
        return firmware.graph().ports().stream()
                .map(p -> new PortModel(
                        p.name(),
                        firmware.portConstant(p.name()),
                        firmware.portNumber(p.name()),
                        firmware.sequencer(p.name())))
                .toList();
    }

    String rings() {
        List<QueueModel> queues =
                firmware.graph().stages().stream().map(this::queue).toList();
        return render("rings", Map.of("queues", queues));
    }

    private QueueModel queue(Stage stage) {
        Queue queue = firmware.queue(stage);
        List<Constant> ports = new ArrayList<>();
        for (Module.Port port : stage.module().inputs()) {
            ports.add(new Constant(firmware.inPortConstant(stage, port.name()), ports.size()));
        }
        return new QueueModel(
                stage.name(),
                queue.name(),
                queue.parked(),
                queue.bytes(),
                Names.constant(firmware.role(stage)),
                queue.itemWords(),
                ports);
    }

    String work() {
        List<WorkModel> works =
                firmware.graph().program().works().stream().map(this::workModel).toList();
        List<EnumModel> enums = firmware.enumerators().declared().stream()
                .map(Headers::enumModel)
                .toList();
        return render("work", Map.of("works", works, "enums", enums));
    }

    private static EnumModel enumModel(Enumerators.Declared declared) {
        String doc = declared.doc().isBlank() ? "Values of " + declared.type() + "." : declared.doc();
        return new EnumModel(declared.type(), Comments.wrapped("", doc), declared.enumerators());
    }

    private WorkModel workModel(WorkType work) {
        WorkLayout layout = WorkLayout.of(work);
        return new WorkModel(
                work.name(),
                Comments.wrapped(work.name() + (work.doc().isBlank() ? "" : ": "), work.doc()),
                layout.words() == 0 ? List.of("No fields but the packet.") : BitDiagram.of(layout),
                firmware.wordsConstant(work.name()),
                layout.words(),
                layout.slots().stream().map(s -> field(work, s)).toList());
    }

    private FieldModel field(WorkType work, WorkLayout.Slot slot) {
        Field field = slot.field();
        String get = firmware.accessor(work.name(), field) + "(words, at)";
        String value = slot.isWide() ? wide(slot) : narrow(slot);
        String gap = Style.fits("#define " + get + " " + value) ? " " : " \\\n    ";
        return new FieldModel(field.name(), field.bits(), get, gap, value);
    }

    private static String word(int index) {
        return index == 0 ? "(words)[at]" : "(words)[(at) + " + index + "]";
    }

    private static String masked(String text, int bits) {
        return bits == 32 ? text : "(" + text + " & 0x" + Long.toHexString((1L << bits) - 1) + ")";
    }

    private static String narrow(WorkLayout.Slot slot) {
        String word = word(slot.word());
        String shifted = slot.shift() == 0 ? word : "(" + word + " >> " + slot.shift() + ")";
        return slot.shift() + slot.field().bits() == 32
                ? shifted
                : masked(shifted, slot.field().bits());
    }

    private static String wide(WorkLayout.Slot slot) {
        String high = masked(word(slot.word()), slot.highBits());
        return "((uint64_t)" + high + " << 32 | " + word(slot.word() + 1) + ")";
    }

    String memory() {
        return render("memory", Map.of("drops", drops(), "counters", counters(), "tables", tables()));
    }

    private List<CounterModel> drops() {
        return firmware.graph().program().reasons().stream()
                .map(r -> new CounterModel(
                        Comments.wrapped(r.name() + (r.text().isBlank() ? "" : ": "), r.text()),
                        firmware.drop(r.name()),
                        r.name()))
                .toList();
    }

    private List<CounterModel> counters() {
        List<CounterModel> counters = new ArrayList<>();
        for (Stage stage : firmware.graph().stages()) {
            for (Module.Counter counter : stage.module().counters()) {
                String qualified = stage.qualified(counter.name());
                List<String> doc = Comments.wrapped(qualified + (counter.doc().isBlank() ? "" : ": "), counter.doc());
                counters.add(new CounterModel(doc, firmware.memory(stage, counter.name()), qualified));
            }
        }
        return counters;
    }

    private List<TableModel> tables() {
        List<TableModel> tables = new ArrayList<>();
        for (Stage stage : firmware.graph().stages()) {
            stage.module().tables().forEach(t -> tables.add(table(stage, t)));
        }
        return tables;
    }

    private TableModel table(Stage stage, Table table) {
        TableLayout layout = new TableLayout(table);
        String memory = firmware.memory(stage, table.name());
        List<String> doc = new ArrayList<>(List.of("Table " + stage.qualified(table.name()) + "."));
        doc.addAll(Comments.lines(table.doc()));
        List<OffsetModel> offsets = layout.isBytes()
                ? List.of()
                : table.value().stream()
                        .map(f -> new OffsetModel(TableConstants.field(memory, f.name()), layout.offset(f.name())))
                        .toList();
        return new TableModel(
                doc,
                memory,
                stage.qualified(table.name()),
                Names.constant(memory),
                table.capacity(),
                layout.slots(),
                layout.keyWords(),
                layout.valueWords(),
                layout.isBytes() ? 1 : 0,
                offsets,
                widths(table.key()),
                table.key().size(),
                widths(table.value()),
                table.value().size(),
                !table.value().isEmpty());
    }

    private static List<WidthModel> widths(List<Field> fields) {
        return fields.stream().map(f -> new WidthModel(f.bits(), f.bytes())).toList();
    }

    String program() {
        return render(
                "program",
                Map.of(
                        "roles", roles(),
                        "ports", ports(),
                        "drops", drops(),
                        "counters", counters(),
                        "tables", tables(),
                        "points", firmware.points().size(),
                        "window", Chip.REORDER_WINDOW));
    }

    /** The receive role and the stages, placed on microengines of islands 32 to 35 in turn. */
    private List<RoleModel> roles() {
        List<RoleModel> roles = new ArrayList<>();
        roles.add(new RoleModel(Firmware.RECEIVE, "wire", 1, 1, placement(0, 1)));
        int next = 1;
        for (Stage stage : firmware.graph().stages()) {
            int count = firmware.microengines(stage);
            roles.add(new RoleModel(
                    firmware.role(stage), stage.name(), count, firmware.contexts(stage), placement(next, count)));
            next += count;
        }
        return roles;
    }

    private static List<String> placement(int first, int count) {
        List<String> microengines = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            microengines.add("i" + (32 + i / 12) + ".me" + i % 12);
        }
        return microengines;
    }

    String receive() {
        Sends sends = new Sends(firmware);
        List<String> functions = new ArrayList<>();
        List<StageFile.Case> cases = new ArrayList<>();
        for (PortModel port : ports()) {
            Link link = firmware.graph().linkFrom(port.name(), "rx").orElse(null);
            if (link == null) {
                cases.add(new StageFile.Case(
                        port.constant(),
                        Style.call("pkt_ctm_free", List.of("item.pkt.island", "item.pkt.number"), 12)));
                continue;
            }
            String name = firmware.receiver(port.name());
            functions.add(Style.print(sends.of(link, name)));
            cases.add(new StageFile.Case(port.constant(), Style.call(name, List.of("&item.pkt"), 12)));
        }
        return render("receive", Map.of("program", firmware.name(), "functions", functions, "cases", cases));
    }
}
