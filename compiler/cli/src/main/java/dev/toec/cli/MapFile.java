package dev.toec.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.toec.diag.Code;
import dev.toec.engine.TableEntry;
import dev.toec.interp.TableState;
import java.nio.file.Path;
import java.util.Map;

/** Maps of an eBPF object by their own names, {@code {"map":[{"key":"hex","value":"hex"}]}}. */
final class MapFile {
    private final String prefix;

    /** @param object name of the object, which the names of its tables begin with */
    MapFile(String object) {
        this.prefix = object + "_";
    }

    /** The map a table was made of. */
    String mapName(String table) {
        return table.startsWith(prefix) ? table.substring(prefix.length()) : table;
    }

    /** Puts the entries {@code file} has into {@code tables}. */
    void fill(Map<String, TableState> tables, Path file) throws InputFault {
        JsonObject maps = parse(file);
        for (Map.Entry<String, JsonElement> map : maps.entrySet()) {
            TableState table = tables.get(prefix + map.getKey());
            if (table == null) {
                throw InputFault.of(
                        Code.E0906,
                        "the program has no map " + map.getKey(),
                        "its maps are "
                                + String.join(
                                        ", ",
                                        tables.keySet().stream()
                                                .map(this::mapName)
                                                .toList()));
            }
            for (TableEntry entry : TableFile.read(table.declaration(), file, map.getValue())) {
                table.put(entry.key(), entry.value());
            }
        }
    }

    private static JsonObject parse(Path file) throws InputFault {
        JsonElement json = null;
        try {
            json = JsonParser.parseString(InputFiles.source(file).text());
        } catch (JsonParseException e) {
            throw malformed(
                    file,
                    "it is not JSON: " + e.getMessage().lines().findFirst().orElse(""));
        }
        if (!json.isJsonObject()) {
            throw malformed(file, "it is not an object of maps by name");
        }
        return json.getAsJsonObject();
    }

    private static InputFault malformed(Path file, String reason) {
        return InputFault.of(
                Code.E0907,
                file,
                "no contents of maps: " + reason,
                "write {\"map\":[{\"key\":\"01000000\",\"value\":\"0000000000000000\"}]}");
    }
}
