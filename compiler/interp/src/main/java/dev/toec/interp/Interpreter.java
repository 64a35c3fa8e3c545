package dev.toec.interp;

import dev.toec.engine.Engine;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.graph.PlacedGraph;
import java.util.List;
import java.util.Map;

/** The reference engine. Slow where others are fast, and right by definition. */
public final class Interpreter implements Engine {
    @Override
    public String name() {
        return "interp";
    }

    /**
     * {@inheritDoc}
     *
     * <p>An {@link InterpreterFault} comes out as the cause of the exception.
     */
    @Override
    public RunResult run(RunRequest request) throws EngineException {
        World world = world(request);
        try {
            world.run(request.seed());
        } catch (InterpreterFault fault) {
            throw new EngineException(fault.getMessage(), fault);
        }
        return world.result();
    }

    private static World world(RunRequest request) throws EngineException {
        World world = new World(request.graph(), request.frames());
        checkPorts(world, request.frames());
        for (Map.Entry<String, List<TableEntry>> table : request.tables().entrySet()) {
            fill(world, request.graph(), table.getKey(), table.getValue());
        }
        return world;
    }

    private static void checkPorts(World world, Map<String, List<Frame>> frames) throws EngineException {
        for (String name : frames.keySet()) {
            ExternalPort port = world.ports().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new EngineException("the program has no external port " + name));
            if (!port.isConnected()) {
                throw new EngineException("port " + name + " receives nothing: no link leaves " + name + ".rx");
            }
        }
    }

    private static void fill(World world, PlacedGraph placed, String name, List<TableEntry> entries)
            throws EngineException {
        TableState table = table(world, placed, name);
        for (TableEntry entry : entries) {
            if (!put(table, entry)) {
                throw new EngineException("table " + name + " holds "
                        + table.declaration().capacity() + " entries at most, more are given");
            }
        }
    }

    private static boolean put(TableState table, TableEntry entry) throws EngineException {
        try {
            return table.put(entry.key(), entry.value());
        } catch (IllegalArgumentException shape) {
            throw new EngineException(shape.getMessage(), shape);
        }
    }

    private static TableState table(World world, PlacedGraph placed, String name) throws EngineException {
        return placed.graph().stages().stream()
                .filter(s -> name.startsWith(s.name() + "."))
                .map(s -> world.stages()
                        .get(s.name())
                        .tables()
                        .get(name.substring(s.name().length() + 1)))
                .filter(t -> t != null)
                .findFirst()
                .orElseThrow(() -> new EngineException("the program has no table " + name));
    }
}
