package dev.toec.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.cases.CaseFile;
import dev.toec.diag.Diagnostics;
import dev.toec.ir.IrPrinter;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrVerifier;
import dev.toec.syntax.Parser;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code src/test/cases/front}: what is said of a source, and the IR of one that is right. */
class FrontCasesTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return CaseFile.tests("front", FrontCasesTest::run);
    }

    private static void run(CaseFile file) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> program =
                TypeChecker.check(Parser.parse(file.source("SOURCE", "toe"), diagnostics), diagnostics);
        file.expect(diagnostics);
        assertThat(program.isEmpty()).isEqualTo(diagnostics.hasErrors());
        if (program.isPresent()) {
            IrProgram ir = Lowering.lower(program.get());
            assertThat(IrVerifier.verify(ir)).isEmpty();
            file.expect("IR", IrPrinter.print(ir));
        }
    }
}
