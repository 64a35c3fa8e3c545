package dev.toec.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.toec.diag.Code;
import dev.toec.engine.EngineException;
import dev.toec.engine.FieldText;
import dev.toec.engine.TableEntry;
import dev.toec.engine.TableText;
import dev.toec.ir.Field;
import dev.toec.ir.Table;
import dev.toec.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Entries of one table from a file: JSON, {@code [{"key": …, "value": …}]}, or the line form if the name ends in
 * {@code .tbl}. A side of one field is that scalar, one of several an object by field; a map of an eBPF object has both
 * sides as strings of hexadecimal bytes.
 */
final class TableFile {
    private final Table table;
    private final Path file;
    private int entry;

    private TableFile(Table table, Path file) {
        this.table = table;
        this.file = file;
    }

    static List<TableEntry> read(Table table, Path file) throws InputFault {
        SourceFile source = InputFiles.source(file);
        TableFile reader = new TableFile(table, file);
        return file.toString().endsWith(".tbl")
                ? reader.within(reader.lines(source))
                : reader.within(reader.entries(reader.parse(source.text())));
    }

    /** The entries of a JSON array that stands in {@code file}. */
    static List<TableEntry> read(Table table, Path file, JsonElement json) throws InputFault {
        TableFile reader = new TableFile(table, file);
        return reader.within(reader.entries(json));
    }

    private List<TableEntry> within(List<TableEntry> entries) throws InputFault {
        if (entries.size() > table.capacity()) {
            throw fault(entries.size() + " entries, and the table holds " + table.capacity());
        }
        return entries;
    }

    private List<TableEntry> lines(SourceFile source) throws InputFault {
        try {
            return TableText.read(table, source.name(), source.text());
        } catch (EngineException e) {
            throw fault(e.getMessage());
        }
    }

    private JsonElement parse(String text) throws InputFault {
        try {
            return JsonText.parse(text);
        } catch (JsonText.Malformed e) {
            throw fault(e.getMessage());
        }
    }

    private List<TableEntry> entries(JsonElement json) throws InputFault {
        if (!json.isJsonArray()) {
            throw fault("a table is a JSON array of entries");
        }
        List<TableEntry> entries = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray()) {
            entries.add(entry(element));
            entry++;
        }
        return entries;
    }

    private TableEntry entry(JsonElement element) throws InputFault {
        if (!element.isJsonObject() || !element.getAsJsonObject().keySet().equals(Set.of("key", "value"))) {
            throw fault("entry " + entry + " is not an object of \"key\" and \"value\"");
        }
        JsonObject object = element.getAsJsonObject();
        return new TableEntry(
                side("key", table.key(), object.get("key")), side("value", table.value(), object.get("value")));
    }

    private List<Long> side(String name, List<Field> fields, JsonElement element) throws InputFault {
        if (table.addressing() == Table.Addressing.BYTES) {
            return bytes(name, fields, element);
        }
        if (fields.size() == 1 && element.isJsonPrimitive()) {
            return List.of(scalar(name, fields.get(0), element));
        }
        if (!element.isJsonObject()) {
            throw fault(name + " of entry " + entry + " is not an object of " + names(fields));
        }
        JsonObject object = element.getAsJsonObject();
        requireFields(name, fields, object);
        List<Long> values = new ArrayList<>();
        for (Field field : fields) {
            values.add(scalar(name + " field " + field.name(), field, object.get(field.name())));
        }
        return values;
    }

    private void requireFields(String name, List<Field> fields, JsonObject object) throws InputFault {
        Set<String> wanted = fields.stream().map(Field::name).collect(Collectors.toCollection(TreeSet::new));
        for (String given : object.keySet()) {
            if (!wanted.remove(given)) {
                throw fault(name + " of entry " + entry + " has " + given + ", the table has " + names(fields));
            }
        }
        if (!wanted.isEmpty()) {
            throw fault(name + " of entry " + entry + " lacks " + String.join(", ", wanted));
        }
    }

    private long scalar(String name, Field field, JsonElement element) throws InputFault {
        OptionalLong value =
                element.isJsonPrimitive() ? FieldText.parse(field, element.getAsString()) : OptionalLong.empty();
        if (value.isEmpty()) {
            throw fault(name + " of entry " + entry + ": " + element + " is no " + field.format() + " value of "
                    + field.bits() + " bits");
        }
        return value.getAsLong();
    }

    private List<Long> bytes(String name, List<Field> fields, JsonElement element) throws InputFault {
        String hex = element.isJsonPrimitive() ? element.getAsString() : "";
        return HexBytes.parse(fields, hex)
                .orElseThrow(() -> fault(name + " of entry " + entry + ": " + element + " is not "
                        + HexBytes.size(fields) + " bytes in hexadecimal"));
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    private InputFault fault(String reason) {
        return InputFault.of(
                Code.E0907, file, "no entries of table " + table.name() + ": " + reason, "see toec explain E0907");
    }
}
