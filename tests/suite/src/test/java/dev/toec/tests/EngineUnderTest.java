package dev.toec.tests;

import dev.toec.driver.CompiledEngine;
import dev.toec.driver.RequiredTools;
import dev.toec.driver.Targets;
import dev.toec.engine.Engine;
import dev.toec.interp.Interpreter;
import dev.toec.target.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine and what it needs.
 *
 * @param name of the engine and how it was built
 * @param replicas of every replicated stage
 * @param tools that must be on the PATH
 */
record EngineUnderTest(String name, Engine engine, int replicas, List<String> tools) {
    /** The meaning of the language: what all others are compared with. */
    static final EngineUnderTest INTERPRETER = new EngineUnderTest("interp", new Interpreter(), 4, List.of());

    /** The target whose code also runs under the address and undefined-behaviour sanitizers. */
    private static final String SANITIZED = "x86";

    /** Every installed target, as it is built for use and, on the machine at hand, under sanitizers. */
    static List<EngineUnderTest> compiled() {
        List<EngineUnderTest> engines = new ArrayList<>();
        for (Target target : Targets.all()) {
            engines.add(of(target, CompiledEngine.Options.DEFAULT, ""));
            if (target.name().equals(SANITIZED)) {
                engines.add(of(target, CompiledEngine.Options.DEFAULT.withSanitizers(true), " sanitized"));
            }
        }
        return engines;
    }

    private static EngineUnderTest of(Target target, CompiledEngine.Options options, String suffix) {
        return new EngineUnderTest(
                target.name() + suffix, new CompiledEngine(target, options), target.defaultReplicas(), target.tools());
    }

    List<String> missingTools() {
        return RequiredTools.missing(tools);
    }
}
