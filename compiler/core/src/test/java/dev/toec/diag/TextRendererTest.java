package dev.toec.diag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import org.junit.jupiter.api.Test;

class TextRendererTest {
    private static final TextRenderer PLAIN = new TextRenderer(false);

    private static Span find(SourceFile file, String text) {
        int start = file.text().indexOf(text);
        return new Span(file, start, start + text.length());
    }

    private static Diagnostic at(SourceFile file, String text) {
        return Diagnostic.of(Code.E0301, find(file, text), "it is wrong");
    }

    @Test
    void showsEverythingADiagnosticSays() {
        SourceFile file = new SourceFile("a.toe", "module M {\n  emit out(pkt)\n  drop(pkt, runt)\n}\n");
        Diagnostic diagnostic = at(file, "pkt, runt")
                .withLabel("used here")
                .withRelated(find(file, "emit out(pkt)"), "given away here")
                .withNote("a packet is given away once")
                .withFix("return after the emit");
        assertThat(PLAIN.render(diagnostic)).isEqualTo("""
                a.toe:3:8: error[E0301]: it is wrong
                  |
                2 |   emit out(pkt)
                  |   ------------- given away here
                3 |   drop(pkt, runt)
                  |        ^^^^^^^^^ used here
                  = note: a packet is given away once
                  = help: return after the emit
                """);
    }

    @Test
    void alignsMarksBehindTabs() {
        SourceFile file = new SourceFile("a.toe", "\tx\ty");
        assertThat(PLAIN.render(at(file, "y"))).contains("1 |     x   y\n  |         ^\n");
    }

    @Test
    void leavesLinesBetweenOut() {
        SourceFile file = new SourceFile("a.toe", "one\ntwo\nthree\nfour\n");
        assertThat(PLAIN.render(at(file, "four").withRelated(find(file, "one"), "")))
                .contains("1 | one\n  | ---\n ...\n4 | four\n  | ^^^^\n");
    }

    @Test
    void showsFirstAndLastLineOfALongSpan() {
        SourceFile file = new SourceFile("a.toe", "a {\n  b\n  c }\n");
        assertThat(PLAIN.render(at(file, "{\n  b\n  c }").withLabel("this block")))
                .contains("1 | a {\n  |   ^\n ...\n3 |   c }\n  |   ^^^ this block\n");
    }

    @Test
    void cutsLongLinesAroundTheMark() {
        SourceFile file = new SourceFile("a.toe", "a".repeat(500) + "HERE" + "b".repeat(500));
        String text = PLAIN.render(at(file, "HERE"));
        String[] lines = text.split("\n");
        assertThat(lines[2]).hasSizeLessThan(130).contains("…", "HERE");
        assertThat(lines[3].indexOf('^')).isEqualTo(lines[2].indexOf("HERE"));
        assertThat(lines[3]).endsWith("^^^^");
    }

    @Test
    void marksTheEndOfTheFile() {
        SourceFile file = new SourceFile("a.toe", "module M {");
        Span end = new Span(file, 10, 10);
        assertThat(PLAIN.render(Diagnostic.of(Code.E0101, end, "`}` is missing")))
                .contains("a.toe:1:11: error", "1 | module M {\n  |           ^\n");
    }

    @Test
    void namesAFileWithoutText() {
        Span whole = new Span(new SourceFile("gone.toe", ""), 0, 0);
        assertThat(PLAIN.render(Diagnostic.of(Code.E0901, whole, "there is no such file")))
                .isEqualTo("gone.toe: error[E0901]: there is no such file\n");
    }

    @Test
    void quotesOtherFilesUnderTheirName() {
        SourceFile file = new SourceFile("a.toe", "one");
        SourceFile other = new SourceFile("b.ir", "two");
        assertThat(PLAIN.render(at(file, "one").withRelated(find(other, "two"), "there")))
                .endsWith("  |\n1 | one\n  | ^^^\n ::: b.ir\n  |\n1 | two\n  | --- there\n");
    }

    @Test
    void letsNoSourceCommandTheTerminal() {
        SourceFile file = new SourceFile("a.toe", "x \033[2J\u202E y");
        assertThat(PLAIN.render(at(file, "x"))).doesNotContain("\033", "\u202E").contains("x \uFFFD[2J\uFFFD y");
    }

    @Test
    void coloursOnDemandOnly() {
        SourceFile file = new SourceFile("a.toe", "x");
        assertThat(new TextRenderer(true).render(at(file, "x"))).contains("\033[1;31merror[E0301]\033[0m");
        assertThat(PLAIN.render(at(file, "x"))).doesNotContain("\033");
    }
}
