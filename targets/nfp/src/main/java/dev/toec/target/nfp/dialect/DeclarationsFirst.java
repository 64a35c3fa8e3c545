package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.List;

/** R5: declarations stand at the start of a block. */
final class DeclarationsFirst implements Rule {
    @Override
    public String id() {
        return "R5";
    }

    @Override
    public String title() {
        return "declarations at the start of a block";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        List<Finding> findings = new ArrayList<>();
        for (SourceUnit source : sources) {
            for (FunctionSource function : source.functions()) {
                Search.walk(function.body(), node -> {
                    if (node instanceof Node.Block block) {
                        late(source, block, findings);
                    }
                });
            }
        }
        return findings;
    }

    private void late(SourceUnit source, Node.Block block, List<Finding> findings) {
        boolean statementSeen = false;
        for (Node item : block.items()) {
            boolean declaration = item instanceof Node.Declaration;
            if (declaration && statementSeen) {
                findings.add(new Finding(id(), source.path(), item.line(), "a declaration behind a statement"));
            }
            statementSeen |= !declaration;
        }
    }
}
