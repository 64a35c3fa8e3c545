package dev.toec.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import dev.toec.syntax.Parser;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Very large and very deep sources: compiled or refused, but in reasonable time and without an exception. */
class FrontLimitsTest {
    private static final String HEAD =
            "package big\nmodule M {\n in frame: packet\n out next: packet\n on frame(pkt) {\n";
    private static final String TAIL =
            "\n emit next(pkt) }\n}\npipeline P { port a; a.rx -> M.frame; M.next -> a.tx }\n";

    static Stream<Arguments> sources() {
        return Stream.of(
                Arguments.of("brackets", body("let a = " + "(".repeat(500_000)), List.of(Code.E0102)),
                Arguments.of("blocks", body("{".repeat(500_000)), List.of(Code.E0102)),
                Arguments.of("allowed depth", body("{".repeat(190) + "}".repeat(190)), List.of()),
                Arguments.of("prefixes", body("let a = " + "!".repeat(500_000) + "true"), List.of(Code.E0102)),
                Arguments.of("suffixes", body("let a = pkt" + ".length".repeat(100_000)), List.of(Code.E0102)),
                Arguments.of("casts", body("let a = 1" + " as u8".repeat(100_000)), List.of(Code.E0102)),
                Arguments.of("operators", body("let a = 1" + " + 1".repeat(100_000)), List.of(Code.E0102)),
                Arguments.of("else if", body("if true {}" + " else if true {}".repeat(20_000)), List.of(Code.E0102)),
                Arguments.of("statements", body(repeat(20_000, i -> "let a" + i + " = pkt.length\n")), List.of()),
                Arguments.of("one name", body("let " + "a".repeat(1_000_000) + " = 1"), List.of(Code.E0109)),
                Arguments.of("one number", body("let a = " + "9".repeat(1_000_000)), List.of(Code.E0105)),
                Arguments.of("no end", HEAD + "/*" + " *".repeat(500_000), List.of(Code.E0103, Code.E0101)),
                Arguments.of("nothing but NUL", "\0".repeat(1_000_000), List.of(Code.E0104, Code.E0107)),
                Arguments.of("nothing but errors", "x ".repeat(200_000), List.of(Code.E0101)),
                Arguments.of("errors line by line", "x = \n".repeat(20_000), List.of(Code.E0101)),
                Arguments.of("line ends of Windows", (HEAD + TAIL).replace("\n", "\r\n"), List.of()),
                Arguments.of("byte order mark", "\uFEFF" + HEAD + TAIL, List.of(Code.E0104)),
                Arguments.of(
                        "branches",
                        body("var a = 1\n" + "if a > 2 { a = 3 }\n".repeat(2_000) + "a = a + 1"),
                        List.of()),
                Arguments.of(
                        "loops in loops",
                        body("for i0 in 0..2 { ".repeat(190).replace("i0", "i") + "}".repeat(190)),
                        List.of(Code.E0202)),
                Arguments.of(
                        "structs in structs",
                        top(repeat(100, i -> "struct S" + (i + 1) + " { a, b: S" + i + " }\n")
                                + "struct S0 { a: u8 }\n"),
                        List.of(Code.E0102)),
                Arguments.of(
                        "structs backwards",
                        top("struct S0 { a: u8 }\n"
                                + backwards(5_000, i -> "struct S" + (i + 1) + " { a: S" + i + " }\n")),
                        List.of(Code.E0102)),
                Arguments.of(
                        "constants backwards",
                        top("const c0 = 0\n" + backwards(5_000, i -> "const c" + (i + 1) + " = c" + i + " + 1\n")),
                        List.of(Code.E0102)),
                Arguments.of(
                        "functions",
                        top("fn g0() {}\n" + backwards(5_000, i -> "fn g" + (i + 1) + "() { g" + i + "() }\n")),
                        List.of()));
    }

    private static String body(String text) {
        return HEAD + text + TAIL;
    }

    private static String top(String text) {
        return "package big\n" + text + HEAD.substring(HEAD.indexOf('\n')) + TAIL;
    }

    private static String repeat(int count, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    private static String backwards(int count, IntFunction<String> part) {
        return repeat(count, i -> part.apply(count - 1 - i));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void isCompiledOrRefused(String name, String text, List<Code> codes) {
        Diagnostics diagnostics = new Diagnostics();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> TypeChecker.check(Parser.parse(new SourceFile("big.toe", text), diagnostics), diagnostics)
                        .ifPresent(Lowering::lower));
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).containsOnly(codes.toArray(Code[]::new));
    }
}
