package dev.toec.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.toec.engine.TableEntry;
import dev.toec.interp.TableState;
import dev.toec.ir.Field;
import dev.toec.ir.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class of a table: a key or value of one field is that field's type, one of several a record. */
final class TableClass {
    /** A key or a value. */
    private record Part(TypeName type, List<JavaField> fields, Optional<TypeSpec> record) {
        static Part of(ClassName owner, String name, List<Field> declared, String doc) {
            List<JavaField> fields = FieldRecord.fields(declared);
            if (fields.size() == 1) {
                return new Part(fields.get(0).type(), fields, Optional.empty());
            }
            ClassName type = owner.nestedClass(name);
            return new Part(type, fields, Optional.of(FieldRecord.ofTable(type, fields, doc)));
        }

        /** The list of longs a table takes for expression {@code value}. */
        CodeBlock toFields(String value) {
            return record.isPresent()
                    ? CodeBlock.of("$L.toFields()", value)
                    : CodeBlock.of("$T.of($L)", List.class, fields.get(0).toLong(value));
        }

        /** What the list of longs {@code list} means. */
        CodeBlock fromFields(String list) {
            return record.isPresent()
                    ? CodeBlock.of("$T.of($L)", type, list)
                    : fields.get(0).fromLong(CodeBlock.of("$L.get(0)", list));
        }
    }

    private final Table table;
    private final ClassName name;
    private final Part key;
    private final Part value;

    TableClass(Table table, ClassName name) {
        this.table = table;
        this.name = name;
        this.key = Part.of(name, "Key", table.key(), "What an entry of table " + table.name() + " is found by.");
        this.value = Part.of(name, "Value", table.value(), "What an entry of table " + table.name() + " holds.");
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Javadoc.of(table.doc(), "Table " + table.name() + "."))
                .addField(FieldSpec.builder(TableState.class, "table", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(TableState.class, "table")
                        .addStatement("this.table = table")
                        .build());
        List.of(put(), get(), remove(), size(), entries()).forEach(type::addMethod);
        key.record().ifPresent(type::addType);
        value.record().ifPresent(type::addType);
        return type.build();
    }

    private MethodSpec put() {
        return method("put", TypeName.BOOLEAN, "Writes an entry; false when the table is full.")
                .addParameter(key.type(), "key")
                .addParameter(value.type(), "value")
                .addStatement("return table.put($L, $L)", key.toFields("key"), value.toFields("value"))
                .build();
    }

    private MethodSpec get() {
        TypeName found = ParameterizedTypeName.get(
                ClassName.get(Optional.class), value.type().box());
        return method("get", found, "The value of {@code key}, if there is an entry.")
                .addParameter(key.type(), "key")
                .addStatement("return table.get($L).map(fields -> $L)", key.toFields("key"), value.fromFields("fields"))
                .build();
    }

    private MethodSpec remove() {
        return method("remove", TypeName.BOOLEAN, "Removes the entry of {@code key}; false when there was none.")
                .addParameter(key.type(), "key")
                .addStatement("return table.remove($L)", key.toFields("key"))
                .build();
    }

    private static MethodSpec size() {
        return method("size", TypeName.INT, "The number of entries.")
                .addStatement("return table.size()")
                .build();
    }

    private MethodSpec entries() {
        TypeName map = ParameterizedTypeName.get(
                ClassName.get(Map.class), key.type().box(), value.type().box());
        return method("entries", map, "All entries, sorted by key.")
                .addStatement("$T entries = new $T<>()", map, LinkedHashMap.class)
                .beginControlFlow("for ($T entry : table.entries())", TableEntry.class)
                .addStatement("entries.put($L, $L)", key.fromFields("entry.key()"), value.fromFields("entry.value()"))
                .endControlFlow()
                .addStatement("return entries")
                .build();
    }

    private static MethodSpec.Builder method(String name, TypeName returns, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(returns)
                .addJavadoc(doc + "\n");
    }
}
