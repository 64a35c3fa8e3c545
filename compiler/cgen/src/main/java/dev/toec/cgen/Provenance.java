package dev.toec.cgen;

import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Keeps of all notes of origin those a reader needs: where the code jumps to another part of the source. */
final class Provenance extends StatementRewriter {
    /** Lines a reader bridges where control flow begins something new. */
    private static final int NEAR = 5;
    /** Lines a reader bridges in straight code. */
    private static final int FAR = 30;

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
            boolean straight = !out.isEmpty() && isPlain(out.get(out.size() - 1));
            if (!(statement instanceof CStmt.Origin origin) || isNews(origin.span(), straight ? FAR : NEAR)) {
                out.add(statement.accept(this));
            }
        }
        return out;
    }

    private static boolean isPlain(CStmt statement) {
        return statement instanceof CStmt.Assign || statement instanceof CStmt.Evaluate;
    }

    private boolean isNews(Span span, int distance) {
        boolean elsewhere = !span.file().name().equals(last.file().name());
        boolean news = elsewhere || Math.abs(span.line() - last.line()) > distance;
        if (news) {
            last = span;
        }
        return news;
    }
}
