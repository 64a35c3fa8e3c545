package dev.toec.cli;

import com.google.gson.stream.JsonWriter;
import dev.toec.engine.TableEntry;
import dev.toec.interp.FunctionRunner.Outcome;
import dev.toec.interp.TableState;
import dev.toec.ir.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What an XDP program did, packet by packet, and its maps afterwards. */
final class EbpfRunReport {
    private final String program;
    private final List<Outcome> outcomes;
    private final MapFile names;
    private final Map<String, TableState> tables;

    EbpfRunReport(String program, List<Outcome> outcomes, MapFile names, Map<String, TableState> tables) {
        this.program = program;
        this.outcomes = outcomes;
        this.names = names;
        this.tables = tables;
    }

    private static String action(Outcome outcome) {
        return Verdict.of(outcome.verdict()).name();
    }

    private double nanosPerRun() {
        return outcomes.stream().mapToDouble(Outcome::nanosPerRun).average().orElse(0);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < outcomes.size(); i++) {
            text.append(String.format(
                    "packet %-6d %-9s %5d bytes%n",
                    i, action(outcomes.get(i)), outcomes.get(i).bytes().length));
        }
        tables.forEach((name, table) -> {
            text.append("map ").append(names.mapName(name)).append('\n');
            for (TableEntry entry : table.entries()) {
                text.append("  ")
                        .append(key(table, entry))
                        .append(" : ")
                        .append(value(table, entry))
                        .append('\n');
            }
        });
        return text.toString();
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("program").value(program);
            json.name("packets").beginArray();
            for (Outcome outcome : outcomes) {
                json.beginObject().name("action").value(action(outcome));
                json.name("data")
                        .value(HexFormat.of().formatHex(outcome.bytes()))
                        .endObject();
            }
            json.endArray().name("maps").beginObject();
            for (Map.Entry<String, TableState> table : tables.entrySet()) {
                entries(json.name(names.mapName(table.getKey())), table.getValue());
            }
            json.endObject()
                    .name("ns_per_run")
                    .value(Math.round(nanosPerRun() * 10) / 10.0)
                    .endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void entries(JsonWriter json, TableState table) throws IOException {
        json.beginArray();
        for (TableEntry entry : table.entries()) {
            json.beginObject().name("key").value(key(table, entry));
            json.name("value").value(value(table, entry)).endObject();
        }
        json.endArray();
    }

    private static String key(TableState table, TableEntry entry) {
        return HexBytes.format(table.declaration().key(), entry.key());
    }

    private static String value(TableState table, TableEntry entry) {
        return HexBytes.format(table.declaration().value(), entry.value());
    }
}
