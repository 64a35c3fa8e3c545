package dev.toec.syntax;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds blocks and statements; a statement that could not be read becomes {@link Statement.Broken}. */
final class StatementBuilder {
    /** How many branches an {@code if} may have: those who walk the tree do so by recursion. */
    private static final int MAX_BRANCHES = 200;

    private final Places places;
    private final ExpressionBuilder expressions;
    private final Diagnostics diagnostics;

    StatementBuilder(Places places, Diagnostics diagnostics) {
        this.places = places;
        this.expressions = new ExpressionBuilder(places, diagnostics);
        this.diagnostics = diagnostics;
    }

    ExpressionBuilder expressions() {
        return expressions;
    }

    /** A block; an unreadable one holds what was readable of it and {@link Statement.Broken}. */
    Statement.Block block(ToeParser.BlockContext tree, Token near) {
        if (tree == null) {
            return broken(places.span(near));
        }
        List<Statement> statements = new ArrayList<>();
        for (ToeParser.StatementContext statement : tree.statement()) {
            statements.add(statement(statement));
        }
        if (!Places.isWhole(tree)) {
            statements.add(new Statement.Broken(places.span(tree)));
        }
        return new Statement.Block(statements, places.span(tree));
    }

    private static Statement.Block broken(Span span) {
        return new Statement.Block(List.of(new Statement.Broken(span)), span);
    }

    private Statement.Block body(ToeParser.BodyContext tree, Token near) {
        if (!Places.isWhole(tree)) {
            return broken(places.span(near));
        }
        if (tree.block() != null) {
            return block(tree.block(), tree.getStart());
        }
        if (!Places.isWhole(tree.simple())) {
            return broken(places.span(tree));
        }
        return new Statement.Block(List.of(only(tree.simple())), places.span(tree));
    }

    private Optional<Statement.Block> optionalBody(ToeParser.BodyContext tree) {
        return tree == null ? Optional.empty() : Optional.of(body(tree, tree.getStart()));
    }

    private Statement statement(ToeParser.StatementContext tree) {
        return Places.isWhole(tree) ? only(tree) : new Statement.Broken(places.span(tree));
    }

    /** The statement that is the only child of {@code choice}. */
    private Statement only(ParserRuleContext choice) {
        ParserRuleContext tree = (ParserRuleContext) choice.getChild(0);
        Span span = places.span(tree);
        if (!Places.isWhole(tree)) {
            return new Statement.Broken(span);
        }
        return switch (tree.getRuleIndex()) {
            case ToeParser.RULE_letStatement -> let((ToeParser.LetStatementContext) tree, span);
            case ToeParser.RULE_viewStatement -> view((ToeParser.ViewStatementContext) tree, span);
            case ToeParser.RULE_ifStatement -> branch((ToeParser.IfStatementContext) tree, span);
            case ToeParser.RULE_matchStatement -> match((ToeParser.MatchStatementContext) tree, span);
            case ToeParser.RULE_forStatement -> loop((ToeParser.ForStatementContext) tree, span);
            case ToeParser.RULE_returnStatement -> returns((ToeParser.ReturnStatementContext) tree, span);
            case ToeParser.RULE_jumpStatement ->
                tree.getStart().getType() == ToeParser.BREAK ? new Statement.Break(span) : new Statement.Continue(span);
            case ToeParser.RULE_emitStatement -> emit((ToeParser.EmitStatementContext) tree, span);
            case ToeParser.RULE_dropStatement -> drop((ToeParser.DropStatementContext) tree, span);
            case ToeParser.RULE_removeStatement ->
                new Statement.Remove(expressions.postfix(((ToeParser.RemoveStatementContext) tree).postfix(), 0), span);
            case ToeParser.RULE_targetStatement -> target((ToeParser.TargetStatementContext) tree, span);
            case ToeParser.RULE_simpleTarget ->
                target(((ToeParser.SimpleTargetContext) tree).target(), Optional.empty(), span);
            default -> block((ToeParser.BlockContext) tree, tree.getStart());
        };
    }

    private Statement let(ToeParser.LetStatementContext tree, Span span) {
        if (!Places.isDeeplyWhole(tree.name()) || (tree.type() != null && !Places.isDeeplyWhole(tree.type()))) {
            return new Statement.Broken(span);
        }
        Optional<Ast.Name> type = tree.type() == null ? Optional.empty() : Optional.of(places.name(tree.type()));
        return new Statement.Let(
                places.name(tree.name()),
                type,
                tree.keyword.getType() == ToeParser.VAR,
                expressions.build(tree.expression(), tree.getStart()),
                optionalBody(tree.body()),
                span);
    }

    private Statement view(ToeParser.ViewStatementContext tree, Span span) {
        if (!Places.isDeeplyWhole(tree.name()) || !Places.isDeeplyWhole(tree.type())) {
            return new Statement.Broken(span);
        }
        Expression place = expressions.postfix(tree.postfix(), 0);
        Statement.Block otherwise = body(tree.body(), tree.getStart());
        if (!(place instanceof Expression.Index at)) {
            if (!(place instanceof Expression.Broken)) {
                diagnostics.report(Diagnostic.of(Code.E0101, place.span(), "a view begins at an offset into a packet")
                        .withFix("write 'packet[offset]'"));
            }
            return new Statement.View(
                    places.name(tree.name()),
                    place,
                    new Expression.Broken(span),
                    places.name(tree.type()),
                    otherwise,
                    span);
        }
        return new Statement.View(
                places.name(tree.name()), at.target(), at.index(), places.name(tree.type()), otherwise, span);
    }

    private Statement branch(ToeParser.IfStatementContext tree, Span span) {
        if (tree.elseBranch().size() >= MAX_BRANCHES) {
            diagnostics.report(
                    Diagnostic.of(Code.E0102, places.span(tree.getStart()), "this 'if' has too many branches")
                            .withNote("an 'if' may have " + MAX_BRANCHES + " branches")
                            .withFix("use a 'match'"));
            return new Statement.Broken(span);
        }
        List<Statement.Branch> branches = new ArrayList<>();
        branches.add(branch(tree.condition(), tree.block(), tree.getStart()));
        Optional<Statement.Block> otherwise = Optional.empty();
        for (ToeParser.ElseBranchContext next : tree.elseBranch()) {
            if (otherwise.isPresent()) {
                diagnostics.report(Code.E0231, places.span(next.getStart()), "nothing can follow the last 'else'");
            } else if (next.IF() == null) {
                otherwise = Optional.of(block(next.block(), next.getStart()));
            } else {
                branches.add(branch(next.condition(), next.block(), next.getStart()));
            }
        }
        return new Statement.If(branches, otherwise, span);
    }

    private Statement.Branch branch(ToeParser.ConditionContext condition, ToeParser.BlockContext block, Token near) {
        boolean readable = Places.isWhole(condition)
                && Places.isWhole(block)
                && (condition.name() == null || Places.isDeeplyWhole(condition.name()));
        if (!readable) {
            return new Statement.Branch(Optional.empty(), new Expression.Broken(places.span(near)), block(block, near));
        }
        Optional<Ast.Name> binding =
                condition.name() == null ? Optional.empty() : Optional.of(places.name(condition.name()));
        return new Statement.Branch(binding, expressions.build(condition.expression(), near), block(block, near));
    }

    private Statement match(ToeParser.MatchStatementContext tree, Span span) {
        List<Statement.Arm> arms = new ArrayList<>();
        for (ToeParser.ArmContext arm : tree.arm()) {
            if (!Places.isWhole(arm)) {
                return new Statement.Broken(span);
            }
            arms.add(new Statement.Arm(patterns(arm), body(arm.body(), arm.getStart()), places.span(arm)));
        }
        return new Statement.Match(expressions.build(tree.expression(), tree.getStart()), arms, span);
    }

    private List<Expression> patterns(ToeParser.ArmContext arm) {
        List<Expression> patterns = new ArrayList<>();
        for (ToeParser.PatternContext pattern : arm.pattern()) {
            patterns.add(expressions.pattern(pattern));
        }
        return patterns;
    }

    private Statement loop(ToeParser.ForStatementContext tree, Span span) {
        if (!Places.isDeeplyWhole(tree.name())) {
            return new Statement.Broken(span);
        }
        return new Statement.For(
                places.name(tree.name()),
                expressions.build(tree.expression(0), tree.getStart()),
                expressions.build(tree.expression(1), tree.getStart()),
                block(tree.block(), tree.getStart()),
                span);
    }

    private Statement returns(ToeParser.ReturnStatementContext tree, Span span) {
        return new Statement.Return(
                tree.expression() == null
                        ? Optional.empty()
                        : Optional.of(expressions.build(tree.expression(), tree.getStart())),
                span);
    }

    private Statement emit(ToeParser.EmitStatementContext tree, Span span) {
        return Places.isDeeplyWhole(tree.word())
                ? new Statement.Emit(
                        places.name(tree.word()), expressions.build(tree.expression(), tree.getStart()), span)
                : new Statement.Broken(span);
    }

    private Statement drop(ToeParser.DropStatementContext tree, Span span) {
        return Places.isDeeplyWhole(tree.word())
                ? new Statement.Drop(
                        expressions.build(tree.expression(), tree.getStart()), places.name(tree.word()), span)
                : new Statement.Broken(span);
    }

    private Statement target(ToeParser.TargetStatementContext tree, Span span) {
        return target(tree.target(), optionalBody(tree.body()), span);
    }

    private Statement target(ToeParser.TargetContext tree, Optional<Statement.Block> otherwise, Span span) {
        if (!Places.isWhole(tree) || !Places.isDeeplyWhole(tree.name())) {
            return new Statement.Broken(span);
        }
        Ast.Name name = places.name(tree.name());
        Expression target = expressions.suffixes(new Expression.Use(name, name.span()), tree.suffix(), 0);
        if (tree.assignment() == null) {
            return new Statement.Evaluate(target, otherwise, span);
        }
        Expression value = expressions.build(tree.assignment().expression(), tree.getStart());
        if (!Places.isWhole(tree.assignment())) {
            return new Statement.Broken(span);
        }
        if (tree.assignment().operator.getType() == ToeParser.ASSIGN) {
            return new Statement.Assign(target, value, otherwise, span);
        }
        return new Statement.Add(target, value, span);
    }
}
