package dev.toec.target.cpu;

import dev.toec.cgen.CPrinter;
import dev.toec.cgen.Enumerators;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.Instruction;
import dev.toec.ir.WorkType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Describes a placed program to the templates. */
final class ProgramCode {
    private static final String UNORDERED = "TOE_UNORDERED";

    private final PlacedGraph placed;
    private final InstanceGraph graph;
    private final ProgramNames names;

    ProgramCode(PlacedGraph placed) {
        this.placed = placed;
        this.graph = placed.graph();
        this.names = new ProgramNames(graph);
    }

    ProgramModel model() {
        return new ProgramModel(
                names.program(),
                graph.program().name(),
                sourceName(),
                names.itemType(),
                graph.program().reasons().stream()
                        .map(r -> new ProgramModel.Reason(names.drop(r), r.name(), escaped(r.text())))
                        .toList(),
                names.enumerators().declared().stream()
                        .map(ProgramCode::documented)
                        .toList(),
                graph.program().works().stream().map(this::work).toList(),
                consumers(),
                graph.sequences().stream().map(s -> names.sequence(s.name())).toList(),
                reorders(),
                graph.links().stream().map(this::link).toList(),
                graph.ports().stream().map(this::port).toList(),
                graph.stages().stream().map(this::stage).toList(),
                Runtime.SOURCES);
    }

    /** The source's name without its folder: the code is the same wherever it is generated. */
    private String sourceName() {
        String name = graph.program().span().file().name();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** {@code text} inside a C string literal, where {@code ??} might begin a trigraph (C11 5.2.1.1). */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("??", "?\\?");
    }

    /** The same with its doc as a comment. */
    private static Enumerators.Declared documented(Enumerators.Declared declared) {
        String doc = declared.doc().isBlank() ? "Values of " + declared.type() + "." : declared.doc();
        return new Enumerators.Declared(declared.type(), CPrinter.doc(doc, 0), declared.enumerators());
    }

    private ProgramModel.Work work(WorkType work) {
        List<String> fields = work.fields().stream()
                .map(f -> CpuTypes.of(f.type()).declare(FieldModel.memberName(f)))
                .toList();
        return new ProgramModel.Work(
                names.workType(work),
                names.workMember(work),
                CPrinter.doc(work.doc().isBlank() ? "Work of type " + work.name() + "." : work.doc(), 0),
                fields,
                FieldModel.size(work.fields()));
    }

    private List<String> consumers() {
        List<String> consumers = new ArrayList<>();
        graph.stages().forEach(s -> consumers.add(names.consumer(s.name(), "")));
        graph.ports().forEach(p -> consumers.add(names.consumer(p.name(), "tx")));
        return consumers;
    }

    private String consumer(String owner) {
        return names.consumer(owner, "tx");
    }

    private List<ProgramModel.Reorder> reorders() {
        return graph.reorderPoints().stream()
                .map(r -> new ProgramModel.Reorder(
                        names.reorder(r.name()), r.name(), names.sequence(r.sequence()), consumer(r.consumer())))
                .toList();
    }

    private ProgramModel.Link link(Link link) {
        String input =
                graph.stage(link.to()).map(s -> names.input(s, link.toPort())).orElse("0");
        return new ProgramModel.Link(
                names.link(link.from(), link.fromPort()),
                link.from() + "." + link.fromPort(),
                consumer(link.to()),
                input,
                link.reorder().map(names::reorder).orElse(UNORDERED));
    }

    private ProgramModel.Port port(InstanceGraph.ExternalPort port) {
        List<String> sequences = graph.sequences().stream()
                .filter(s -> s.ports().contains(port.name()))
                .map(s -> names.sequence(s.name()))
                .toList();
        String link = graph.linkFrom(port.name(), "rx")
                .map(l -> names.link(l.from(), l.fromPort()))
                .orElse("");
        return new ProgramModel.Port(port.name(), names.port(port.name()), link, sequences);
    }

    private ProgramModel.Stage stage(Stage stage) {
        StageModel code = new StageCode(graph.program(), names, stage).model();
        return new ProgramModel.Stage(
                stage.name(), names.stage(stage), placed.replicas(stage), List.copyOf(feeds(stage)), code);
    }

    /** Consumers the stage sends to or skips a reorder point of. */
    private Set<String> feeds(Stage stage) {
        Set<String> feeds = new LinkedHashSet<>();
        graph.links().stream().filter(l -> l.from().equals(stage.name())).forEach(l -> feeds.add(consumer(l.to())));
        stage.module().handlers().stream()
                .flatMap(h -> h.body().blocks().stream())
                .flatMap(b -> b.body().stream())
                .filter(Instruction.Skip.class::isInstance)
                .map(i -> ((Instruction.Skip) i).point())
                .flatMap(
                        p -> graph.reorderPoints().stream().filter(r -> r.name().equals(p)))
                .forEach(r -> feeds.add(consumer(r.consumer())));
        return feeds;
    }
}
