package dev.toec.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.toec.diag.Code;
import dev.toec.engine.TableEntry;
import dev.toec.ir.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** The entries {@code file} has, by name of the table in {@code tables}. */
    Map<String, List<TableEntry>> read(List<Table> tables, Path file) throws InputFault {
        Map<String, List<TableEntry>> entries = new TreeMap<>();
        for (Map.Entry<String, JsonElement> map : parse(file).entrySet()) {
            Table table = find(tables, map.getKey());
            entries.put(table.name(), TableFile.read(table, file, map.getValue()));
        }
        return entries;
    }

    private Table find(List<Table> tables, String map) throws InputFault {
        return tables.stream()
                .filter(table -> table.name().equals(prefix + map))
                .findFirst()
                .orElseThrow(() ->
                        InputFault.of(Code.E0906, "the program has no map " + map, "its maps are " + names(tables)));
    }

    private String names(List<Table> tables) {
        return tables.stream().map(table -> mapName(table.name())).collect(Collectors.joining(", "));
    }

    private static JsonObject parse(Path file) throws InputFault {
        JsonElement json = null;
        try {
            json = JsonText.parse(InputFiles.source(file).text());
        } catch (JsonText.Malformed e) {
            throw malformed(file, e.getMessage());
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
