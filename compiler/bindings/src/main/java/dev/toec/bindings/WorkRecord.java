package dev.toec.bindings;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.toec.interp.WorkItem;
import dev.toec.ir.WorkType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The record of a work type. */
final class WorkRecord {
    private WorkRecord() {}

    static TypeSpec of(WorkType work, String javaPackage) {
        List<JavaField> fields = FieldRecord.fields(work.fields());
        ClassName type = ClassName.get(javaPackage, JavaNames.type(work.name()));
        String doc = work.doc().isEmpty() ? "Work item " + work.name() + "." : work.doc();
        return FieldRecord.components(type.simpleName(), fields, doc)
                .addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.STATIC)
                        .addParameter(WorkItem.class, "item")
                        .returns(type)
                        .addStatement("return new $T($L)", type, arguments(fields))
                        .build())
                .addMethod(MethodSpec.methodBuilder("toFields")
                        .returns(ArrayTypeName.of(Object.class))
                        .addStatement("return new $T[] {$L}", Object.class, values(fields))
                        .build())
                .build();
    }

    private static CodeBlock arguments(List<JavaField> fields) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            arguments.add(
                    fields.get(i).isPacket()
                            ? CodeBlock.of("item.packet().orElseThrow()")
                            : fields.get(i).fromLong(CodeBlock.of("item.value($L)", i)));
        }
        return CodeBlock.join(arguments, ", ");
    }

    private static CodeBlock values(List<JavaField> fields) {
        return fields.stream()
                .map(f -> f.isPacket() ? CodeBlock.of("$L", f.name()) : f.toLong(f.name()))
                .collect(CodeBlock.joining(", "));
    }
}
