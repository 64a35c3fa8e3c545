package dev.toec.target.cpu;

import dev.toec.cgen.CExpr;
import dev.toec.cgen.CFunction;
import dev.toec.cgen.CParameter;
import dev.toec.cgen.CPrinter;
import dev.toec.cgen.CStmt;
import dev.toec.cgen.CType;
import java.util.ArrayList;
import java.util.List;

/** First lines of functions whose bodies are skeletons, broken where they are long. */
final class Signatures {
    private static final CParameter WORKER =
            new CParameter(CType.struct("toe_worker").pointer(), "worker");

    private Signatures() {}

    /** A function that takes {@code fields} and then {@code last}. */
    static String of(String specifiers, CType result, String name, List<FieldModel> fields, List<CParameter> last) {
        List<CParameter> parameters = new ArrayList<>(parameters(fields));
        parameters.addAll(last);
        return print(new CFunction("", specifiers, result, name, parameters, List.of()));
    }

    /** A function that takes the worker and {@code fields}. */
    static String ofWorker(String name, List<FieldModel> fields) {
        List<CParameter> parameters = new ArrayList<>(List.of(WORKER));
        parameters.addAll(parameters(fields));
        return print(new CFunction("", "static", CType.VOID, name, parameters, List.of()));
    }

    private static List<CParameter> parameters(List<FieldModel> fields) {
        return fields.stream().map(f -> new CParameter(f.type(), f.argument())).toList();
    }

    private static String print(CFunction function) {
        String prototype = CPrinter.WIDE.prototype(function);
        return prototype.substring(0, prototype.lastIndexOf(';'));
    }

    /** The statement that calls {@code function}, for a place {@code indent} spaces to the right. */
    static String call(String function, List<CExpr> arguments, int indent) {
        CStmt call = new CStmt.Evaluate(new CExpr.Call(function, arguments));
        return new CPrinter(CPrinter.WIDE.columns() - indent)
                .print(List.of(call), 0)
                .strip();
    }
}
