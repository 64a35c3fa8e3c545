package dev.toec.cli;

import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import java.util.ArrayList;
import java.util.List;

/** An instance graph in Graphviz' language: stages and what they keep, reorder points, and what flows between them. */
final class GraphDrawing {
    private final InstanceGraph graph;
    private final PlacedGraph placed;
    private final StringBuilder dot = new StringBuilder();

    private GraphDrawing(PlacedGraph placed) {
        this.graph = placed.graph();
        this.placed = placed;
    }

    /** The drawing, numbers of replicas as {@code placed} has them. */
    static String dot(PlacedGraph placed) {
        GraphDrawing drawing = new GraphDrawing(placed);
        drawing.draw();
        return drawing.dot.toString();
    }

    private void draw() {
        dot.append("digraph ").append(quoted(graph.program().name())).append(" {\n");
        dot.append("  rankdir=LR;\n  node [fontname=\"sans-serif\", fontsize=10];\n");
        dot.append("  edge [fontname=\"sans-serif\", fontsize=9];\n");
        for (InstanceGraph.ExternalPort port : graph.ports()) {
            node(port.name() + ".rx", port.name() + ".rx", "shape=cds");
            node(port.name() + ".tx", port.name() + ".tx", "shape=cds");
        }
        graph.stages()
                .forEach(stage -> node(stage.name(), label(stage), stage.replicated() ? "shape=box3d" : "shape=box"));
        graph.reorderPoints().forEach(point -> {
            node(point.name(), "reorder " + point.sequence(), "shape=diamond");
            edge(point.name(), end(point.consumer(), "tx"), "");
        });
        graph.links().forEach(this::draw);
        dot.append("}\n");
    }

    private void draw(InstanceGraph.Link link) {
        String from = end(link.from(), link.fromPort());
        String to = link.reorder().orElse(end(link.to(), link.toPort()));
        edge(from, to, link.work());
    }

    /** A stage is one node, an external port two: its receiving and its transmitting side. */
    private String end(String owner, String port) {
        return graph.stage(owner).isPresent() ? owner : owner + "." + port;
    }

    private String label(InstanceGraph.Stage stage) {
        List<String> lines = new ArrayList<>();
        lines.add(stage.name() + (stage.replicated() ? " × " + placed.replicas(stage) : ""));
        for (Table table : stage.module().tables()) {
            lines.add("table " + table.name() + ", " + table.capacity());
        }
        for (Module.Variable variable : stage.module().variables()) {
            lines.add("var " + variable.field().name());
        }
        for (Module.Hook hook : stage.module().hooks()) {
            lines.add("hook " + hook.name() + " " + String.join(", ", hook.programs()));
        }
        return String.join("\n", lines);
    }

    private void node(String name, String label, String attributes) {
        dot.append("  " + quoted(name) + " [label=" + quoted(label) + ", " + attributes + "];\n");
    }

    private void edge(String from, String to, String label) {
        dot.append("  " + quoted(from) + " -> " + quoted(to) + (label.isEmpty() ? "" : " [label=" + quoted(label) + "]")
                + ";\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
