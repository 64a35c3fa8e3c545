package dev.toec.target.nfp;

import dev.toec.cgen.CExpr;
import dev.toec.cgen.CFunction;
import dev.toec.cgen.CParameter;
import dev.toec.cgen.CStmt;
import dev.toec.cgen.CType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says of parameters that a function does not look at that this is meant: {@code (void)name;}. */
final class UnusedParameters {
    private UnusedParameters() {}

    static CFunction mark(CFunction function) {
        String body = Style.print(function.body());
        List<CStmt> marks = function.parameters().stream()
                .map(CParameter::name)
                .filter(name -> !Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(body)
                        .find())
                .map(name -> (CStmt) new CStmt.Evaluate(new CExpr.Cast(CType.VOID, CExpr.name(name))))
                .toList();
        int at = 0;
        while (at < function.body().size() && function.body().get(at) instanceof CStmt.Declare) {
            at++;
        }
        List<CStmt> marked = new ArrayList<>(function.body());
        marked.addAll(at, marks);
        return new CFunction(
                function.doc(),
                function.specifiers(),
                function.result(),
                function.name(),
                function.parameters(),
                marked);
    }
}
