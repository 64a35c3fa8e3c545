package dev.toec.ebpf.lift;

import dev.toec.ebpf.load.MapDefinition;
import dev.toec.ir.Table;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tables maps become, named after the object and the map; only those that are used count. */
public final class TableNames {
    private final String object;
    private final List<MapDefinition> maps;
    private final Set<Integer> used = new TreeSet<>();

    /** @param object a C identifier */
    public TableNames(String object, List<MapDefinition> maps) {
        this.object = object;
        this.maps = List.copyOf(maps);
    }

    /** The name of the table of map {@code index}, which is used from now on. */
    String name(int index) {
        used.add(index);
        return object + "_" + identifier(maps.get(index).name());
    }

    /** {@code text} with everything that may not stand in a C identifier replaced. */
    public static String identifier(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9_]", "_");
        return clean.isEmpty() || Character.isDigit(clean.charAt(0)) ? "x" + clean : clean;
    }

    /** The tables of all used maps. */
    public List<Table> tables(Span span) {
        List<Table> tables = new ArrayList<>();
        for (int index : used) {
            MapDefinition map = maps.get(index);
            tables.add(new Table(
                    name(index),
                    "Map `" + map.name() + "` of the attached program.",
                    Table.pieces("key", (int) map.keyBytes()),
                    Table.pieces("value", (int) map.valueBytes()),
                    Table.Addressing.BYTES,
                    (int) map.capacity(),
                    span));
        }
        return tables;
    }
}
