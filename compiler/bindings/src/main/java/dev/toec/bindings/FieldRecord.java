package dev.toec.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.toec.ir.Field;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A record whose components are fields; key and value of tables, and the base of work items. */
final class FieldRecord {
    private static final TypeName LONGS = ParameterizedTypeName.get(List.class, Long.class);

    private FieldRecord() {}

    static List<JavaField> fields(List<Field> fields) {
        JavaNames names = new JavaNames();
        List<JavaField> all = new ArrayList<>();
        fields.forEach(f -> all.add(new JavaField(f, names.member(f.name()))));
        return all;
    }

    /** The record with its components and their documentation, without methods. */
    static TypeSpec.Builder components(String name, List<JavaField> fields, String doc) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        CodeBlock.Builder docs = CodeBlock.builder().add(Javadoc.of(doc)).add("\n");
        for (JavaField field : fields) {
            constructor.addParameter(field.type(), field.name());
            docs.add("@param $L $L\n", field.name(), field.isPacket() ? "its packet" : field.remark());
        }
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(docs.build())
                .recordConstructor(constructor.build());
    }

    /** A record that a table holds: made of, and turned into, a list of longs. */
    static TypeSpec ofTable(ClassName type, List<JavaField> fields, String doc) {
        return components(type.simpleName(), fields, doc)
                .addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(LONGS, "fields")
                        .returns(type)
                        .addStatement("return new $T($L)", type, fromLongs(fields))
                        .build())
                .addMethod(MethodSpec.methodBuilder("toFields")
                        .addModifiers(Modifier.PRIVATE)
                        .returns(LONGS)
                        .addStatement("return $T.of($L)", List.class, toLongs(fields))
                        .build())
                .build();
    }

    private static CodeBlock fromLongs(List<JavaField> fields) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            arguments.add(fields.get(i).fromLong(CodeBlock.of("fields.get($L)", i)));
        }
        return CodeBlock.join(arguments, ", ");
    }

    private static CodeBlock toLongs(List<JavaField> fields) {
        return fields.stream().map(f -> f.toLong(f.name())).collect(CodeBlock.joining(", "));
    }
}
