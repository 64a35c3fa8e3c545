package dev.toec.ir;

import dev.toec.ir.Pipeline.Endpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Whether a pipeline names what exists: stages, ports, directions, works and sequences. */
final class PipelineVerifier {
    private final Map<String, Module> stages = new HashMap<>();
    private final Set<String> ports = new HashSet<>();
    private final Set<String> sequences = new HashSet<>();
    private final Consumer<String> complaints;

    private PipelineVerifier(Consumer<String> complaints) {
        this.complaints = complaints;
    }

    static void verify(Pipeline pipeline, Map<String, Module> modules, Consumer<String> complaints) {
        PipelineVerifier verifier = new PipelineVerifier(complaints);
        verifier.owners(pipeline, modules);
        pipeline.sequences().forEach(verifier::sequence);
        Set<String> linked = new HashSet<>();
        for (Pipeline.Link link : pipeline.links()) {
            verifier.link(link, linked);
        }
    }

    private void owners(Pipeline pipeline, Map<String, Module> modules) {
        Set<String> owners = new HashSet<>();
        for (Pipeline.ExternalPort port : pipeline.ports()) {
            unique("port or stage", port.name(), owners.add(port.name()));
            ports.add(port.name());
        }
        for (Pipeline.Instance stage : pipeline.instances()) {
            unique("port or stage", stage.name(), owners.add(stage.name()));
            if (modules.containsKey(stage.module())) {
                stages.put(stage.name(), modules.get(stage.module()));
            } else {
                complaints.accept("stage " + stage.name() + " uses undeclared module " + stage.module());
            }
        }
    }

    private void sequence(Pipeline.Sequence sequence) {
        unique("sequence", sequence.name(), sequences.add(sequence.name()));
        for (Endpoint point : sequence.at()) {
            if (!ports.contains(point.owner()) || !point.port().equals("rx")) {
                complaints.accept("sequence " + sequence.name() + " is taken at " + point + ", which is no rx");
            }
        }
    }

    private void link(Pipeline.Link link, Set<String> linked) {
        String from = work(link.from(), "rx", true);
        String to = work(link.to(), "tx", false);
        unique("link from", link.from().toString(), linked.add(link.from().toString()));
        if (from != null && to != null && !from.equals(to)) {
            complaints.accept("link " + link.from() + " -> " + link.to() + " joins " + from + " to " + to);
        }
        if (link.reorder().isPresent() && !sequences.contains(link.reorder().get())) {
            complaints.accept("link from " + link.from() + " names undeclared sequence "
                    + link.reorder().get());
        }
    }

    /** The work that passes {@code end}, or {@code null} when it is no end of a link in this direction. */
    private String work(Endpoint end, String external, boolean leaving) {
        if (ports.contains(end.owner()) && end.port().equals(external)) {
            return WorkType.PACKET.name();
        }
        if (stages.containsKey(end.owner())) {
            Module module = stages.get(end.owner());
            List<Module.Port> declared = leaving ? module.outputs() : module.inputs();
            for (Module.Port port : declared) {
                if (port.name().equals(end.port())) {
                    return port.work();
                }
            }
        }
        complaints.accept("a link " + (leaving ? "leaves " : "enters ") + end + ", which cannot be");
        return null;
    }

    private void unique(String kind, String name, boolean isNew) {
        if (!isNew) {
            complaints.accept(kind + " " + name + " is declared twice");
        }
    }
}
