package dev.toec.target.nfp.dialect;

import java.util.List;
import java.util.Set;

/** R7: no assembler in generated code: it could not be emulated. */
final class NoAssembler implements Rule {
    private static final Set<String> ASSEMBLER = Set.of("asm", "__asm", "__asm__");

    @Override
    public String id() {
        return "R7";
    }

    @Override
    public String title() {
        return "no assembler";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        return Search.tokens(this, sources, t -> t.isName() && ASSEMBLER.contains(t.text()), "%s in generated code");
    }
}
