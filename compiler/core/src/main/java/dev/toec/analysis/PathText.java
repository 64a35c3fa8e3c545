package dev.toec.analysis;

import dev.toec.analysis.OncePaths.Decision;
import dev.toec.diag.Diagnostic;
import dev.toec.ir.Terminator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows a path in the source: which branches it takes. */
final class PathText implements Terminator.Visitor<String> {
    /** More branches than that, and the reader is lost; the last ones tell most. */
    private static final int SHOWN = 6;

    private final int target;

    private PathText(int target) {
        this.target = target;
    }

    /** {@code diagnostic} with a label at every decision of the path. */
    static Diagnostic show(Diagnostic diagnostic, List<Decision> decisions) {
        Diagnostic shown = diagnostic;
        int hidden = Math.max(0, decisions.size() - SHOWN);
        Set<Decision> told = new HashSet<>();
        for (Decision decision : decisions.subList(hidden, decisions.size())) {
            if (!told.add(decision)) {
                continue;
            }
            String text = decision.at().accept(new PathText(decision.target()));
            shown = shown.withRelated(decision.at().span(), "on the path where " + text);
        }
        return hidden == 0 ? shown : shown.withNote("the path takes " + hidden + " more branches before these");
    }

    @Override
    public String jump(Terminator.Jump terminator) {
        return "control goes on";
    }

    @Override
    public String branch(Terminator.Branch terminator) {
        return target == 0 ? "this holds" : "this does not hold";
    }

    @Override
    public String switchOn(Terminator.Switch terminator) {
        boolean otherwise = target == terminator.cases().size();
        return otherwise
                ? "no other alternative matches"
                : "this is "
                        + Long.toUnsignedString(terminator.cases().get(target).constant());
    }

    @Override
    public String returns(Terminator.Return terminator) {
        return "the handler ends";
    }
}
