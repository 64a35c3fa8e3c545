package dev.toec.interp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.ir.Function;
import dev.toec.ir.IrPrinter;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrVerifier;
import dev.toec.ir.Pipeline;
import dev.toec.pass.Passes;
import dev.toec.source.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Simplified functions do what they did before. */
class SimplificationTest {
    private static final int FUNCTIONS = Integer.getInteger("toec.simplify.functions", 400);

    @Test
    void randomFunctionsAgree() {
        long removed = 0;
        for (long seed = 0; seed < FUNCTIONS; seed++) {
            Function before = RandomFunction.of(seed);
            Function after = Passes.simplify(before);
            String both = "seed " + seed + "\n" + IrPrinter.print(before) + IrPrinter.print(after);
            assertThat(verify(before)).as(both).isEmpty();
            assertThat(verify(after)).as(both).isEmpty();
            for (int packet = 0; packet < 4; packet++) {
                byte[] bytes = new byte[256];
                new Random(seed * 31 + packet).nextBytes(bytes);
                assertThat(run(after, bytes)).as(both).isEqualTo(run(before, bytes));
            }
            removed += IrPrinter.print(before).length() - IrPrinter.print(after).length();
        }
        assertThat(removed).as("characters of IR removed").isPositive();
    }

    private static List<Object> run(Function function, byte[] packet) {
        FunctionRunner.Outcome outcome = new FunctionRunner(List.of(function), List.of()).run(function.name(), packet);
        return List.of(outcome.results(), java.util.HexFormat.of().formatHex(outcome.bytes()));
    }

    private static List<String> verify(Function function) {
        Pipeline none = new Pipeline("", "", List.of(), List.of(), List.of(), List.of(), Span.NONE);
        return IrVerifier.verify(
                new IrProgram("p", List.of(), List.of(), List.of(), List.of(function), List.of(), none, Span.NONE));
    }
}
