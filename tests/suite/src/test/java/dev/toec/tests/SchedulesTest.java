package dev.toec.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.driver.ResultDifference;
import dev.toec.engine.EngineException;
import dev.toec.engine.RunResult;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas never change the meaning: whatever the schedule, the result is the sequential one. */
class SchedulesTest {
    private static final int REPLICAS = 4;
    private static final int SCHEDULES = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"edge-mixed", "edge-odd", "reorder-twice", "replicated-hops"})
    void everyScheduleGivesTheSameResult(String name) throws IOException, EngineException {
        RunCase run = RunCase.compile(CaseFile.read(Checkout.corpus("run").resolve(name + ".case")));
        RunResult sequential = EngineUnderTest.INTERPRETER.engine().run(run.request(1, 0));
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            RunResult other = EngineUnderTest.INTERPRETER.engine().run(run.request(REPLICAS, seed));
            assertThat(ResultDifference.first(sequential, other))
                    .as(name + " with schedule " + seed)
                    .isEmpty();
        }
    }
}
