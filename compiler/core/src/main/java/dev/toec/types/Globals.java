package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.ir.IrProgram;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a source declares at its top. Types and constants may be used before they are declared: each is worked out when
 * first asked for.
 */
final class Globals implements Declaration.Visitor<Void> {
    /** Through how many constants declared further down one may lead. */
    private static final int MAX_DEPTH = 100;

    private final Problems problems;
    private final CallGraph calls;
    private final Types types;
    private final Conversions conversions;
    private final Layouts layouts;
    private final Map<String, Declaration.Const> constants = new LinkedHashMap<>();
    private final Map<String, Symbol> values = new LinkedHashMap<>();
    private final Set<String> inProgress = new HashSet<>();
    private final Map<String, Span> names = new LinkedHashMap<>();
    private final Map<String, IrProgram.DropReason> reasons = new LinkedHashMap<>();
    private final List<Declaration.Fn> functions = new ArrayList<>();
    private final List<Declaration.ModuleDeclaration> modules = new ArrayList<>();
    private final List<Declaration.PipelineDeclaration> pipelines = new ArrayList<>();
    private final List<Ast.Name> typeNames = new ArrayList<>();

    Globals(Problems problems, CallGraph calls) {
        this.problems = problems;
        this.calls = calls;
        this.types = new Types(problems);
        this.conversions = new Conversions(problems);
        this.layouts = new Layouts(this, problems);
    }

    /** Where calls are noted. */
    CallGraph calls() {
        return calls;
    }

    Types types() {
        return types;
    }

    Conversions conversions() {
        return conversions;
    }

    Map<String, IrProgram.DropReason> reasons() {
        return reasons;
    }

    List<Declaration.Fn> functions() {
        return functions;
    }

    List<Declaration.ModuleDeclaration> modules() {
        return modules;
    }

    List<Declaration.PipelineDeclaration> pipelines() {
        return pipelines;
    }

    /** Notes what {@code file} declares, then works all of it out. */
    void declare(Ast.File file) {
        for (Declaration declaration : file.declarations()) {
            declaration.accept(this);
        }
        for (Ast.Name name : typeNames) {
            types.findOrNull(name.text());
        }
        for (Declaration.Fn fn : functions) {
            signature(fn);
        }
        for (String constant : constants.keySet()) {
            value(constant);
        }
    }

    /** The enumerations in the order of the source. */
    List<Type.Enumeration> enums() {
        List<Type.Enumeration> enums = new ArrayList<>();
        for (Ast.Name name : typeNames) {
            if (types.findOrNull(name.text()) instanceof Type.Enumeration e) {
                enums.add(e);
            }
        }
        return enums;
    }

    /** The work types in the order of the source. */
    List<Type.Struct> works() {
        List<Type.Struct> works = new ArrayList<>();
        for (Ast.Name name : typeNames) {
            if (types.findOrNull(name.text()) instanceof Type.Struct s && s.work()) {
                works.add(s);
            }
        }
        return works;
    }

    /** The constant or function named {@code name}, or {@code null}. */
    Symbol value(String name) {
        Symbol known = values.get(name);
        Declaration.Const constant = constants.get(name);
        if (known != null || constant == null) {
            return known;
        }
        if (inProgress.size() > MAX_DEPTH) {
            problems.report(Diagnostic.of(Code.E0102, constant.name().span(), "constant '" + name + "' is too deep")
                    .withNote("constants may lead through " + MAX_DEPTH + " others that are declared further down"));
            return new Symbol.Broken(name, constant.span());
        }
        if (!inProgress.add(name)) {
            problems.report(Code.E0233, constant.name().span(), "constant '" + name + "' is defined by itself");
            return new Symbol.Broken(name, constant.span());
        }
        Symbol symbol = evaluate(constant);
        inProgress.remove(name);
        values.put(name, symbol);
        return symbol;
    }

    /** Adds the names of all constants and functions. */
    void collect(Set<String> into) {
        into.addAll(constants.keySet());
        into.addAll(values.keySet());
    }

    private Symbol evaluate(Declaration.Const declaration) {
        TypedExpression value = constant(declaration.value());
        if (declaration.type().isPresent()) {
            value = conversions.fit(value, layouts.scalar(declaration.type().get(), "a constant"));
        }
        return value instanceof TypedExpression.Constant c
                ? new Symbol.Constant(
                        declaration.name().text(), c, declaration.name().span())
                : new Symbol.Broken(
                        declaration.name().text(), declaration.name().span());
    }

    /** The value of {@code expression}, which must be constant: E0205. */
    TypedExpression constant(dev.toec.syntax.Expression expression) {
        TypedExpression value = new ExpressionChecker(this, problems, new Scope(null)).check(expression);
        if (!(value instanceof TypedExpression.Constant) && value.type() != Type.Basic.ERROR) {
            problems.report(Diagnostic.of(Code.E0205, value.span(), "this must be a constant")
                    .withNote("constants are made of literals, enum members and other constants"));
            return new TypedExpression.Broken(value.span());
        }
        return value;
    }

    private boolean isNew(Ast.Name name) {
        Span first = names.putIfAbsent(name.text(), name.span());
        if (first == null && !Types.isBuiltIn(name.text())) {
            return true;
        }
        problems.twice(name, first == null ? Span.NONE : first);
        return false;
    }

    private void declareType(Ast.Name name, Types.Maker maker) {
        if (isNew(name)) {
            typeNames.add(name);
            types.declare(name.text(), maker);
        }
    }

    private void signature(Declaration.Fn fn) {
        List<Symbol.Local> parameters = new ArrayList<>();
        for (Ast.Parameter parameter : fn.parameters()) {
            Type type = layouts.parameter(parameter.type());
            parameters.add(new Symbol.Local(
                    parameter.name().text(),
                    type,
                    Symbol.Local.Origin.PARAMETER,
                    parameter.name().span()));
        }
        Type result = fn.result().isPresent() ? layouts.value(fn.result().get(), "a result") : Type.Basic.NOTHING;
        values.put(
                fn.name().text(),
                new Symbol.Fn(
                        fn.name().text(),
                        fn.doc(),
                        parameters,
                        result,
                        fn.name().span()));
    }

    @Override
    public Void constant(Declaration.Const declaration) {
        if (isNew(declaration.name())) {
            constants.put(declaration.name().text(), declaration);
        }
        return null;
    }

    @Override
    public Void enumeration(Declaration.Enumeration declaration) {
        declareType(declaration.name(), () -> layouts.enumeration(declaration));
        return null;
    }

    @Override
    public Void header(Declaration.Header declaration) {
        declareType(declaration.name(), () -> layouts.header(declaration));
        return null;
    }

    @Override
    public Void struct(Declaration.Struct declaration) {
        declareType(
                declaration.name(),
                () -> layouts.struct(declaration.name(), declaration.doc(), declaration.fields(), false));
        return null;
    }

    @Override
    public Void work(Declaration.Work declaration) {
        declareType(
                declaration.name(),
                () -> layouts.struct(declaration.name(), declaration.doc(), declaration.fields(), true));
        return null;
    }

    @Override
    public Void drops(Declaration.Drops declaration) {
        for (Declaration.Drops.Reason reason : declaration.reasons()) {
            IrProgram.DropReason known = reasons.get(reason.name().text());
            if (known == null) {
                reasons.put(
                        reason.name().text(),
                        new IrProgram.DropReason(
                                reason.name().text(),
                                reason.text(),
                                reason.name().span()));
            } else {
                problems.twice(reason.name(), known.span());
            }
        }
        return null;
    }

    @Override
    public Void fn(Declaration.Fn declaration) {
        if (isNew(declaration.name())) {
            functions.add(declaration);
        }
        return null;
    }

    @Override
    public Void module(Declaration.ModuleDeclaration declaration) {
        if (isNew(declaration.name())) {
            modules.add(declaration);
        }
        return null;
    }

    @Override
    public Void pipeline(Declaration.PipelineDeclaration declaration) {
        pipelines.add(declaration);
        return null;
    }
}
