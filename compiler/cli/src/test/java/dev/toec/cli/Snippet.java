package dev.toec.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A fenced block of a page whose language is {@code toe}.
 *
 * @param place page and line
 * @param fails whether the page says that it is wrong: {@code ```toe fails}
 */
record Snippet(String place, String text, boolean fails) {
    /** Makes declarations alone a program. */
    private static final String WIRE = """

            module SnippetWire {
              in  snippet_frame: packet
              out snippet_done: packet
              on snippet_frame(pkt) { emit snippet_done(pkt) }
            }
            pipeline Snippet {
              port snippet_in, snippet_out
              snippet_in.rx -> SnippetWire.snippet_frame
              SnippetWire.snippet_done -> snippet_out.tx
            }
            """;

    /** All snippets of the Markdown page {@code file}. */
    static List<Snippet> of(Path file) {
        try {
            return of(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Snippet> of(String name, String page) {
        List<Snippet> snippets = new ArrayList<>();
        Parser parser =
                Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
        parser.parse(page).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                List<String> info = List.of(block.getInfo().split(" "));
                if (info.get(0).equals("toe")) {
                    String place = name + ":" + (block.getSourceSpans().get(0).getLineIndex() + 1);
                    snippets.add(new Snippet(place, block.getLiteral(), info.contains("fails")));
                }
            }
        });
        return snippets;
    }

    /** The snippet as a program: as it is if it names its package, with what is missing otherwise. */
    String program() {
        if (text.startsWith("package ") || text.contains("\npackage ")) {
            return text;
        }
        return "package snippet\n" + text + (text.contains("pipeline ") ? "" : WIRE);
    }
}
