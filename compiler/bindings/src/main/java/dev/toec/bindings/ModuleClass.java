package dev.toec.bindings;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.toec.interp.Drop;
import dev.toec.interp.Handled;
import dev.toec.interp.HookProgram;
import dev.toec.interp.ModuleBinding;
import dev.toec.interp.Packet;
import dev.toec.interp.ToeModule;
import dev.toec.interp.WorkItem;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import dev.toec.ir.WorkType;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The façade of a module: a method per in port, accessors for what it holds. */
final class ModuleClass {
    private final IrProgram program;
    private final Module module;
    private final String javaPackage;
    private final ClassName name;
    private final ClassName outcome;
    private final JavaNames members = new JavaNames();

    ModuleClass(IrProgram program, Module module, String javaPackage) {
        this.program = program;
        this.module = module;
        this.javaPackage = javaPackage;
        this.name = ClassName.get(javaPackage, JavaNames.type(module.name()));
        this.outcome = name.nestedClass(name.simpleName().equals("Outcome") ? "ItemOutcome" : "Outcome");
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(Javadoc.of(module.doc(), "Module " + module.name() + " of program " + program.name() + "."))
                .addAnnotation(AnnotationSpec.builder(ModuleBinding.class)
                        .addMember("value", "$S", module.name())
                        .build())
                .addField(ToeModule.class, "module", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor());
        module.inputs().forEach(p -> type.addMethod(input(p)));
        module.counters().forEach(c -> type.addMethod(counter(c)));
        module.variables().forEach(v -> variable(type, v));
        module.tables().forEach(t -> table(type, t));
        module.hooks().forEach(h -> hook(type, h));
        return type.addType(outcome()).build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A façade of {@code module}, which shares its state.\n")
                .addParameter(ToeModule.class, "module")
                .addStatement("this.module = module")
                .build();
    }

    private MethodSpec input(Module.Port port) {
        boolean bare = port.work().equals(WorkType.PACKET.name());
        String parameter = bare ? "packet" : "item";
        CodeBlock fields = CodeBlock.of(bare ? "$L" : "$L.toFields()", parameter);
        return method(port.name(), outcome, "Gives an item to in port " + port.name() + ".", "")
                .addParameter(workType(port), parameter)
                .addStatement("return $T.of(module.receive($S, $L))", outcome, port.name(), fields)
                .build();
    }

    private MethodSpec counter(Module.Counter counter) {
        return method(counter.name() + "_counter", TypeName.LONG, counter.doc(), "Counter " + counter.name() + ".")
                .addStatement("return module.counter($S)", counter.name())
                .build();
    }

    private void variable(TypeSpec.Builder type, Module.Variable variable) {
        String plain = variable.field().name();
        JavaField field = new JavaField(variable.field(), plain);
        String otherwise = "Variable " + plain + ".";
        type.addMethod(method(plain + "_variable", field.type(), variable.doc(), otherwise)
                .addStatement("return $L", field.fromLong(CodeBlock.of("module.variable($S)", plain)))
                .build());
        type.addMethod(method("set_" + plain + "_variable", TypeName.VOID, variable.doc(), otherwise)
                .addParameter(field.type(), "value")
                .addStatement("module.setVariable($S, $L)", plain, field.toLong("value"))
                .build());
    }

    private void table(TypeSpec.Builder type, Table table) {
        ClassName tableName = name.nestedClass(JavaNames.type(table.name()) + "Table");
        type.addType(new TableClass(table, tableName).type());
        type.addMethod(method(table.name() + "_table", tableName, table.doc(), "Table " + table.name() + ".")
                .addStatement("return new $T(module.table($S))", tableName, table.name())
                .build());
    }

    private void hook(TypeSpec.Builder type, Module.Hook hook) {
        type.addMethod(method("stub_" + hook.name(), TypeName.VOID, "Runs {@code program} at hook " + hook.name() + ".")
                .addParameter(HookProgram.class, "program")
                .addStatement("module.stub($S, program)", hook.name())
                .build());
        type.addMethod(method(
                        "attach_" + hook.name(),
                        TypeName.VOID,
                        "Attaches the program in object file {@code object} to hook " + hook.name() + ".")
                .addParameter(Path.class, "object")
                .addStatement("module.attach($S, object)", hook.name())
                .build());
    }

    private TypeSpec outcome() {
        JavaNames names = new JavaNames();
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        CodeBlock.Builder doc = CodeBlock.builder().add("What came of one item.\n\n");
        CodeBlock.Builder arguments = CodeBlock.builder();
        for (Module.Port port : module.outputs()) {
            String component = names.member(port.name());
            components.addParameter(list(workType(port)), component);
            doc.add("@param $L emitted on out port $L, in order\n", component, port.name());
            arguments.add("handled.emittedOn($S).stream().map($L).toList(),\n", port.name(), conversion(port));
        }
        String drops = names.member("drops");
        components.addParameter(list(ClassName.get(Drop.class)), drops);
        doc.add("@param $L packets dropped and why, in order\n", drops);
        return TypeSpec.recordBuilder(outcome)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc.build())
                .recordConstructor(components.build())
                .addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(Handled.class, "handled")
                        .returns(outcome)
                        .addStatement("return new $T(\n$Lhandled.drops())", outcome, arguments.build())
                        .build())
                .build();
    }

    private CodeBlock conversion(Module.Port port) {
        return port.work().equals(WorkType.PACKET.name())
                ? CodeBlock.of("($T item) -> item.packet().orElseThrow()", WorkItem.class)
                : CodeBlock.of("$T::of", workType(port));
    }

    private ClassName workType(Module.Port port) {
        return port.work().equals(WorkType.PACKET.name())
                ? ClassName.get(Packet.class)
                : ClassName.get(javaPackage, JavaNames.type(port.work()));
    }

    private static TypeName list(ClassName of) {
        return ParameterizedTypeName.get(ClassName.get(List.class), of);
    }

    private MethodSpec.Builder method(String plain, TypeName returns, String doc, String otherwise) {
        return MethodSpec.methodBuilder(members.member(plain))
                .addModifiers(Modifier.PUBLIC)
                .returns(returns)
                .addJavadoc(Javadoc.of(doc, otherwise));
    }

    /** A method whose documentation is ours and may use Javadoc's marks. */
    private MethodSpec.Builder method(String plain, TypeName returns, String doc) {
        return MethodSpec.methodBuilder(members.member(plain))
                .addModifiers(Modifier.PUBLIC)
                .returns(returns)
                .addJavadoc(doc + "\n");
    }
}
