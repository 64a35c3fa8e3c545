package dev.toec.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.toec.engine.EngineException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of {@code src/test/run} on every engine. What an engine gives must be what stands in the case;
 * {@code -Dtoec.update} writes what the interpreter gives into the case instead, to be read in review.
 */
class RunCasesTest {
    private static final boolean UPDATE = Boolean.getBoolean("toec.update");

    /** Runs only cases whose name contains this. */
    private static final String ONLY = System.getProperty("toec.case", "");

    /** Runs them only on engines whose name contains this. */
    private static final String ENGINE = System.getProperty("toec.engine", "");

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        List<DynamicContainer> cases = new ArrayList<>();
        for (var path : CaseFile.all(Checkout.corpus("run"), ".case")) {
            CaseFile file = CaseFile.read(path);
            if (file.name().contains(ONLY)) {
                cases.add(DynamicContainer.dynamicContainer(file.name(), onEveryEngine(file)));
            }
        }
        return cases.stream();
    }

    private static Stream<DynamicTest> onEveryEngine(CaseFile file) {
        if (UPDATE) {
            return Stream.of(DynamicTest.dynamicTest(
                    "update", () -> file.rewrite("RESULT", result(file, EngineUnderTest.INTERPRETER) + "\n")));
        }
        return Stream.concat(Stream.of(EngineUnderTest.INTERPRETER), EngineUnderTest.compiled().stream())
                .filter(engine -> engine.name().contains(ENGINE))
                .map(engine -> DynamicTest.dynamicTest(engine.name(), () -> run(file, engine)));
    }

    private static void run(CaseFile file, EngineUnderTest engine) throws IOException, EngineException {
        assumeThat(engine.missingTools())
                .as("tools missing for " + engine.name())
                .isEmpty();
        assertThat(result(file, engine).strip())
                .as(file.name() + " on " + engine.name())
                .isEqualTo(file.section("RESULT").text().strip());
    }

    private static String result(CaseFile file, EngineUnderTest engine) throws IOException, EngineException {
        RunCase run = RunCase.compile(file);
        return ResultLines.of(engine.engine().run(run.request(engine.replicas(), 0)));
    }
}
