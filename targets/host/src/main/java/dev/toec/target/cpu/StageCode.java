package dev.toec.target.cpu;

import dev.toec.cgen.CFunction;
import dev.toec.cgen.CPrinter;
import dev.toec.cgen.FunctionEmitter;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import dev.toec.target.cpu.StageModel.VariableModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Generates the code of one stage: the functions its handlers call, and the handlers. */
final class StageCode {
    private final IrProgram program;
    private final ProgramNames names;
    private final Stage stage;
    private final Module module;
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final List<Instruction> code = new ArrayList<>();

    StageCode(IrProgram program, ProgramNames names, Stage stage) {
        this.program = program;
        this.names = names;
        this.stage = stage;
        this.module = stage.module();
        module.handlers().forEach(h -> collect(h.body()));
    }

    /** Takes {@code function} in behind everything it calls. */
    private void collect(Function function) {
        if (functions.containsKey(function.name())) {
            return;
        }
        List<Instruction> body =
                function.blocks().stream().flatMap(b -> b.body().stream()).toList();
        code.addAll(body);
        for (Instruction instruction : body) {
            if (instruction instanceof Instruction.Call call) {
                collect(program.function(call.function()));
            }
        }
        functions.put(function.name(), function);
    }

    StageModel model() {
        return new StageModel(
                names.program(),
                stage.name(),
                names.stage(stage),
                module.doc().strip().lines().map(String::strip).toList(),
                names.itemType(),
                counters(),
                variables(),
                tables(),
                emitters(),
                inputs(),
                definitions());
    }

    private List<VariableModel> counters() {
        return module.counters().stream()
                .map(c -> new VariableModel(
                        names.resource(stage, c.name()), "", CPrinter.doc(c.doc(), 0), stage.qualified(c.name()), ""))
                .toList();
    }

    private List<VariableModel> variables() {
        return module.variables().stream()
                .filter(v -> code.stream().anyMatch(i -> uses(i, v.field().name())))
                .map(v -> {
                    String name = names.resource(stage, v.field().name());
                    String initial = Long.toUnsignedString(v.initial()) + "u";
                    return new VariableModel(
                            name,
                            CpuTypes.of(v.field().type()).declare(name),
                            CPrinter.doc(v.doc(), 0),
                            "",
                            v.initial() == 0 ? "" : initial);
                })
                .toList();
    }

    private static boolean uses(Instruction instruction, String variable) {
        return instruction instanceof Instruction.VariableLoad load
                        && load.variable().equals(variable)
                || instruction instanceof Instruction.VariableStore store
                        && store.variable().equals(variable);
    }

    private List<TableModel> tables() {
        List<TableModel> models = new ArrayList<>();
        for (Table table : module.tables()) {
            models.add(TableModel.of(names, stage, table, code));
        }
        return models;
    }

    private List<EmitterModel> emitters() {
        return module.outputs().stream()
                .filter(p -> code.stream()
                        .anyMatch(
                                i -> i instanceof Instruction.Emit e && e.port().equals(p.name())))
                .map(p -> EmitterModel.of(names, stage, p, program.work(p.work())))
                .toList();
    }

    private List<InputModel> inputs() {
        return module.inputs().stream()
                .filter(p -> module.handlers().stream().anyMatch(h -> h.input().equals(p.name())))
                .map(p -> InputModel.of(names, stage, p, program.work(p.work())))
                .toList();
    }

    private List<String> definitions() {
        List<Function> handlers =
                module.handlers().stream().map(Module.Handler::body).toList();
        List<Function> callees =
                functions.values().stream().filter(f -> !handlers.contains(f)).toList();
        FunctionEmitter emitter = new FunctionEmitter(new CpuDialect(names, stage), callees, handlers);
        List<String> out = new ArrayList<>();
        callees.forEach(f -> emitter.resultStruct(f).map(CPrinter.WIDE::print).ifPresent(out::add));
        for (Function function : functions.values()) {
            CFunction definition = emitter.emit(function, "static");
            out.add(CPrinter.WIDE.print(definition));
        }
        return out;
    }
}
