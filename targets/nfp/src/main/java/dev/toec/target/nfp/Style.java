package dev.toec.target.nfp;

import dev.toec.cgen.CExpr;
import dev.toec.cgen.CFunction;
import dev.toec.cgen.CParameter;
import dev.toec.cgen.CPrinter;
import dev.toec.cgen.CStmt;
import dev.toec.cgen.CStruct;
import dev.toec.cgen.CType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How firmware sources for this chip look: 79 columns, the name of a function at the start of a line. */
final class Style {
    private static final int COLUMNS = 79;
    private static final CPrinter PRINTER = new CPrinter(COLUMNS);

    private Style() {}

    /** {@code function} with its doc comment. */
    static String print(CFunction function) {
        CFunction wrapped = new CFunction(
                Comments.wrapped(function.doc()),
                function.specifiers(),
                function.result(),
                function.name(),
                function.parameters(),
                function.body());
        return nameFirst(PRINTER.print(wrapped), wrapped);
    }

    /** {@code struct} with its doc comment. */
    static String print(CStruct struct) {
        return PRINTER.print(struct);
    }

    /** The first lines of a static function, up to the closing parenthesis. */
    static String signature(CType result, String name, List<CParameter> parameters) {
        CFunction function = new CFunction("", "static", result, name, parameters, List.of());
        String prototype = nameFirst(PRINTER.prototype(function), function);
        return prototype.substring(0, prototype.lastIndexOf(';'));
    }

    private static String nameFirst(String text, CFunction function) {
        int start = CPrinter.doc(function.doc(), 0).length();
        Matcher matcher = Pattern.compile(" (\\**)" + Pattern.quote(function.name()) + "\\(")
                .matcher(text);
        return matcher.find(start)
                ? text.substring(0, matcher.start())
                        + (matcher.group(1).isEmpty() ? "" : " " + matcher.group(1))
                        + "\n"
                        + text.substring(matcher.end(1))
                : text;
    }

    /** Statements at the start of the line. */
    static String print(List<CStmt> statements) {
        return PRINTER.print(statements, 0);
    }

    /** A statement at {@code indent} spaces. */
    static String print(CStmt statement, int indent) {
        return PRINTER.print(List.of(statement), indent).stripTrailing();
    }

    /** A call of {@code function}, whose arguments are texts, at {@code indent} spaces. */
    static String call(String function, List<String> arguments, int indent) {
        return print(new CStmt.Evaluate(expression(function, arguments)), indent);
    }

    /** A call with texts as arguments. */
    static CExpr expression(String function, List<String> arguments) {
        return new CExpr.Call(function, arguments.stream().map(CExpr::name).toList());
    }

    /** Whether {@code text} fits a line. */
    static boolean fits(String text) {
        return text.length() <= COLUMNS;
    }

    /** One blank line at most between paragraphs, none before a closing brace, none at line ends. */
    static String tidy(String text) {
        return text.replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n").replaceAll("\n\n( *\\})", "\n$1");
    }
}
