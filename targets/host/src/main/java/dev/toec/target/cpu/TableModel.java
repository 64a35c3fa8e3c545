package dev.toec.target.cpu;

import dev.toec.cgen.CParameter;
import dev.toec.cgen.CPrinter;
import dev.toec.cgen.CType;
import dev.toec.cgen.Names;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Field;
import dev.toec.ir.Instruction;
import dev.toec.ir.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table as the templates see it.
 *
 * @param name what its functions and objects begin with
 * @param reported name in results: {@code Stage.table}
 * @param bytes whether a program reaches its values as plain bytes
 * @param keyMembers declarations, padding included
 * @param finds whether the stage looks entries up, and so on
 */
record TableModel(
        String name,
        String table,
        String reported,
        String doc,
        String keyType,
        String valueType,
        boolean bytes,
        int keySize,
        int valueSize,
        int valueBytes,
        int capacity,
        List<FieldModel> key,
        List<FieldModel> value,
        List<String> keyMembers,
        List<String> valueMembers,
        boolean finds,
        boolean inserts,
        boolean removes) {
    static TableModel of(ProgramNames names, Stage stage, Table table, List<Instruction> code) {
        Names arguments = new Names(Set.of("wanted", "content", "mode"));
        String name = names.resource(stage, table.name());
        return new TableModel(
                name,
                table.name(),
                stage.qualified(table.name()),
                CPrinter.doc(describe(stage, table), 0),
                names.keyType(stage, table),
                names.valueType(stage, table),
                table.addressing() == Table.Addressing.BYTES,
                FieldModel.size(table.key()),
                FieldModel.size(table.value()),
                table.valueBytes(),
                table.capacity(),
                fields(table.key(), arguments),
                fields(table.value(), arguments),
                FieldModel.declarationsWithPadding(table.key()),
                FieldModel.declarationsWithPadding(table.value()),
                code.stream().anyMatch(i -> i instanceof Instruction.TableFind f && isOf(f.table(), table)),
                code.stream().anyMatch(i -> i instanceof Instruction.TableInsert f && isOf(f.table(), table)),
                code.stream().anyMatch(i -> i instanceof Instruction.TableRemove f && isOf(f.table(), table)));
    }

    private static boolean isOf(String name, Table table) {
        return name.equals(table.name());
    }

    private static String describe(Stage stage, Table table) {
        String fallback = "Table " + table.name() + " of stage " + stage.name() + ".";
        return table.doc().isBlank() ? fallback : table.doc();
    }

    private static List<FieldModel> fields(List<Field> fields, Names arguments) {
        List<FieldModel> models = new ArrayList<>();
        fields.forEach(f -> models.add(FieldModel.of(f, arguments.fresh(f.name()))));
        return models;
    }

    public String findSignature() {
        CType value = CType.named(valueType).pointer();
        return Signatures.of("static inline", value, name + "_find", key, List.of());
    }

    public String insertSignature() {
        List<FieldModel> fields = Stream.concat(key.stream(), value.stream()).toList();
        CParameter mode = new CParameter(CType.named("enum toe_insert_mode"), "mode");
        return Signatures.of("static inline", CType.BOOL, name + "_insert", fields, List.of(mode));
    }

    public String removeSignature() {
        return Signatures.of("static inline", CType.BOOL, name + "_remove", key, List.of());
    }
}
