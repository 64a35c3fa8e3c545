package dev.toec.graph;

import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.ReorderPoint;
import dev.toec.graph.InstanceGraph.Sequence;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Function;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.ir.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a program and its pipeline into an instance graph: every stage gets a copy of its module of its own, every link
 * its ends, every sequence its reorder points. The pipeline names only what exists ({@code IrVerifier}); that it makes
 * sense is checked here.
 */
public final class Elaboration {
    private final IrProgram program;
    private final Map<String, Module> modules = new HashMap<>();
    private final Set<String> functionNames = new HashSet<>();
    private final Map<String, Module> stageModules = new HashMap<>();
    private final Map<String, ReorderPoint> points = new LinkedHashMap<>();

    private Elaboration(IrProgram program) {
        this.program = program;
        program.modules().forEach(m -> modules.put(m.name(), m));
        program.functions().forEach(f -> functionNames.add(f.name()));
    }

    /** The graph of {@code program}, or nothing when an error was reported. */
    public static Optional<InstanceGraph> elaborate(IrProgram program, Diagnostics diagnostics) {
        InstanceGraph graph = new Elaboration(program).graph();
        boolean sound = new LinkCheck(new Topology(graph), diagnostics).check();
        return sound ? Optional.of(graph) : Optional.empty();
    }

    private InstanceGraph graph() {
        Pipeline pipeline = program.pipeline();
        List<InstanceGraph.ExternalPort> ports = new ArrayList<>();
        for (Pipeline.ExternalPort port : pipeline.ports()) {
            ports.add(new InstanceGraph.ExternalPort(port.name(), port.span()));
        }
        List<Stage> stages = new ArrayList<>();
        for (Pipeline.Instance instance : pipeline.instances()) {
            stages.add(stage(instance));
        }
        List<Sequence> sequences = new ArrayList<>();
        for (Pipeline.Sequence sequence : pipeline.sequences()) {
            sequences.add(sequence(sequence));
        }
        List<Link> links = new ArrayList<>();
        for (Pipeline.Link link : pipeline.links()) {
            links.add(link(link));
        }
        return new InstanceGraph(program, ports, stages, sequences, List.copyOf(points.values()), links);
    }

    private Stage stage(Pipeline.Instance instance) {
        Module module = modules.get(instance.module());
        List<Module.Handler> handlers = new ArrayList<>();
        for (Module.Handler handler : module.handlers()) {
            boolean own = instance.name().equals(module.name());
            String wanted = own ? handler.body().name() : snakeCase(instance.name()) + "_" + handler.input();
            handlers.add(new Module.Handler(handler.input(), renamed(handler.body(), unique(wanted))));
        }
        Module copy = module.withHandlers(handlers);
        stageModules.put(instance.name(), copy);
        return new Stage(instance.name(), copy, instance.replicated(), instance.span());
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !functionNames.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    private static Function renamed(Function body, String name) {
        boolean same = body.name().equals(name);
        return same
                ? body
                : new Function(name, body.doc(), body.parameters(), body.results(), body.blocks(), body.span());
    }

    /** {@code FlowTable} as {@code flow_table}. */
    public static String snakeCase(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean word = i > 0 && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
            out.append(word ? "_" : "").append(name.charAt(i));
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static Sequence sequence(Pipeline.Sequence sequence) {
        List<String> ports = new ArrayList<>();
        sequence.at().forEach(p -> ports.add(p.owner()));
        return new Sequence(sequence.name(), ports, sequence.span());
    }

    private Link link(Pipeline.Link link) {
        Pipeline.Endpoint from = link.from();
        Pipeline.Endpoint to = link.to();
        Optional<String> point =
                link.reorder().map(s -> point(s, to.owner(), link).name());
        String work = dev.toec.ir.WorkType.PACKET.name();
        if (stageModules.containsKey(from.owner())) {
            for (Module.Port port : stageModules.get(from.owner()).outputs()) {
                work = port.name().equals(from.port()) ? port.work() : work;
            }
        }
        return new Link(from.owner(), from.port(), to.owner(), to.port(), work, point, link.span());
    }

    private ReorderPoint point(String sequence, String consumer, Pipeline.Link link) {
        String name = sequence + "@" + consumer;
        return points.computeIfAbsent(name, n -> new ReorderPoint(n, sequence, consumer, link.span()));
    }
}
