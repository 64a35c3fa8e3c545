package dev.toec.syntax;

import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds declarations from the parse tree; what could not be read is left out. */
final class AstBuilder {
    private final Places places;
    private final StatementBuilder statements;
    private final ExpressionBuilder expressions;
    private final DocComments docs;
    private final ModuleBuilder modules;
    private final PipelineBuilder pipelines;

    AstBuilder(SourceFile source, CommonTokenStream tokens, Diagnostics diagnostics) {
        places = new Places(source);
        statements = new StatementBuilder(places, diagnostics);
        expressions = statements.expressions();
        docs = new DocComments(tokens);
        modules = new ModuleBuilder(places, statements, docs);
        pipelines = new PipelineBuilder(places, docs);
    }

    Ast.File file(ToeParser.FileContext tree, boolean complete) {
        List<Declaration> declarations = new ArrayList<>();
        for (ToeParser.DeclarationContext declaration : tree.declaration()) {
            if (Places.isWhole(declaration)) {
                add(declarations, (ParserRuleContext) declaration.getChild(0));
            }
        }
        ToeParser.PackageDeclarationContext named = tree.packageDeclaration();
        Optional<Ast.Name> program = named != null && Places.isDeeplyWhole(named)
                ? Optional.of(places.name(named.name()))
                : Optional.empty();
        return new Ast.File(program, declarations, complete, places.span(tree));
    }

    private void add(List<Declaration> declarations, ParserRuleContext tree) {
        Span span = places.span(tree);
        switch (tree.getRuleIndex()) {
            case ToeParser.RULE_constDeclaration ->
                constant((ToeParser.ConstDeclarationContext) tree, span, declarations);
            case ToeParser.RULE_enumDeclaration ->
                enumeration((ToeParser.EnumDeclarationContext) tree, span, declarations);
            case ToeParser.RULE_headerDeclaration ->
                header((ToeParser.HeaderDeclarationContext) tree, span, declarations);
            case ToeParser.RULE_structDeclaration ->
                struct((ToeParser.StructDeclarationContext) tree, span, declarations);
            case ToeParser.RULE_workDeclaration -> work((ToeParser.WorkDeclarationContext) tree, span, declarations);
            case ToeParser.RULE_dropsDeclaration ->
                declarations.add(drops((ToeParser.DropsDeclarationContext) tree, span));
            case ToeParser.RULE_fnDeclaration -> fn((ToeParser.FnDeclarationContext) tree, span, declarations);
            case ToeParser.RULE_moduleDeclaration ->
                modules.build((ToeParser.ModuleDeclarationContext) tree, span, declarations);
            default -> pipelines.build((ToeParser.PipelineDeclarationContext) tree, span, declarations);
        }
    }

    private void constant(ToeParser.ConstDeclarationContext tree, Span span, List<Declaration> out) {
        if (!Places.isDeeplyWhole(tree.name()) || (tree.type() != null && !Places.isDeeplyWhole(tree.type()))) {
            return;
        }
        Optional<Ast.Name> type = tree.type() == null ? Optional.empty() : Optional.of(places.name(tree.type()));
        Expression value = expressions.build(tree.expression(), tree.getStart());
        out.add(new Declaration.Const(docs.before(tree), places.name(tree.name()), type, value, span));
    }

    private void enumeration(ToeParser.EnumDeclarationContext tree, Span span, List<Declaration> out) {
        if (!Places.isDeeplyWhole(tree.name()) || !Places.isDeeplyWhole(tree.type())) {
            return;
        }
        List<Declaration.Enumeration.Member> members = new ArrayList<>();
        for (ToeParser.EnumMemberContext member : tree.enumMember()) {
            if (Places.isWhole(member) && Places.isDeeplyWhole(member.word())) {
                members.add(new Declaration.Enumeration.Member(
                        places.name(member.word()), expressions.build(member.expression(), member.getStart())));
            }
        }
        out.add(new Declaration.Enumeration(
                docs.before(tree), places.name(tree.name()), places.name(tree.type()), members, span));
    }

    private void header(ToeParser.HeaderDeclarationContext tree, Span span, List<Declaration> out) {
        if (Places.isDeeplyWhole(tree.name()) && tree.order != null) {
            boolean big = tree.order.getType() == ToeParser.BIG;
            out.add(new Declaration.Header(
                    docs.before(tree), places.name(tree.name()), big, fields(tree.fields()), span));
        }
    }

    private void struct(ToeParser.StructDeclarationContext tree, Span span, List<Declaration> out) {
        if (Places.isDeeplyWhole(tree.name())) {
            out.add(new Declaration.Struct(docs.before(tree), places.name(tree.name()), fields(tree.fields()), span));
        }
    }

    private void work(ToeParser.WorkDeclarationContext tree, Span span, List<Declaration> out) {
        if (Places.isDeeplyWhole(tree.name())) {
            out.add(new Declaration.Work(docs.before(tree), places.name(tree.name()), fields(tree.fields()), span));
        }
    }

    private List<Ast.Field> fields(ToeParser.FieldsContext tree) {
        List<Ast.Field> fields = new ArrayList<>();
        if (tree == null) {
            return fields;
        }
        for (ToeParser.FieldContext field : tree.field()) {
            if (Places.isDeeplyWhole(field) && field.type() != null) {
                for (ToeParser.WordContext word : field.word()) {
                    Ast.Name name = places.name(word);
                    fields.add(new Ast.Field(name, places.name(field.type()), field.OWN() != null, name.span()));
                }
            }
        }
        return fields;
    }

    private Declaration drops(ToeParser.DropsDeclarationContext tree, Span span) {
        List<Declaration.Drops.Reason> reasons = new ArrayList<>();
        for (ToeParser.DropReasonContext reason : tree.dropReason()) {
            if (Places.isDeeplyWhole(reason)) {
                String text = reason.STRING().getText();
                int end = text.length() > 1 && text.endsWith("\"") ? text.length() - 1 : text.length();
                reasons.add(new Declaration.Drops.Reason(places.name(reason.word()), text.substring(1, end)));
            }
        }
        return new Declaration.Drops(reasons, span);
    }

    private void fn(ToeParser.FnDeclarationContext tree, Span span, List<Declaration> out) {
        if (!Places.isDeeplyWhole(tree.name()) || (tree.type() != null && !Places.isDeeplyWhole(tree.type()))) {
            return;
        }
        List<Ast.Parameter> parameters = new ArrayList<>();
        for (ToeParser.ParameterContext parameter : tree.parameter()) {
            if (Places.isDeeplyWhole(parameter)) {
                parameters.add(new Ast.Parameter(
                        places.name(parameter.name()), places.name(parameter.type()), places.span(parameter)));
            }
        }
        Optional<Ast.Name> result = tree.type() == null ? Optional.empty() : Optional.of(places.name(tree.type()));
        Statement.Block body = statements.block(tree.block(), tree.getStart());
        out.add(new Declaration.Fn(docs.before(tree), places.name(tree.name()), parameters, result, body, span));
    }
}
