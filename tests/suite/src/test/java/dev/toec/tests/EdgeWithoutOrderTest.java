package dev.toec.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.driver.Compilation;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge example with one of its reorder points deleted is refused, at the link, with the reason. */
class EdgeWithoutOrderTest {
    private static final String REORDER = "reorder arrival -> ";

    @ParameterizedTest
    @ValueSource(strings = {"Account.segment", "Account.transit", "inside.tx", "outside.tx"})
    void isRefusedWhereTheReorderPointWas(String consumer) throws IOException {
        String whole = Files.readString(Checkout.file("examples/edge/edge.toe"));
        String without = whole.replace(REORDER + consumer, consumer);
        assertThat(without).isNotEqualTo(whole);

        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile("edge.toe", without);
        assertThat(Compilation.compile(source, List.of(), diagnostics)).isEmpty();
        assertThat(diagnostics.sorted()).isNotEmpty().allSatisfy(d -> isAboutOrder(d, consumer));
    }

    private static void isAboutOrder(Diagnostic diagnostic, String consumer) {
        assertThat(diagnostic.code()).isEqualTo(Code.E0501);
        assertThat(diagnostic
                        .primary()
                        .span()
                        .file()
                        .line(diagnostic.primary().span().line()))
                .contains("-> " + consumer);
        assertThat(diagnostic.notes()).as("reasons").isNotEmpty();
        assertThat(diagnostic.fix()).as("next step").isPresent();
    }
}
