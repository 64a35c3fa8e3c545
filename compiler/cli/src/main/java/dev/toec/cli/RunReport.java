package dev.toec.cli;

import com.google.gson.stream.JsonWriter;
import dev.toec.engine.FieldText;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.graph.InstanceGraph;
import dev.toec.ir.Field;
import dev.toec.ir.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The result of a run, for people and for machines. */
final class RunReport {
    private final String engine;
    private final InstanceGraph graph;
    private final RunResult result;
    private final Map<String, Long> sent;

    RunReport(String engine, InstanceGraph graph, RunResult result) {
        this(engine, graph, result, sent(result));
    }

    /** @param sent packets by port, where the result has not the packets themselves */
    RunReport(String engine, InstanceGraph graph, RunResult result, Map<String, Long> sent) {
        this.engine = engine;
        this.graph = graph;
        this.result = result;
        this.sent = sent;
    }

    private static Map<String, Long> sent(RunResult result) {
        Map<String, Long> sent = new HashMap<>();
        result.transmitted().forEach((port, frames) -> sent.put(port, (long) frames.size()));
        return sent;
    }

    /** A table of packets, drops, counters and sizes of tables. */
    String text() {
        StringBuilder text = new StringBuilder(String.format("%-28s%12s%12s%n", "port (" + engine + ")", "in", "out"));
        for (InstanceGraph.ExternalPort port : graph.ports()) {
            text.append(String.format("  %-26s%12d%12d%n", port.name(), received(port.name()), sent(port.name())));
        }
        numbers(text, "dropped", result.drops());
        numbers(text, "counter", result.counters());
        text.append(result.tables().isEmpty() ? "" : String.format("table%35s%n", "entries"));
        result.tables().forEach((name, entries) -> text.append(String.format("  %-26s%12d%n", name, entries.size())));
        return text.toString();
    }

    private static void numbers(StringBuilder text, String title, Map<String, Long> numbers) {
        if (!numbers.isEmpty()) {
            text.append(title).append('\n');
        }
        numbers.forEach(
                (name, count) -> text.append(String.format("  %-26s%12s%n", name, Long.toUnsignedString(count))));
    }

    private long received(String port) {
        return result.received().getOrDefault(port, 0L);
    }

    private long sent(String port) {
        return sent.getOrDefault(port, 0L);
    }

    /** The object {@code run --json} prints. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("engine").value(engine);
            json.name("ports").beginObject();
            json.name("in").beginObject();
            for (InstanceGraph.ExternalPort port : graph.ports()) {
                json.name(port.name()).value(received(port.name()));
            }
            json.endObject().name("out").beginObject();
            for (InstanceGraph.ExternalPort port : graph.ports()) {
                json.name(port.name()).value(sent(port.name()));
            }
            json.endObject().endObject();
            numbers(json, "drops", result.drops());
            numbers(json, "counters", result.counters());
            tables(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void numbers(JsonWriter json, String name, Map<String, Long> numbers) throws IOException {
        json.name(name).beginObject();
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            json.name(number.getKey()).value(number.getValue());
        }
        json.endObject();
    }

    private void tables(JsonWriter json) throws IOException {
        json.name("tables").beginObject();
        for (InstanceGraph.Stage stage : graph.stages()) {
            for (Table table : stage.module().tables()) {
                String name = stage.qualified(table.name());
                json.name(name).beginArray();
                for (TableEntry entry : result.tables().getOrDefault(name, List.of())) {
                    json.beginObject().name("key");
                    side(json, table, table.key(), entry.key());
                    json.name("value");
                    side(json, table, table.value(), entry.value());
                    json.endObject();
                }
                json.endArray();
            }
        }
        json.endObject();
    }

    /** In the form {@link TableFile} reads, so that a result can be the next run's input. */
    private static void side(JsonWriter json, Table table, List<Field> fields, List<Long> values) throws IOException {
        if (table.addressing() == Table.Addressing.BYTES) {
            json.value(HexBytes.format(fields, values));
        } else if (fields.size() == 1) {
            scalar(json, fields.get(0), values.get(0));
        } else {
            json.beginObject();
            for (int i = 0; i < fields.size(); i++) {
                json.name(fields.get(i).name());
                scalar(json, fields.get(i), values.get(i));
            }
            json.endObject();
        }
    }

    private static void scalar(JsonWriter json, Field field, long value) throws IOException {
        String text = FieldText.format(field, value);
        switch (field.format()) {
            case UNSIGNED:
            case SIGNED:
                json.jsonValue(text);
                break;
            case BOOL:
                json.value(value != 0);
                break;
            default:
                json.value(text);
        }
    }
}
