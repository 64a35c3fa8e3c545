package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** R8: the chip divides in software, bit by bit: a division by no power of two says that it is slow. */
final class FlaggedDivision implements Rule {
    static final Set<String> DIVISIONS = Set.of("/", "%", "/=", "%=");

    @Override
    public String id() {
        return "R8";
    }

    @Override
    public String title() {
        return "slow divisions are flagged";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        List<Finding> findings = new ArrayList<>();
        for (SourceUnit source : sources) {
            for (FunctionSource function : source.functions()) {
                for (Operations.Operation division : Operations.in(function, DIVISIONS)) {
                    long divisor = Operations.constant(division.right());
                    boolean fast = divisor > 0 && Long.bitCount(divisor) == 1;
                    if (!fast
                            && !source.slowLines().contains(division.operator().line())) {
                        findings.add(new Finding(
                                id(),
                                source.path(),
                                division.operator().line(),
                                "a division in software; a comment must say that it is slow"));
                    }
                }
            }
        }
        return findings;
    }
}
