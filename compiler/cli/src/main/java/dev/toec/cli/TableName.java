package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.graph.InstanceGraph;
import dev.toec.ir.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of a program.
 *
 * @param qualified {@code Stage.table}
 */
record TableName(String qualified, Table table) {
    /** The table {@code name} means: {@code Stage.table}, or {@code table} where only one stage has it. */
    static TableName find(InstanceGraph graph, String name) throws InputFault {
        List<TableName> all = all(graph);
        List<TableName> found = all.stream()
                .filter(t -> t.qualified().equals(name) || t.table().name().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw InputFault.of(Code.E0906, "the program has no table " + name, known(all));
        }
        if (found.size() > 1) {
            throw InputFault.of(Code.E0906, "several stages have a table " + name, "name one of " + names(found));
        }
        return found.get(0);
    }

    private static List<TableName> all(InstanceGraph graph) {
        List<TableName> all = new ArrayList<>();
        for (InstanceGraph.Stage stage : graph.stages()) {
            for (Table table : stage.module().tables()) {
                all.add(new TableName(stage.qualified(table.name()), table));
            }
        }
        return all;
    }

    private static String known(List<TableName> all) {
        return all.isEmpty() ? "remove --table: the program has no tables" : "its tables are " + names(all);
    }

    private static String names(List<TableName> tables) {
        return tables.stream().map(TableName::qualified).collect(Collectors.joining(", "));
    }
}
