package dev.toec.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.cases.Mutator;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.ir.IrVerifier;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import dev.toec.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sources that went wrong in some way give diagnostics, never an exception; what gives none can be lowered to
 * well-formed IR. {@code -Dtoec.fuzz.count} and {@code -Dtoec.fuzz.seed} choose how many and which.
 */
class FrontFuzzTest {
    private static final int COUNT = Integer.getInteger("toec.fuzz.count", 20_000);
    private static final long SEED = Long.getLong("toec.fuzz.seed", 1);

    @Test
    void mutatedSourcesGiveOnlyDiagnostics() throws IOException {
        Mutator mutator = new Mutator(sources(), SEED);
        int accepted = 0;
        for (int i = 0; i < COUNT; i++) {
            String text = mutator.next();
            try {
                accepted += compile(text) ? 1 : 0;
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError("input " + i + " of seed " + SEED + ":\n" + text, e);
            }
        }
        assertThat(accepted).as("mutations that are right programs").isPositive();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> cases = Files.list(Path.of("src/test/cases/front"))) {
            return cases.sorted().map(FrontFuzzTest::source).toList();
        }
    }

    private static String source(Path path) {
        try {
            String text = Files.readString(path);
            int start = text.indexOf("# SOURCE\n") + 9;
            int end = text.indexOf("\n# ", start);
            return text.substring(start, end < 0 ? text.length() : end);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean compile(String text) {
        SourceFile source = new SourceFile("fuzz.toe", text);
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> program = TypeChecker.check(Parser.parse(source, diagnostics), diagnostics);
        assertThat(program.isEmpty()).isEqualTo(diagnostics.hasErrors());
        for (Diagnostic diagnostic : diagnostics.sorted()) {
            Span place = diagnostic.primary().span();
            assertThat(place.file()).isSameAs(source);
            assertThat(place.end()).isLessThanOrEqualTo(text.length());
        }
        program.ifPresent(p -> assertThat(IrVerifier.verify(Lowering.lower(p))).isEmpty());
        return program.isPresent();
    }
}
