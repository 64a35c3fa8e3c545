package dev.toec.cli;

import dev.toec.driver.CompiledEngine;
import dev.toec.driver.Targets;
import dev.toec.engine.Engine;
import dev.toec.interp.Interpreter;
import dev.toec.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * An engine and how many replicas it runs when no mapping says.
 *
 * @param replicas of each replicated stage
 */
record EngineChoice(Engine engine, int replicas) {
    static final String INTERPRETER = "interp";
    private static final int INTERPRETER_REPLICAS = 4;

    /** Every installed engine, the interpreter, which says what is right, first. */
    static List<EngineChoice> all() {
        List<EngineChoice> engines = new ArrayList<>();
        engines.add(interpreter());
        Targets.all().forEach(target -> engines.add(compiled(target)));
        return engines;
    }

    static EngineChoice interpreter() {
        return new EngineChoice(new Interpreter(), INTERPRETER_REPLICAS);
    }

    private static EngineChoice compiled(Target target) {
        return new EngineChoice(new CompiledEngine(target), target.defaultReplicas());
    }

    /** The engine named {@code name}. */
    static EngineChoice parse(String name, CommandSpec command) {
        if (name.equals(INTERPRETER)) {
            return interpreter();
        }
        return Targets.find(name)
                .map(EngineChoice::compiled)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "there is no engine " + name
                                + "; there are "
                                + all().stream().map(EngineChoice::name).collect(Collectors.joining(", "))));
    }

    boolean isInterpreter() {
        return name().equals(INTERPRETER);
    }

    String name() {
        return engine.name();
    }
}
