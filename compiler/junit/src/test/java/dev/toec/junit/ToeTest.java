package dev.toec.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import dev.toec.interp.ModuleBinding;
import dev.toec.interp.Packet;
import dev.toec.interp.ToeModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

@Toe("count.ir")
class ToeTest {
    /** What a generated binding looks like. */
    @ModuleBinding("Count")
    public record Counting(ToeModule module) {}

    @BeforeEach
    void oneFrame(@OfModule("Count") ToeModule count) {
        count.receive("frame", Packet.hex("0102"));
    }

    @Test
    void everyTestBeginsAnew(Counting counting, @OfModule("Count") ToeModule same) {
        assertThat(counting.module()).isSameAs(same);
        assertThat(same.counter("frames")).isEqualTo(1);
        counting.module().receive("frame", Packet.hex("01"));
    }

    @Test
    void andEndsAlone(Counting counting) {
        assertThat(counting.module().counter("frames")).isEqualTo(1);
    }

    @Nested
    class Inside {
        @Test
        void theSourceIsThatOfTheClassAround(Counting counting) {
            assertThat(counting.module().counter("frames")).isEqualTo(1);
        }
    }

    @Test
    void aFailureCarriesTheTrace() {
        run(Failing.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                message("no"),
                                suppressed(
                                        0,
                                        instanceOf(ToeTrace.class),
                                        message(m -> m.contains("frame(pkt: 00)\n  dropped runt(00) at count.ir:19:5")
                                                && m.contains("counter frames: 1")))));
    }

    @Test
    void whatIsWrongWithTheSourceIsSaid() {
        run(Broken.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                message(m -> m.contains("broken.ir is in error:\nbroken.ir:1:1: error[E0190]"))));
        run(Missing.class)
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(m -> m.contains("no source nowhere.toe: looked on"))));
        run(Ambiguous.class)
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(m -> m.contains("the program has [Count, Other]"))));
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    @Toe("count.ir")
    static final class Failing {
        @Test
        void fails(Counting counting) {
            counting.module().receive("frame", Packet.hex("00"));
            throw new AssertionError("no");
        }
    }

    @Toe("broken.ir")
    static final class Broken {
        @Test
        void fails(Counting counting) {}
    }

    @Toe("nowhere.toe")
    static final class Missing {
        @Test
        void fails(Counting counting) {}
    }

    @Toe("count.ir")
    static final class Ambiguous {
        @Test
        void fails(ToeModule which) {}
    }
}
