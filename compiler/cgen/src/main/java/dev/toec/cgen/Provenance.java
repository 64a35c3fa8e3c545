package dev.toec.cgen;

import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Keeps of all notes of origin those a reader needs: where the code jumps to another part of the source. */
final class Provenance extends StatementRewriter {
    private static final int NEAR = 5;

    private Span last;

    private Provenance(Span start) {
        this.last = start;
    }

    /** {@code file:line} without the file's folder, so that code does not depend on where it was generated. */
    static String text(Span span) {
        String name = span.file().name();
        return name.substring(name.lastIndexOf('/') + 1) + ":" + span.line();
    }

    static List<CStmt> prune(List<CStmt> body, Span start) {
        return new Provenance(start).rewrite(body);
    }

    @Override
    List<CStmt> rewrite(List<CStmt> statements) {
        List<CStmt> out = new ArrayList<>();
        for (CStmt statement : statements) {
            if (!(statement instanceof CStmt.Origin origin) || isNews(origin.span())) {
                out.add(statement.accept(this));
            }
        }
        return out;
    }

    private boolean isNews(Span span) {
        boolean elsewhere = !span.file().name().equals(last.file().name());
        boolean far = elsewhere || span.line() < last.line() || span.line() - last.line() > NEAR;
        if (far || span.line() > last.line() && !last.isWritten()) {
            last = span;
        }
        return far;
    }
}
