package dev.toec.graph;

import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The elaborated program: every stage with its own specialised handlers, every link resolved. Checker, interpreter,
 * diagrams and every back end read this one graph. Replicas stay symbolic: a replicated stage is one node.
 *
 * <p>Every engine gives a stage one queue: what one single stage, or the reader of the external ports, hands to several in
 * ports of a stage arrives in the order in which it was handed over. The order analysis relies on it. A port whose
 * {@code rx} no link leaves receives nothing.
 *
 * @param ports external ports in declaration order
 * @param stages in declaration order
 * @param reorderPoints in the order of the links that name them first
 */
public record InstanceGraph(
        IrProgram program,
        List<ExternalPort> ports,
        List<Stage> stages,
        List<Sequence> sequences,
        List<ReorderPoint> reorderPoints,
        List<Link> links) {
    public InstanceGraph {
        Objects.requireNonNull(program);
        ports = List.copyOf(ports);
        stages = List.copyOf(stages);
        sequences = List.copyOf(sequences);
        reorderPoints = List.copyOf(reorderPoints);
        links = List.copyOf(links);
    }

    /** Where packets come from ({@code rx}) and go to ({@code tx}). */
    public record ExternalPort(String name, Span span) {}

    /**
     * One use of a module. Its resources are its own: two stages of one module have two sets of counters and tables.
     *
     * @param name unique among stages and ports
     * @param module with handlers specialised for this stage: skips written, hooks linked
     * @param replicated whether any number of copies may work at once
     */
    public record Stage(String name, Module module, boolean replicated, Span span) {
        /** The same stage with a rewritten module. */
        public Stage withModule(Module other) {
            return new Stage(name, other, replicated, span);
        }

        /** Name under which a resource of this stage is reported: {@code Stage.resource}. */
        public String qualified(String resource) {
            return name + "." + resource;
        }
    }

    /**
     * A numbering of packets as they are received: the packets of all {@code ports} share one count from 0.
     *
     * @param ports names of external ports whose {@code rx} takes a number
     */
    public record Sequence(String name, List<String> ports, Span span) {
        public Sequence {
            ports = List.copyOf(ports);
        }
    }

    /**
     * Where items of one sequence are put back in order: all links into stage (or port {@code tx}) {@code consumer} that
     * name {@code sequence} share one reorder buffer. Each number reaches it exactly once, as an item or as a skip.
     *
     * @param name {@code sequence@consumer}
     */
    public record ReorderPoint(String name, String sequence, String consumer, Span span) {}

    /**
     * A resolved link.
     *
     * @param from stage or external port
     * @param fromPort out port, or {@code rx}
     * @param to stage or external port
     * @param toPort in port, or {@code tx}
     * @param reorder name of the reorder point it passes, if any
     */
    public record Link(
            String from, String fromPort, String to, String toPort, String work, Optional<String> reorder, Span span) {}

    /** The stage named {@code name}, if it is one. */
    public Optional<Stage> stage(String name) {
        return stages.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The link that leaves {@code port} of {@code owner}, if there is one; an out port has one at most. */
    public Optional<Link> linkFrom(String owner, String port) {
        return links.stream()
                .filter(l -> l.from().equals(owner) && l.fromPort().equals(port))
                .findFirst();
    }

    /** The links that arrive at {@code owner}, in declaration order. */
    public List<Link> linksTo(String owner) {
        return links.stream().filter(l -> l.to().equals(owner)).toList();
    }
}
