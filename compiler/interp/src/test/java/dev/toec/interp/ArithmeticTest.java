package dev.toec.interp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.ir.CompareOp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code arithmetic.txt}, line by line. */
class ArithmeticTest {
    static Stream<String> lines() {
        return TestPrograms.text("arithmetic.txt").lines().filter(l -> !l.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void computes(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        int equals = words.indexOf("=");
        long[] arguments = words.subList(2, equals).stream()
                .mapToLong(ArithmeticTest::number)
                .toArray();

        var runner =
                FunctionRunner.of(TestPrograms.parse("op.ir", function(words.get(0), words.get(1), arguments.length)));

        assertThat(runner.call("f", arguments).results()).containsExactly(number(words.get(equals + 1)));
    }

    private static String function(String operation, String types, int count) {
        String from = types.split(":")[0];
        boolean compares =
                Arrays.stream(CompareOp.values()).anyMatch(c -> c.toString().equals(operation));
        String to = compares ? "i1" : types.substring(types.indexOf(':') + 1);
        String parameters =
                IntStream.range(0, count).mapToObj(i -> "%" + i + ": " + from).collect(Collectors.joining(", "));
        String operands = IntStream.range(0, count).mapToObj(i -> "%" + i).collect(Collectors.joining(", "));
        return "program p function f(" + parameters + ") -> " + to + " { entry: %9: " + to + " = " + operation + " "
                + operands + " return %9 } pipeline P { }";
    }

    private static long number(String text) {
        return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text);
    }
}
