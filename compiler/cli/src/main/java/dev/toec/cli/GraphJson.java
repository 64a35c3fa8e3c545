package dev.toec.cli;

import com.google.gson.stream.JsonWriter;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** An instance graph as one JSON document; its keys are documented with the command. */
final class GraphJson {
    private final InstanceGraph graph;
    private final PlacedGraph placed;
    private final JsonWriter json;

    private GraphJson(PlacedGraph placed, JsonWriter json) {
        this.graph = placed.graph();
        this.placed = placed;
        this.json = json;
    }

    /** The document, numbers of replicas as {@code placed} has them. */
    static String of(PlacedGraph placed) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            new GraphJson(placed, json).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write() throws IOException {
        json.beginObject().name("program").value(graph.program().name());
        names(
                "ports",
                graph.ports().stream().map(InstanceGraph.ExternalPort::name).toList());
        json.name("stages").beginArray();
        for (InstanceGraph.Stage stage : graph.stages()) {
            write(stage);
        }
        json.endArray().name("sequences").beginArray();
        for (InstanceGraph.Sequence sequence : graph.sequences()) {
            json.beginObject().name("name").value(sequence.name());
            names("ports", sequence.ports());
            json.endObject();
        }
        json.endArray().name("reorderPoints").beginArray();
        for (InstanceGraph.ReorderPoint point : graph.reorderPoints()) {
            json.beginObject().name("name").value(point.name());
            json.name("sequence").value(point.sequence());
            json.name("consumer").value(point.consumer()).endObject();
        }
        json.endArray().name("links").beginArray();
        for (InstanceGraph.Link link : graph.links()) {
            write(link);
        }
        json.endArray().endObject();
    }

    private void write(InstanceGraph.Stage stage) throws IOException {
        Module module = stage.module();
        json.beginObject().name("name").value(stage.name());
        json.name("module").value(module.name());
        json.name("replicated").value(stage.replicated());
        json.name("replicas").value(placed.replicas(stage));
        ports("inputs", module.inputs());
        ports("outputs", module.outputs());
        names("counters", module.counters().stream().map(Module.Counter::name).toList());
        json.name("tables").beginArray();
        for (Table table : module.tables()) {
            json.beginObject().name("name").value(table.name());
            json.name("capacity").value(table.capacity()).endObject();
        }
        json.endArray();
        names(
                "variables",
                module.variables().stream().map(v -> v.field().name()).toList());
        json.name("hooks").beginArray();
        for (Module.Hook hook : module.hooks()) {
            json.beginObject().name("name").value(hook.name());
            names("programs", hook.programs());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void ports(String name, List<Module.Port> ports) throws IOException {
        json.name(name).beginArray();
        for (Module.Port port : ports) {
            json.beginObject().name("name").value(port.name());
            json.name("work").value(port.work()).endObject();
        }
        json.endArray();
    }

    private void write(InstanceGraph.Link link) throws IOException {
        json.beginObject().name("from").value(link.from());
        json.name("fromPort").value(link.fromPort());
        json.name("to").value(link.to()).name("toPort").value(link.toPort());
        json.name("work").value(link.work());
        json.name("reorder").value(link.reorder().orElse(null)).endObject();
    }

    private void names(String name, List<String> names) throws IOException {
        json.name(name).beginArray();
        for (String each : names) {
            json.value(each);
        }
        json.endArray();
    }
}
