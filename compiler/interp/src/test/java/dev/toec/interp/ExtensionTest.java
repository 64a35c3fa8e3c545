package dev.toec.interp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toec.engine.TableEntry;
import dev.toec.ir.ByteOrder;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Verdict;
import dev.toec.target.Extension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Attached programs, by themselves and at the hook of a module. */
class ExtensionTest {
    private static final Packet FRAME = Packet.hex("07000203 04050607 08090a0b 0c0d0e0f");

    private static Extension marks() {
        IrProgram program = TestPrograms.parse("marks.ir", TestPrograms.text("marks.ir"));
        return new Extension(
                "marks",
                "marks_count",
                program.functions(),
                program.modules().get(0).tables(),
                20);
    }

    private static ToeModule learn() {
        return new ToeModule(TestPrograms.parse("switch.ir", TestPrograms.text("switch.ir")), "Learn");
    }

    @Test
    void runsByItselfOnTablesThatStay() {
        FunctionRunner runner = FunctionRunner.of(marks());

        List<Long> verdicts = IntStream.range(0, 5)
                .mapToObj(i -> runner.run("marks_count", FRAME.bytes()).verdict())
                .toList();

        assertThat(verdicts).containsExactly(2L, 2L, 2L, 1L, 2L);
        assertThat(runner.tables().get("marks_seen").entries())
                .containsExactly(new TableEntry(List.of(7L), List.of(5L)));
        assertThat(runner.run("marks_count", FRAME.bytes()).bytes()).startsWith(7, 7, 2);
    }

    @Test
    void repeatsOnAFreshPacket() {
        FunctionRunner runner = FunctionRunner.of(marks());
        runner.tables().get("marks_seen").put(List.of(7L), List.of(100L));

        FunctionRunner.Outcome outcome = runner.run("marks_count", FRAME.bytes(), 1000);

        assertThat(runner.tables().get("marks_seen").get(List.of(7L))).contains(List.of(1100L));
        assertThat(outcome.bytes()).hasSize(FRAME.length());
        assertThat(outcome.nanosPerRun()).isPositive();
    }

    @Test
    void refusesArgumentsOfAnotherShape() {
        assertThatThrownBy(() -> FunctionRunner.of(marks()).call("marks_count", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FunctionRunner.of(marks()).run("nothing", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no function nothing");
    }

    @Test
    void runsAtAHookAndGivesThePacketBack() {
        ToeModule module = learn();
        module.attach("guard", marks());

        List<Handled> handled = IntStream.range(0, 4)
                .mapToObj(i -> module.receive("right", FRAME))
                .toList();

        assertThat(handled).allSatisfy(h -> assertThat(h.emittedOn("back")).hasSize(1));
        assertThat(module.table("marks_seen").get(List.of(7L))).contains(List.of(4L));
        assertThat(module.trace()).contains("table marks_seen: 0x7 : 0x4", "right(pkt: 0700");
    }

    @Test
    void isReplacedByAStub() {
        ToeModule module = learn();
        module.attach("guard", marks());
        module.stub("guard", packet -> {
            packet.store(0, 0x55, 1, ByteOrder.BIG);
            return Verdict.REDIRECT;
        });

        // The module takes bytes out where the verdict says: 4.
        assertThat(module.receive("right", FRAME).emittedOn("back"))
                .extracting(e -> e.packet().orElseThrow())
                .containsExactly(Packet.hex("55000203 0e0f"));
        assertThatThrownBy(() -> module.stub("other", packet -> Verdict.PASS)).hasMessage("Learn has no hook other");
    }

    @Test
    void aFaultIsTraced() {
        ToeModule module = learn();
        module.stub("guard", packet -> {
            packet.remove(0, packet.length());
            return Verdict.PASS;
        });

        assertThatThrownBy(() -> module.receive("right", FRAME)).isInstanceOfSatisfying(InterpreterFault.class, f -> {
            assertThat(f.stage()).isEqualTo("Learn");
            assertThat(f.place().file().name()).isEqualTo("switch.ir");
            assertThat(f.packet()).isEqualTo(1);
            assertThat(f.reason()).isEqualTo("access to 1 bytes at offset 0 of a packet of 0 bytes");
        });
        assertThat(module.trace()).contains("fault: switch.ir:");
    }
}
