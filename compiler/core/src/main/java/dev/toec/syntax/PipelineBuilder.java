package dev.toec.syntax;

import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds pipelines from the parse tree; an item that could not be read is left out. */
final class PipelineBuilder {
    private final Places places;
    private final DocComments docs;

    PipelineBuilder(Places places, DocComments docs) {
        this.places = places;
        this.docs = docs;
    }

    void build(ToeParser.PipelineDeclarationContext tree, Span span, List<Declaration> out) {
        if (!Places.isDeeplyWhole(tree.name())) {
            return;
        }
        List<PipelineItem> items = new ArrayList<>();
        for (ToeParser.PipelineItemContext item : tree.pipelineItem()) {
            if (Places.isDeeplyWhole(item)) {
                items.add(item((ParserRuleContext) item.getChild(0)));
            }
        }
        out.add(new Declaration.PipelineDeclaration(docs.before(tree), places.name(tree.name()), items, span));
    }

    private PipelineItem item(ParserRuleContext tree) {
        return switch (tree.getRuleIndex()) {
            case ToeParser.RULE_externalPorts -> ports((ToeParser.ExternalPortsContext) tree);
            case ToeParser.RULE_stageItem -> stage((ToeParser.StageItemContext) tree);
            case ToeParser.RULE_sequenceItem -> sequence((ToeParser.SequenceItemContext) tree);
            default -> link((ToeParser.LinkContext) tree);
        };
    }

    private PipelineItem ports(ToeParser.ExternalPortsContext tree) {
        List<Ast.Name> names = new ArrayList<>();
        for (ToeParser.NameContext name : tree.name()) {
            names.add(places.name(name));
        }
        return new PipelineItem.Ports(names, places.span(tree));
    }

    private PipelineItem stage(ToeParser.StageItemContext tree) {
        return new PipelineItem.Stage(
                places.name(tree.name(0)), places.name(tree.name(1)), tree.REPLICATED() != null, places.span(tree));
    }

    private PipelineItem sequence(ToeParser.SequenceItemContext tree) {
        List<PipelineItem.Endpoint> at = new ArrayList<>();
        for (ToeParser.EndpointContext endpoint : tree.endpoint()) {
            at.add(endpoint(endpoint));
        }
        return new PipelineItem.Sequence(places.name(tree.name()), at, places.span(tree));
    }

    private PipelineItem link(ToeParser.LinkContext tree) {
        Optional<Ast.Name> reorder = tree.name() == null ? Optional.empty() : Optional.of(places.name(tree.name()));
        return new PipelineItem.Link(
                endpoint(tree.endpoint(0)), reorder, endpoint(tree.endpoint(1)), places.span(tree));
    }

    private PipelineItem.Endpoint endpoint(ToeParser.EndpointContext tree) {
        Ast.Name owner = new Ast.Name(tree.ID().getText(), places.span(tree.ID().getSymbol()));
        Optional<Ast.Name> port = tree.word() == null ? Optional.empty() : Optional.of(places.name(tree.word()));
        return new PipelineItem.Endpoint(owner, tree.REPLICATED() != null, port, places.span(tree));
    }
}
