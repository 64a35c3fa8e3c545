package dev.toec.ir;

import java.util.List;

/**
 * Writes a program as text that {@link IrParser} reads back as the same program; only spans are lost. Declarations come
 * in the order the program holds them, a pipeline without a name is left out; a doc comment stands in {@code ///} lines above what it describes.
 */
public final class IrPrinter {
    private final StringBuilder out = new StringBuilder();
    private String indent = "";

    private IrPrinter() {}

    /** The whole of {@code program}. */
    public static String print(IrProgram program) {
        IrPrinter printer = new IrPrinter();
        printer.program(program);
        return printer.out.toString();
    }

    /** One function. */
    public static String print(Function function) {
        IrPrinter printer = new IrPrinter();
        printer.function("function ", function);
        return printer.out.toString();
    }

    /** One instruction, without a line end. */
    public static String print(Instruction instruction) {
        IrPrinter printer = new IrPrinter();
        printer.instruction(instruction);
        return printer.out.toString();
    }

    private void program(IrProgram program) {
        line("program ", program.name());
        if (!program.reasons().isEmpty()) {
            out.append('\n');
        }
        for (IrProgram.DropReason reason : program.reasons()) {
            line("reason ", reason.name(), " ", quoted(reason.text()));
        }
        for (Enumeration enumeration : program.enums()) {
            out.append('\n');
            enumeration(enumeration);
        }
        for (WorkType work : program.works()) {
            out.append('\n');
            doc(work.doc());
            out.append("work ").append(work.name()).append(" (");
            fields(work.fields());
            out.append(")\n");
        }
        for (Function function : program.functions()) {
            out.append('\n');
            function("function ", function);
        }
        for (Module module : program.modules()) {
            out.append('\n');
            module(module);
        }
        if (!program.pipeline().name().isEmpty()) {
            out.append('\n');
            pipeline(program.pipeline());
        }
    }

    private void enumeration(Enumeration enumeration) {
        doc(enumeration.doc());
        line("enum ", enumeration.name(), ": ", enumeration.type(), " {");
        for (Enumeration.Member member : enumeration.members()) {
            out.append("  ").append(member.name()).append(" = ");
            ValueText.number(out, member.value());
            out.append('\n');
        }
        line("}");
    }

    private void line(Object... parts) {
        out.append(indent);
        for (Object part : parts) {
            out.append(part);
        }
        out.append('\n');
    }

    private void doc(String doc) {
        if (doc.isEmpty()) {
            return;
        }
        int start = 0;
        for (int end = doc.indexOf('\n'); end >= 0; end = doc.indexOf('\n', start)) {
            docLine(doc.substring(start, end));
            start = end + 1;
        }
        docLine(doc.substring(start));
    }

    private void docLine(String text) {
        line("///", text.isEmpty() ? "" : " ", text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private void fields(List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            field(fields.get(i));
        }
    }

    private void field(Field field) {
        out.append(field.name()).append(": ").append(field.type());
        if (field.bits() != field.type().bits()) {
            out.append(" bits ").append(field.bits());
        }
        if (field.format() != (field.type().isInteger() ? Format.UNSIGNED : Format.HEX)) {
            out.append(' ').append(field.format());
        }
    }

    private void module(Module module) {
        doc(module.doc());
        line("module ", module.name(), " {");
        indent = "  ";
        ports("in ", module.inputs());
        ports("out ", module.outputs());
        for (Module.Counter counter : module.counters()) {
            doc(counter.doc());
            line("counter ", counter.name());
        }
        for (Table table : module.tables()) {
            table(table);
        }
        for (Module.Variable variable : module.variables()) {
            variable(variable);
        }
        for (Module.Hook hook : module.hooks()) {
            hook(hook);
        }
        for (Module.Handler handler : module.handlers()) {
            out.append('\n');
            function("on " + handler.input() + " ", handler.body());
        }
        indent = "";
        line("}");
    }

    private void ports(String direction, List<Module.Port> ports) {
        for (Module.Port port : ports) {
            line(direction, port.name(), ": ", port.work());
        }
    }

    private void table(Table table) {
        doc(table.doc());
        out.append(indent).append("table ").append(table.name()).append(" (");
        fields(table.key());
        out.append(") -> (");
        fields(table.value());
        out.append(") max ").append(table.capacity());
        out.append(table.addressing() == Table.Addressing.BYTES ? " bytes\n" : "\n");
    }

    private void variable(Module.Variable variable) {
        doc(variable.doc());
        out.append(indent).append("variable ");
        field(variable.field());
        out.append(" = ");
        ValueText.number(out, variable.initial());
        out.append('\n');
    }

    private void hook(Module.Hook hook) {
        doc(hook.doc());
        out.append(indent).append("hook ").append(hook.name());
        out.append(" max ").append(hook.maxInstructions());
        for (int i = 0; i < hook.programs().size(); i++) {
            out.append(i == 0 ? " runs " : ", ").append(hook.programs().get(i));
        }
        out.append('\n');
    }

    private void function(String introduction, Function function) {
        doc(function.doc());
        out.append(indent).append(introduction).append(function.name()).append('(');
        ValueText.definitions(out, function.parameters());
        out.append(')');
        for (int i = 0; i < function.results().size(); i++) {
            out.append(i == 0 ? " -> " : ", ").append(function.results().get(i));
        }
        out.append(" {\n");
        for (Block block : function.blocks()) {
            block(block);
        }
        line("}");
    }

    private void block(Block block) {
        out.append(indent).append(block.label());
        if (!block.parameters().isEmpty()) {
            out.append('(');
            ValueText.definitions(out, block.parameters());
            out.append(')');
        }
        out.append(":\n");
        for (Instruction instruction : block.body()) {
            out.append(indent).append("  ");
            instruction(instruction);
            out.append('\n');
        }
        out.append(indent).append("  ");
        block.terminator().accept(new InstructionPrinter(out));
        out.append('\n');
    }

    private void instruction(Instruction instruction) {
        ValueText.definitions(out, instruction.results());
        out.append(instruction.results().isEmpty() ? "" : " = ");
        instruction.accept(new InstructionPrinter(out));
    }

    private void pipeline(Pipeline pipeline) {
        doc(pipeline.doc());
        line("pipeline ", pipeline.name(), " {");
        indent = "  ";
        for (Pipeline.ExternalPort port : pipeline.ports()) {
            line("port ", port.name());
        }
        for (Pipeline.Instance stage : pipeline.instances()) {
            line("stage ", stage.name(), " = ", stage.module(), stage.replicated() ? " replicated" : "");
        }
        for (Pipeline.Sequence sequence : pipeline.sequences()) {
            sequence(sequence);
        }
        for (Pipeline.Link link : pipeline.links()) {
            String reorder =
                    link.reorder().isEmpty() ? "" : "reorder " + link.reorder().get() + " -> ";
            line("link ", link.from(), " -> ", reorder, link.to());
        }
        indent = "";
        line("}");
    }

    private void sequence(Pipeline.Sequence sequence) {
        out.append(indent).append("sequence ").append(sequence.name());
        for (int i = 0; i < sequence.at().size(); i++) {
            out.append(i == 0 ? " at " : ", ").append(sequence.at().get(i));
        }
        out.append('\n');
    }
}
