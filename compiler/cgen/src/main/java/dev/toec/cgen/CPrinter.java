package dev.toec.cgen;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints C: four spaces, the brace of a function on its own line, every other one on the line of its statement, doc
 * comments in the form {@code /** … *}{@code /}.
 *
 * @param columns longest line, where an expression can be broken
 */
public record CPrinter(int columns) {
    /** What is usual for C11 on a host. */
    public static final CPrinter WIDE = new CPrinter(100);

    /** {@code function} with its doc comment. */
    public String print(CFunction function) {
        StringBuilder out = new StringBuilder(doc(function.doc(), 0));
        out.append(signature(function)).append("\n{\n");
        new StatementPrinter(out, 4, columns).print(function.body());
        return out.append("}\n").toString();
    }

    /** The declaration of {@code function} for a header, doc comment included. */
    public String prototype(CFunction function) {
        return doc(function.doc(), 0) + signature(function) + ";\n";
    }

    /** {@code struct} with its doc comment. */
    public String print(CStruct struct) {
        StringBuilder out = new StringBuilder(doc(struct.doc(), 0));
        out.append("struct ").append(struct.tag()).append(" {\n");
        for (CStruct.Member member : struct.members()) {
            out.append(doc(member.doc(), 4));
            out.append("    ").append(member.type().declare(member.name())).append(";\n");
        }
        return out.append("};\n").toString();
    }

    /** {@code statements} at {@code indent} spaces. */
    public String print(List<CStmt> statements, int indent) {
        StringBuilder out = new StringBuilder();
        new StatementPrinter(out, indent, columns).print(statements);
        return out.toString();
    }

    /** {@code expression} on one line. */
    public static String print(CExpr expression) {
        return LineBreaks.plain(ExpressionPrinter.print(expression));
    }

    private String signature(CFunction function) {
        String parameters = function.parameters().isEmpty()
                ? "void"
                : function.parameters().stream()
                        .map(CParameter::toString)
                        .collect(Collectors.joining("," + LineBreaks.mark(1)));
        String specifiers = function.specifiers().isEmpty() ? "" : function.specifiers() + " ";
        String text = specifiers + function.result().declare(function.name() + "(" + parameters + ")");
        return LineBreaks.wrap(text, 0, columns);
    }

    /** A doc comment of {@code text}, one line where it is one, or nothing where it is empty. */
    public static String doc(String text, int indent) {
        String margin = " ".repeat(indent);
        String safe = text.strip().replace("*/", "* /").replace("/*", "/ *");
        if (safe.isEmpty()) {
            return "";
        }
        if (!safe.contains("\n")) {
            return margin + "/** " + safe + " */\n";
        }
        String lines = safe.lines()
                .map(l -> (margin + " * " + l.strip()).stripTrailing() + "\n")
                .collect(Collectors.joining());
        return margin + "/**\n" + lines + margin + " */\n";
    }
}
