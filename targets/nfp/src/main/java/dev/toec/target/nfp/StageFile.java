package dev.toec.target.nfp;

import dev.toec.cgen.FunctionEmitter;
import dev.toec.cgen.Templates;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Field;
import dev.toec.ir.Function;
import dev.toec.ir.IrType;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the source of a stage's role: its handlers, what they call, and main(). */
final class StageFile {
    private final Templates templates;
    private final Firmware firmware;
    private final Stage stage;
    private final StageCode code;

    /** A module variable. */
    record Variable(String doc, String type, String name, String initial) {}

    /** What main() does with items of one in port. */
    record Case(String constant, String call) {}

    /** A function that fetches parked fields. */
    record Take(String port, String name, String words, String call) {}

    /** What the template asks for. */
    record Model(
            String program,
            String stage,
            List<String> doc,
            String role,
            String constant,
            String queue,
            int contexts,
            int microengines,
            boolean several,
            ResourceEstimate estimate,
            List<Variable> variables,
            List<String> functions,
            List<Case> cases) {}

    StageFile(Templates templates, Firmware firmware, Stage stage) {
        this.templates = templates;
        this.firmware = firmware;
        this.stage = stage;
        this.code = new StageCode(firmware, stage);
    }

    String text() {
        Module module = stage.module();
        Model model = new Model(
                firmware.name(),
                stage.name(),
                Comments.wrapped("Stage " + stage.name() + (module.doc().isBlank() ? "" : ": "), module.doc()),
                firmware.role(stage),
                Names.constant(firmware.role(stage)),
                firmware.queue(stage).name(),
                firmware.contexts(stage),
                firmware.microengines(stage),
                firmware.microengines(stage) > 1,
                ResourceEstimate.of(firmware, code),
                code.variables().stream().map(this::variable).toList(),
                functions(),
                incoming().stream().map(this::dispatch).toList());
        return Style.tidy(templates.render("stage", Map.of("s", model)));
    }

    private Variable variable(Module.Variable v) {
        String doc = v.doc().isBlank() ? "Variable " + v.field().name() + ", kept between items" : v.doc();
        return new Variable(
                Comments.inline(doc),
                MicroCDialect.typeOf(v.field().type()).declare(""),
                firmware.variable(v.field().name()),
                Long.toUnsignedString(v.initial()) + (v.field().type() == IrType.I64 ? "ull" : "u"));
    }

    private List<String> functions() {
        List<String> texts = new ArrayList<>();
        for (Table table : stage.module().tables()) {
            TableCode tableCode =
                    new TableCode(templates, firmware.memory(stage, table.name()), new TableLayout(table));
            code.operations(table).forEach(o -> texts.add(tableCode.function(o)));
        }
        Sends sends = new Sends(firmware);
        for (Link link : code.outgoing()) {
            texts.add(Style.print(sends.of(link, firmware.emitter(link.fromPort()))));
        }
        FunctionEmitter emitter =
                new FunctionEmitter(new MicroCDialect(firmware, stage), code.callees(), code.handlers());
        code.callees().forEach(f -> emitter.resultStruct(f).map(Style::print).ifPresent(texts::add));
        code.functions().forEach(f -> texts.add(Style.print(UnusedParameters.mark(emitter.emit(f, "static")))));
        incoming().stream().filter(this::isParked).forEach(l -> texts.add(take(l)));
        return texts;
    }

    /** One link per in port that has a link. */
    private List<Link> incoming() {
        return stage.module().inputs().stream()
                .flatMap(port -> firmware.graph().linksTo(stage.name()).stream()
                        .filter(l -> l.toPort().equals(port.name()))
                        .limit(1))
                .toList();
    }

    private boolean isParked(Link link) {
        WorkLayout layout = WorkLayout.of(firmware.work(link));
        return firmware.queue(stage).parked() && layout.hasPacket() && layout.words() > 0;
    }

    private Case dispatch(Link link) {
        WorkLayout layout = WorkLayout.of(firmware.work(link));
        String call = isParked(link)
                ? Style.call("take_" + Names.snake(link.toPort()), List.of(), 12)
                : call(link, "words", layout.hasPacket() ? Chip.HANDLE_WORDS : 1, 12);
        return new Case(firmware.inPortConstant(stage, link.toPort()), call);
    }

    private String take(Link link) {
        String words = firmware.wordsConstant(link.work());
        Take take = new Take(link.toPort(), Names.snake(link.toPort()), words, call(link, "fields", 0, 4));
        return templates.render("take", Map.of("t", take));
    }

    /** The call of the handler with the fields in array {@code words} from index {@code at} on. */
    private String call(Link link, String words, int at, int indent) {
        Function handler = stage.module().handlers().stream()
                .filter(h -> h.input().equals(link.toPort()))
                .map(Module.Handler::body)
                .findFirst()
                .orElseThrow();
        List<String> arguments = new ArrayList<>();
        for (Field field : firmware.work(link).fields()) {
            arguments.add(
                    field.type() == IrType.PACKET
                            ? "&item.pkt"
                            : firmware.accessor(link.work(), field) + "(" + words + ", " + at + ")");
        }
        return Style.call(firmware.function(handler.name()), arguments, indent);
    }
}
