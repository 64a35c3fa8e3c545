package dev.toec.cli;

import com.google.gson.stream.JsonWriter;
import dev.toec.cli.XdpRun.Outcome;
import dev.toec.engine.TableEntry;
import dev.toec.ir.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What an XDP program did, packet by packet, and its maps afterwards. */
final class EbpfRunReport {
    private final String program;
    private final XdpRun run;
    private final MapFile names;

    EbpfRunReport(String program, XdpRun run, MapFile names) {
        this.program = program;
        this.run = run;
        this.names = names;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < run.outcomes().size(); i++) {
            Outcome outcome = run.outcomes().get(i);
            text.append(String.format(
                    "packet %-6d %-9s %5d bytes%n", i, outcome.verdict().name(), outcome.packet().length));
        }
        run.maps().forEach((table, entries) -> {
            text.append("map ").append(names.mapName(table.name())).append('\n');
            for (TableEntry entry : entries) {
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
            for (Outcome outcome : run.outcomes()) {
                json.beginObject().name("action").value(outcome.verdict().name());
                json.name("data")
                        .value(HexFormat.of().formatHex(outcome.packet()))
                        .endObject();
            }
            json.endArray().name("maps").beginObject();
            for (Map.Entry<Table, List<TableEntry>> map : run.maps().entrySet()) {
                json.name(names.mapName(map.getKey().name()));
                entries(json, map.getKey(), map.getValue());
            }
            json.endObject().name("ns_per_run").value(nanosPerRun()).endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** To a tenth, or {@code null}. */
    private Double nanosPerRun() {
        OptionalDouble nanos = run.nanosPerRun();
        return nanos.isPresent() ? Math.round(nanos.getAsDouble() * 10) / 10.0 : null;
    }

    private static void entries(JsonWriter json, Table table, List<TableEntry> entries) throws IOException {
        json.beginArray();
        for (TableEntry entry : entries) {
            json.beginObject().name("key").value(key(table, entry));
            json.name("value").value(value(table, entry)).endObject();
        }
        json.endArray();
    }

    private static String key(Table table, TableEntry entry) {
        return HexBytes.format(table.key(), entry.key());
    }

    private static String value(Table table, TableEntry entry) {
        return HexBytes.format(table.value(), entry.value());
    }
}
