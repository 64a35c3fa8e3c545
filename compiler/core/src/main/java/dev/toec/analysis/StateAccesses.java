package dev.toec.analysis;

import dev.toec.analysis.StateAccess.Kind;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Module;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the stages of a graph do to their state, called functions and attached programs included. */
final class StateAccesses {
    private final Map<String, Function> functions = new HashMap<>();

    StateAccesses(InstanceGraph graph) {
        graph.program().functions().forEach(f -> functions.put(f.name(), f));
    }

    /**
     * The accesses to each resource of {@code stage} whose result depends on the order of packets: one that is written,
     * or both added to and read. Other resources are left out.
     */
    Map<String, List<StateAccess>> ordered(Stage stage) {
        Map<String, List<StateAccess>> byResource = new LinkedHashMap<>();
        for (StateAccess access : of(stage)) {
            byResource
                    .computeIfAbsent(access.resource(), r -> new ArrayList<>())
                    .add(access);
        }
        byResource.values().removeIf(accesses -> !dependOnOrder(accesses));
        return byResource;
    }

    private static boolean dependOnOrder(List<StateAccess> accesses) {
        return first(accesses, Kind.WRITE) != null
                || (first(accesses, Kind.ADD) != null && first(accesses, Kind.READ) != null);
    }

    /** The first access of {@code kind}, or {@code null}. */
    static StateAccess first(List<StateAccess> accesses, Kind kind) {
        for (StateAccess access : accesses) {
            if (access.kind() == kind) {
                return access;
            }
        }
        return null;
    }

    private List<StateAccess> of(Stage stage) {
        List<StateAccess> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Module.Hook hook : stage.module().hooks()) {
            for (String program : hook.programs()) {
                collect(program, true, seen, found);
            }
        }
        for (Module.Handler handler : stage.module().handlers()) {
            collect(handler.body(), false, seen, found);
        }
        return found;
    }

    private void collect(String name, boolean attached, Set<String> seen, List<StateAccess> found) {
        if (seen.add(name) && functions.containsKey(name)) {
            collect(functions.get(name), attached, seen, found);
        }
    }

    private void collect(Function function, boolean attached, Set<String> seen, List<StateAccess> found) {
        for (Block block : function.blocks()) {
            for (Instruction instruction : block.body()) {
                StateAccess access = access(instruction, attached);
                if (access != null) {
                    found.add(access);
                } else if (instruction instanceof Instruction.Call call) {
                    collect(call.function(), attached, seen, found);
                }
            }
        }
    }

    private static StateAccess access(Instruction i, boolean attached) {
        if (i instanceof Instruction.TableInsert insert) {
            return new StateAccess(Kind.WRITE, insert.table(), i, attached);
        } else if (i instanceof Instruction.TableRemove remove) {
            return new StateAccess(Kind.WRITE, remove.table(), i, attached);
        } else if (i instanceof Instruction.FieldStore store) {
            return new StateAccess(Kind.WRITE, store.table(), i, attached);
        } else if (i instanceof Instruction.BytesStore store) {
            return new StateAccess(Kind.WRITE, store.table(), i, attached);
        } else if (i instanceof Instruction.VariableStore store) {
            return new StateAccess(Kind.WRITE, store.variable(), i, attached);
        } else if (i instanceof Instruction.BytesAdd add) {
            return new StateAccess(Kind.ADD, add.table(), i, attached);
        }
        return read(i, attached);
    }

    private static StateAccess read(Instruction i, boolean attached) {
        if (i instanceof Instruction.FieldLoad load) {
            return new StateAccess(Kind.READ, load.table(), i, attached);
        } else if (i instanceof Instruction.BytesLoad load) {
            return new StateAccess(Kind.READ, load.table(), i, attached);
        } else if (i instanceof Instruction.VariableLoad load) {
            return new StateAccess(Kind.READ, load.variable(), i, attached);
        } else if (i instanceof Instruction.TableFind find) {
            return new StateAccess(Kind.FIND, find.table(), i, attached);
        }
        return null;
    }
}
