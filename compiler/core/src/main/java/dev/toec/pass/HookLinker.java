package dev.toec.pass;

import dev.toec.graph.Elaboration;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import dev.toec.ir.Verdict;
import dev.toec.target.Extension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins attached programs with the stages whose hooks they run on: their functions become functions of the program, their
 * maps tables of the stage, and a hook call a call of the hook's dispatcher, or plain {@link Verdict#PASS} where nothing
 * is attached. A function names the tables of the stage that runs it, so a second stage gets copies of its own.
 */
final class HookLinker {
    private final List<AttachedProgram> programs;
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Set<String> handlerNames = new HashSet<>();
    private final Map<String, String> firstStage = new HashMap<>();

    private HookLinker(InstanceGraph graph, List<AttachedProgram> programs) {
        this.programs = programs;
        graph.program().functions().forEach(f -> functions.put(f.name(), f));
        for (Stage stage : graph.stages()) {
            stage.module().handlers().forEach(h -> handlerNames.add(h.body().name()));
        }
    }

    /** {@code graph} without hook calls. */
    static InstanceGraph link(InstanceGraph graph, List<AttachedProgram> programs) {
        HookLinker linker = new HookLinker(graph, programs);
        InstanceGraph linked = GraphRewriter.stages(graph, linker::link);
        return GraphRewriter.withFunctions(linked, List.copyOf(linker.functions.values()));
    }

    private Stage link(Stage stage) {
        Module module = stage.module();
        if (module.hooks().isEmpty()) {
            return stage;
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        module.tables().forEach(t -> tables.put(t.name(), t));
        Map<String, String> dispatchers = new HashMap<>();
        List<Module.Hook> hooks = new ArrayList<>();
        for (Module.Hook hook : module.hooks()) {
            List<String> entries = attach(stage, hook, tables);
            if (!entries.isEmpty()) {
                Function dispatcher = Dispatcher.build(dispatcherName(stage, hook), entries, hook.span());
                functions.put(dispatcher.name(), dispatcher);
                dispatchers.put(hook.name(), dispatcher.name());
            }
            hooks.add(new Module.Hook(hook.name(), hook.doc(), hook.maxInstructions(), entries, hook.span()));
        }
        List<Module.Handler> handlers = new ArrayList<>();
        for (Module.Handler handler : module.handlers()) {
            handlers.add(new Module.Handler(handler.input(), withCalls(handler.body(), dispatchers)));
        }
        return stage.withModule(new Module(
                module.name(),
                module.doc(),
                module.inputs(),
                module.outputs(),
                module.counters(),
                List.copyOf(tables.values()),
                module.variables(),
                hooks,
                handlers,
                module.span()));
    }

    private String dispatcherName(Stage stage, Module.Hook hook) {
        String wanted = Elaboration.snakeCase(stage.name()) + "_" + hook.name();
        String name = wanted;
        for (int i = 2; functions.containsKey(name) || handlerNames.contains(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** Adds what runs on {@code hook}; the names of its entries, in order. */
    private List<String> attach(Stage stage, Module.Hook hook, Map<String, Table> tables) {
        List<String> entries = new ArrayList<>(hook.programs());
        for (AttachedProgram program : programs) {
            if (program.stage().equals(stage.name()) && program.hook().equals(hook.name())) {
                Extension extension = program.extension();
                extension.tables().forEach(t -> tables.putIfAbsent(t.name(), t));
                entries.add(addFunctions(stage, extension));
            }
        }
        return entries;
    }

    private String addFunctions(Stage stage, Extension extension) {
        String owner = firstStage.computeIfAbsent(extension.name(), n -> stage.name());
        String prefix = owner.equals(stage.name()) ? "" : Elaboration.snakeCase(stage.name()) + "_";
        Map<String, String> names = new HashMap<>();
        extension.functions().forEach(f -> names.put(f.name(), prefix + f.name()));
        for (Function function : extension.functions()) {
            functions.putIfAbsent(names.get(function.name()), renamed(function, names));
        }
        return names.get(extension.entry());
    }

    private static Function renamed(Function function, Map<String, String> names) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Instruction> body = new ArrayList<>();
            for (Instruction i : block.body()) {
                body.add(
                        i instanceof Instruction.Call call
                                ? new Instruction.Call(
                                        call.results(), names.get(call.function()), call.arguments(), call.span())
                                : i);
            }
            blocks.add(new Block(block.label(), block.parameters(), body, block.terminator()));
        }
        return new Function(
                names.get(function.name()),
                function.doc(),
                function.parameters(),
                function.results(),
                blocks,
                function.span());
    }

    private static Function withCalls(Function handler, Map<String, String> dispatchers) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : handler.blocks()) {
            List<Instruction> body = new ArrayList<>();
            for (Instruction i : block.body()) {
                body.add(i instanceof Instruction.HookCall hook ? linked(hook, dispatchers.get(hook.hook())) : i);
            }
            blocks.add(new Block(block.label(), block.parameters(), body, block.terminator()));
        }
        return handler.withBlocks(blocks);
    }

    private static Instruction linked(Instruction.HookCall hook, String dispatcher) {
        return dispatcher == null
                ? new Instruction.Constant(hook.verdict(), Verdict.PASS.ordinal(), hook.span())
                : new Instruction.Call(List.of(hook.verdict()), dispatcher, List.of(hook.packet()), hook.span());
    }
}
