package dev.toec.syntax;

import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds modules from the parse tree; a member that could not be read is left out. */
final class ModuleBuilder {
    private final Places places;
    private final StatementBuilder statements;
    private final DocComments docs;

    ModuleBuilder(Places places, StatementBuilder statements, DocComments docs) {
        this.places = places;
        this.statements = statements;
        this.docs = docs;
    }

    void build(ToeParser.ModuleDeclarationContext tree, Span span, List<Declaration> out) {
        if (!Places.isDeeplyWhole(tree.name())) {
            return;
        }
        List<ModuleMember> members = new ArrayList<>();
        for (ToeParser.ModuleMemberContext member : tree.moduleMember()) {
            if (Places.isWhole(member)) {
                add(members, (ParserRuleContext) member.getChild(0));
            }
        }
        out.add(new Declaration.ModuleDeclaration(docs.before(tree), places.name(tree.name()), members, span));
    }

    private void add(List<ModuleMember> members, ParserRuleContext tree) {
        if (!Places.isWhole(tree)) {
            return;
        }
        switch (tree.getRuleIndex()) {
            case ToeParser.RULE_portMember -> port((ToeParser.PortMemberContext) tree, members);
            case ToeParser.RULE_counterMember -> counters((ToeParser.CounterMemberContext) tree, members);
            case ToeParser.RULE_tableMember -> table((ToeParser.TableMemberContext) tree, members);
            case ToeParser.RULE_variableMember -> variable((ToeParser.VariableMemberContext) tree, members);
            case ToeParser.RULE_hookMember -> hook((ToeParser.HookMemberContext) tree, members);
            default -> handler((ToeParser.HandlerMemberContext) tree, members);
        }
    }

    private void port(ToeParser.PortMemberContext tree, List<ModuleMember> members) {
        if (Places.isDeeplyWhole(tree)) {
            boolean input = tree.direction.getType() == ToeParser.IN;
            members.add(new ModuleMember.Port(
                    docs.before(tree), places.name(tree.name()), input, places.name(tree.type()), places.span(tree)));
        }
    }

    private void counters(ToeParser.CounterMemberContext tree, List<ModuleMember> members) {
        for (ToeParser.NameContext name : tree.name()) {
            if (Places.isDeeplyWhole(name)) {
                members.add(new ModuleMember.Counter(docs.before(tree), places.name(name), places.span(name)));
            }
        }
    }

    private void table(ToeParser.TableMemberContext tree, List<ModuleMember> members) {
        if (Places.isDeeplyWhole(tree.name())
                && Places.isDeeplyWhole(tree.type(0))
                && Places.isDeeplyWhole(tree.type(1))) {
            members.add(new ModuleMember.Table(
                    docs.before(tree),
                    places.name(tree.name()),
                    places.name(tree.type(0)),
                    places.name(tree.type(1)),
                    statements.expressions().build(tree.expression(), tree.getStart()),
                    places.span(tree)));
        }
    }

    private void variable(ToeParser.VariableMemberContext tree, List<ModuleMember> members) {
        if (Places.isDeeplyWhole(tree.name()) && Places.isDeeplyWhole(tree.type())) {
            members.add(new ModuleMember.Variable(
                    docs.before(tree),
                    places.name(tree.name()),
                    places.name(tree.type()),
                    statements.expressions().build(tree.expression(), tree.getStart()),
                    places.span(tree)));
        }
    }

    private void hook(ToeParser.HookMemberContext tree, List<ModuleMember> members) {
        if (Places.isDeeplyWhole(tree.name(0)) && Places.isDeeplyWhole(tree.name(1))) {
            members.add(new ModuleMember.Hook(
                    docs.before(tree),
                    places.name(tree.name(0)),
                    places.name(tree.name(1)),
                    statements.expressions().build(tree.expression(), tree.getStart()),
                    places.span(tree)));
        }
    }

    private void handler(ToeParser.HandlerMemberContext tree, List<ModuleMember> members) {
        if (Places.isDeeplyWhole(tree.name(0)) && Places.isDeeplyWhole(tree.name(1))) {
            members.add(new ModuleMember.Handler(
                    docs.before(tree),
                    places.name(tree.name(0)),
                    places.name(tree.name(1)),
                    statements.block(tree.block(), tree.getStart()),
                    places.span(tree)));
        }
    }
}
