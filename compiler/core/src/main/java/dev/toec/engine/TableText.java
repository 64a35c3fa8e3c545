package dev.toec.engine;

import dev.toec.ir.Field;
import dev.toec.ir.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Entries of a table as text, the {@code .tbl} form: one entry per line, the key fields, {@code :}, the value fields,
 * separated by blanks, in the order the table declares them. Empty lines and lines that begin with {@code #} say nothing.
 * Read are numbers and the fields' own formats; written are {@code 0x} numbers, which every generated program reads.
 */
public final class TableText {
    private TableText() {}

    /**
     * The entries {@code text} says, in its order.
     *
     * @param name of the text, for messages
     * @throws EngineException if a line is no entry of {@code table}, with line and reason
     */
    public static List<TableEntry> read(Table table, String name, String text) throws EngineException {
        List<TableEntry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(entry(table, name + ":" + (i + 1), line));
            }
        }
        return entries;
    }

    private static TableEntry entry(Table table, String place, String line) throws EngineException {
        List<String> words = Arrays.asList(line.split("\\s+"));
        int separator = words.indexOf(":");
        if (separator < 0) {
            throw new EngineException(place + ": no ' : ' between key and value of an entry of table " + table.name());
        }
        return new TableEntry(
                values(table.key(), place, "key", words.subList(0, separator)),
                values(table.value(), place, "value", words.subList(separator + 1, words.size())));
    }

    private static List<Long> values(List<Field> fields, String place, String part, List<String> words)
            throws EngineException {
        if (words.size() != fields.size()) {
            throw new EngineException(place + ": " + words.size() + " " + part + " fields where " + fields.size()
                    + " are declared (" + fields.stream().map(Field::name).collect(Collectors.joining(" ")) + ")");
        }
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            OptionalLong value = FieldText.parse(fields.get(i), words.get(i));
            if (value.isEmpty()) {
                throw new EngineException(place + ": '" + words.get(i) + "' is no value of " + part + " field "
                        + fields.get(i).name() + " (" + fields.get(i).format() + " of "
                        + fields.get(i).bits() + " bits)");
            }
            values.add(value.getAsLong());
        }
        return values;
    }

    /** One line per entry, in the order given. */
    public static String write(List<TableEntry> entries) {
        return entries.stream()
                .map(e -> numbers(e.key()) + " : " + numbers(e.value()) + "\n")
                .collect(Collectors.joining());
    }

    private static String numbers(List<Long> values) {
        return values.stream().map(v -> "0x" + Long.toHexString(v)).collect(Collectors.joining(" "));
    }
}
