package dev.toec.graph;

import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.ReorderPoint;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Module;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who reaches whom in an instance graph, by handler: what arrives on an in port leaves on those out ports only that its
 * handler emits on. Built once, so that passes need not search links.
 */
public final class Topology {
    private final InstanceGraph graph;
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final Map<String, List<Link>> entering = new HashMap<>();
    private final Map<String, Map<String, Link>> leaving = new HashMap<>();
    private final Map<String, Map<String, List<Link>>> passages = new HashMap<>();
    private final Map<String, Set<Link>> leading = new HashMap<>();

    public Topology(InstanceGraph graph) {
        this.graph = graph;
        for (Stage stage : graph.stages()) {
            stages.put(stage.name(), stage);
        }
        for (Link link : graph.links()) {
            entering.computeIfAbsent(link.to(), o -> new ArrayList<>()).add(link);
            leaving.computeIfAbsent(link.from(), o -> new LinkedHashMap<>()).put(link.fromPort(), link);
        }
        for (Stage stage : graph.stages()) {
            passages.put(stage.name(), passages(stage));
        }
    }

    private Map<String, List<Link>> passages(Stage stage) {
        Map<String, List<Link>> byInput = new HashMap<>();
        for (Module.Handler handler : stage.module().handlers()) {
            List<Link> links = new ArrayList<>();
            for (String port : emitted(handler.body())) {
                Link link = leaving.getOrDefault(stage.name(), Map.of()).get(port);
                if (link != null) {
                    links.add(link);
                }
            }
            byInput.put(handler.input(), links);
        }
        return byInput;
    }

    private static Set<String> emitted(Function handler) {
        Set<String> ports = new LinkedHashSet<>();
        for (Block block : handler.blocks()) {
            for (Instruction instruction : block.body()) {
                if (instruction instanceof Instruction.Emit emit) {
                    ports.add(emit.port());
                }
            }
        }
        return ports;
    }

    /** The graph it describes. */
    public InstanceGraph graph() {
        return graph;
    }

    /** The stage named {@code name}, or {@code null}. */
    public Stage stage(String name) {
        return stages.get(name);
    }

    /** The links that arrive at {@code owner}, in declaration order. */
    public List<Link> entering(String owner) {
        return entering.getOrDefault(owner, List.of());
    }

    /** The link that leaves {@code port} of {@code owner}, or {@code null}. */
    public Link leaving(String owner, String port) {
        return leaving.getOrDefault(owner, Map.of()).get(port);
    }

    /** The links on which an item that arrives over {@code link} can go on at once; none behind an external port. */
    public List<Link> following(Link link) {
        return passages.getOrDefault(link.to(), Map.of()).getOrDefault(link.toPort(), List.of());
    }

    /**
     * For each reorder point an item on in port {@code input} of {@code stage} can get to: the out ports that lead there
     * among those the handler emits on. Points it cannot get to are left out.
     */
    public Map<String, Set<String>> portsToPoints(Stage stage, String input) {
        Map<String, Set<String>> ports = new LinkedHashMap<>();
        for (ReorderPoint point : graph.reorderPoints()) {
            Set<Link> leading = leading(point);
            for (Link link : passages.get(stage.name()).getOrDefault(input, List.of())) {
                if (leading.contains(link)) {
                    ports.computeIfAbsent(point.name(), p -> new LinkedHashSet<>())
                            .add(link.fromPort());
                }
            }
        }
        return ports;
    }

    private Set<Link> leading(ReorderPoint point) {
        return leading.computeIfAbsent(point.name(), p -> leadingTo(point));
    }

    /** All links an item from {@code link} can take, that one first. */
    public List<Link> reachable(Link link) {
        Set<Link> seen = links();
        List<Link> found = new ArrayList<>();
        seen.add(link);
        found.add(link);
        for (int i = 0; i < found.size(); i++) {
            for (Link next : following(found.get(i))) {
                if (seen.add(next)) {
                    found.add(next);
                }
            }
        }
        return found;
    }

    /** The links over which an item gets to {@code point}: those that pass it and those that lead to such a one. */
    public Set<Link> leadingTo(ReorderPoint point) {
        Map<Link, List<Link>> sources = new IdentityHashMap<>();
        List<Link> work = new ArrayList<>();
        for (Link link : graph.links()) {
            for (Link next : following(link)) {
                sources.computeIfAbsent(next, l -> new ArrayList<>()).add(link);
            }
            if (link.reorder().isPresent() && link.reorder().get().equals(point.name())) {
                work.add(link);
            }
        }
        Set<Link> found = links();
        found.addAll(work);
        while (!work.isEmpty()) {
            for (Link source : sources.getOrDefault(work.remove(work.size() - 1), List.of())) {
                if (found.add(source)) {
                    work.add(source);
                }
            }
        }
        return found;
    }

    /** A link is one object; comparing all its parts would cost every cold start what records need to be compared. */
    private static Set<Link> links() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** The names of external ports whose packets can arrive over each link. */
    public Map<Link, Set<String>> origins() {
        Map<Link, Set<String>> origins = new IdentityHashMap<>();
        for (Link link : graph.links()) {
            if (!stages.containsKey(link.from())) {
                for (Link reached : reachable(link)) {
                    origins.computeIfAbsent(reached, l -> new LinkedHashSet<>()).add(link.from());
                }
            }
        }
        return origins;
    }

    /** The stages, each behind those that feed it; what lies on or behind a cycle is left out. */
    public List<Stage> order() {
        Map<String, Integer> missing = new HashMap<>();
        List<Stage> ordered = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            int count = 0;
            for (Link link : entering(stage.name())) {
                count += stages.containsKey(link.from()) ? 1 : 0;
            }
            missing.put(stage.name(), count);
            if (count == 0) {
                ordered.add(stage);
            }
        }
        for (int i = 0; i < ordered.size(); i++) {
            for (Link link :
                    leaving.getOrDefault(ordered.get(i).name(), Map.of()).values()) {
                if (stages.containsKey(link.to()) && missing.merge(link.to(), -1, Integer::sum) == 0) {
                    ordered.add(stages.get(link.to()));
                }
            }
        }
        return ordered;
    }

    /** The links of one cycle, in order; empty if there is none. */
    public List<Link> cycle() {
        Set<String> acyclic = new HashSet<>();
        order().forEach(s -> acyclic.add(s.name()));
        Link link = null;
        for (Link candidate : graph.links()) {
            boolean behind = stages.containsKey(candidate.to()) && !acyclic.contains(candidate.to());
            link = behind && link == null ? candidate : link;
        }
        return link == null ? List.of() : backwards(link, acyclic);
    }

    /** Goes back from {@code link} inside the stages that wait for each other until one comes again. */
    private List<Link> backwards(Link link, Set<String> acyclic) {
        Map<String, Link> reachedBy = new LinkedHashMap<>();
        String at = link.to();
        while (!reachedBy.containsKey(at)) {
            Link step = null;
            for (Link candidate : entering(at)) {
                boolean waits = stages.containsKey(candidate.from()) && !acyclic.contains(candidate.from());
                step = waits ? candidate : step;
            }
            reachedBy.put(at, step);
            at = step.from();
        }
        List<Link> cycle = new ArrayList<>();
        String end = at;
        do {
            Link step = reachedBy.get(at);
            cycle.add(0, step);
            at = step.from();
        } while (!at.equals(end));
        return cycle;
    }
}
