package dev.toec.target.nfp;

import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What of a program one stage consists of: the functions its handlers reach, the ports and tables those use. */
final class StageCode {
    private final Firmware firmware;
    private final Stage stage;
    private final Set<Function> callees = new LinkedHashSet<>();

    StageCode(Firmware firmware, Stage stage) {
        this.firmware = firmware;
        this.stage = stage;
        handlers().forEach(this::reach);
    }

    private void reach(Function function) {
        for (Instruction i : instructions(function)) {
            if (i instanceof Instruction.Call call) {
                Function callee = firmware.graph().program().function(call.function());
                reach(callee);
                callees.add(callee);
            }
        }
    }

    static List<Instruction> instructions(Function function) {
        return function.blocks().stream().map(Block::body).flatMap(List::stream).toList();
    }

    Stage stage() {
        return stage;
    }

    /** The handlers of in ports that something feeds. */
    List<Function> handlers() {
        List<Link> links = firmware.graph().linksTo(stage.name());
        return stage.module().handlers().stream()
                .filter(h -> links.stream().anyMatch(l -> l.toPort().equals(h.input())))
                .map(Module.Handler::body)
                .toList();
    }

    /** What handlers call, callees before callers. */
    List<Function> callees() {
        return List.copyOf(callees);
    }

    /** Callees and handlers, callees before callers. */
    List<Function> functions() {
        List<Function> all = new ArrayList<>(callees);
        all.addAll(handlers());
        return all;
    }

    private boolean uses(Predicate<Instruction> wanted) {
        return functions().stream().anyMatch(f -> instructions(f).stream().anyMatch(wanted));
    }

    /** The variables of the module that its code reads or writes. */
    List<Module.Variable> variables() {
        return stage.module().variables().stream()
                .filter(v -> uses(i -> isAccess(i, v.field().name())))
                .toList();
    }

    private static boolean isAccess(Instruction instruction, String variable) {
        return instruction instanceof Instruction.VariableLoad load
                        && load.variable().equals(variable)
                || instruction instanceof Instruction.VariableStore store
                        && store.variable().equals(variable);
    }

    /** The links by which it hands work on. */
    List<Link> outgoing() {
        return stage.module().outputs().stream()
                .map(Module.Port::name)
                .filter(port ->
                        uses(i -> i instanceof Instruction.Emit e && e.port().equals(port)))
                .map(port -> firmware.graph().linkFrom(stage.name(), port))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The operations it does on {@code table}, in the order their functions need. */
    List<String> operations(Table table) {
        boolean inserts =
                uses(i -> i instanceof Instruction.TableInsert t && t.table().equals(table.name()));
        boolean removes =
                uses(i -> i instanceof Instruction.TableRemove t && t.table().equals(table.name()));
        boolean finds =
                uses(i -> i instanceof Instruction.TableFind t && t.table().equals(table.name()));
        List<String> operations = new ArrayList<>();
        if (finds || inserts || removes) {
            operations.add("find");
        }
        if (inserts) {
            operations.add("insert");
        }
        if (removes) {
            operations.add("remove");
        }
        return operations;
    }
}
