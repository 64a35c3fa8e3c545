package dev.toec.syntax;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads a TOE source. Tokens are checked by themselves first. Then the text is parsed with the faster SLL prediction,
 * which accepts every right program, and gives up at the first error; only a text with errors is parsed again, with LL prediction, to say exactly what is
 * wrong.
 */
public final class Parser {
    private final SourceFile source;
    private final Diagnostics diagnostics;

    private Parser(SourceFile source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** The tree of {@code source}; after errors (E01xx) a partial one, marked as such. */
    public static Ast.File parse(SourceFile source, Diagnostics diagnostics) {
        return new Parser(source, diagnostics).parse();
    }

    private Ast.File parse() {
        CommonTokenStream tokens = new CommonTokenStream(new QuickLexer(source.name(), source.text()));
        tokens.fill();
        TokenCheck check = new TokenCheck(source, diagnostics);
        if (!check.check(tokens.getTokens())) {
            return new Ast.File(Optional.empty(), List.of(), false, new Span(source, 0, 0));
        }
        ErrorCollector errors = new ErrorCollector(source);
        ToeParser.FileContext tree = parse(tokens, errors);
        errors.reportTo(diagnostics);
        AstBuilder builder = new AstBuilder(source, tokens, diagnostics);
        Ast.File file = builder.file(tree, errors.isEmpty() && check.isClean());
        if (file.program().isEmpty() && errors.isEmpty()) {
            reportNoPackage(tokens.get(0));
        }
        return file;
    }

    private static ToeParser.FileContext parse(CommonTokenStream tokens, ErrorCollector errors) {
        try {
            return parse(tokens, PredictionMode.SLL, new BailErrorStrategy());
        } catch (ParseCancellationException e) {
            return parse(tokens, PredictionMode.LL, new SyntaxErrors(errors));
        }
    }

    private static ToeParser.FileContext parse(
            CommonTokenStream tokens, PredictionMode mode, ANTLRErrorStrategy onError) {
        tokens.seek(0);
        ToeParser parser = new ToeParser(tokens);
        parser.getInterpreter().setPredictionMode(mode);
        parser.setErrorHandler(onError);
        parser.removeErrorListeners();
        return parser.file();
    }

    private void reportNoPackage(Token first) {
        int start = Math.min(first.getStartIndex(), source.text().length());
        Span place = new Span(source, start, Math.max(start, first.getStopIndex() + 1));
        diagnostics.report(Diagnostic.of(Code.E0107, place, "a source begins with its package")
                .withNote("the package gives the program its name")
                .withFix("write 'package name' as the first declaration"));
    }
}
