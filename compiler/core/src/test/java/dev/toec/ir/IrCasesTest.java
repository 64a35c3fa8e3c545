package dev.toec.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.cases.CaseFile;
import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * IR text: section IR is read; it must print as PRINTED (or as itself where there is none), and the verifier must say
 * VERIFY (nothing where there is none).
 */
class IrCasesTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return CaseFile.tests("ir", IrCasesTest::check);
    }

    private static void check(CaseFile file) {
        Diagnostics diagnostics = new Diagnostics();
        IrProgram program = IrParser.parse(file.source("IR", "ir"), diagnostics);
        file.expect(diagnostics);
        if (diagnostics.hasErrors()) {
            return;
        }
        String printed = IrPrinter.print(program);
        file.expect(file.has("PRINTED") ? "PRINTED" : "IR", printed);
        IrProgram again = IrParser.parse(new SourceFile("printed.ir", printed), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(again).isEqualTo(program);
        file.expect("VERIFY", String.join("\n", IrVerifier.verify(program)));
    }

    @Test
    void theExampleInTheDocumentationIsAsPrinted() throws IOException {
        String page = Files.readString(Path.of("../docs/ir.md"));
        int start = page.indexOf("```ir\n") + "```ir\n".length();
        String example = page.substring(start, page.indexOf("```", start));
        Diagnostics diagnostics = new Diagnostics();
        IrProgram program = IrParser.parse(new SourceFile("ir.md", example), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(IrVerifier.verify(program)).isEmpty();
        assertThat(IrPrinter.print(program)).isEqualTo(example);
    }
}
