package dev.toec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Code;
import dev.toec.diag.CodePage;
import dev.toec.diag.Diagnostics;
import dev.toec.diag.TextRenderer;
import dev.toec.driver.Compilation;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the documentation shows compiles, or fails, as it says. */
class DocumentationTest {
    private static final String TABLE = "|---|---|\n";
    private static final Path ROOT = Path.of("../..");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("compiler/docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static Diagnostics check(Snippet snippet) {
        Diagnostics diagnostics = new Diagnostics();
        Compilation.check(new SourceFile(snippet.place(), snippet.program()), List.of(), diagnostics);
        return diagnostics;
    }

    @TestFactory
    Stream<DynamicTest> snippetsOfPages() throws IOException {
        return pages().stream()
                .flatMap(page -> Snippet.of(page).stream())
                .map(snippet -> DynamicTest.dynamicTest(snippet.place(), () -> {
                    Diagnostics diagnostics = check(snippet);
                    assertThat(diagnostics.hasErrors())
                            .as(new TextRenderer(false).render(diagnostics.sorted()))
                            .isEqualTo(snippet.fails());
                }));
    }

    @TestFactory
    Stream<DynamicTest> linksOfPages() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> checkLinks(page)));
    }

    private static void checkLinks(Path page) throws IOException {
        List<String> links = new ArrayList<>();
        Parser.builder().build().parse(Files.readString(page)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
            }
        });
        for (String link : links) {
            String file = link.replaceFirst("#.*", "");
            assertThat(file.isEmpty() || Files.exists(page.resolveSibling(file)))
                    .as(page + " leads to " + link)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyDiagnosticHasAPage(Code code) {
        assertThat(CodePage.read(code)).startsWith("# " + code + ": " + code.title() + "\n");
    }

    /** With {@code -Dtoec.update=true} the test writes what it wants to see. */
    @Test
    void theIndexListsEveryDiagnosticOnce() throws IOException {
        Path file = ROOT.resolve("compiler/docs/diagnostics.md");
        String text = Files.readString(file);
        String wanted = text.substring(0, text.indexOf(TABLE) + TABLE.length()) + index();
        if (Boolean.getBoolean("toec.update")) {
            Files.writeString(file, wanted);
        }
        assertThat(Files.readString(file)).isEqualTo(wanted);
    }

    private static String index() {
        StringBuilder index = new StringBuilder();
        for (Code code : Code.values()) {
            String page = "../core/src/main/resources/dev/toec/diag/" + code + ".md";
            index.append("| [" + code + "](" + page + ") | " + code.title() + " |\n");
        }
        return index.toString();
    }
}
