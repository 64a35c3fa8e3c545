package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.ir.Pipeline;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a syntax tree its meaning. What is wrong is reported once: a wrong expression has the type
 * {@link Type.Basic#ERROR}, which fits everywhere.
 */
public final class TypeChecker {
    private final Ast.File file;
    private final Diagnostics diagnostics;
    private final Problems problems;
    private final Globals globals;
    private final CallGraph calls = new CallGraph();

    private TypeChecker(Ast.File file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.problems = new Problems(diagnostics, file.complete());
        this.globals = new Globals(problems, calls);
    }

    /** The program of {@code file}; nothing if there is an error in it (E02xx, E04xx, E06xx) or was one before. */
    public static Optional<TypedProgram> check(Ast.File file, Diagnostics diagnostics) {
        return new TypeChecker(file, diagnostics).check();
    }

    private Optional<TypedProgram> check() {
        globals.declare(file);
        List<TypedProgram.Fn> functions = functions();
        List<TypedProgram.Module> modules = modules();
        calls.check(problems);
        checkViews(functions, modules);
        Pipeline pipeline = pipeline(modules);
        if (diagnostics.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new TypedProgram(
                file.program().get().text(),
                List.copyOf(globals.reasons().values()),
                enums(modules),
                globals.works(),
                functions,
                modules,
                pipeline,
                file.span()));
    }

    /** The enumerations of the source, and that of verdicts where a module has a hook. */
    private List<Type.Enumeration> enums(List<TypedProgram.Module> modules) {
        List<Type.Enumeration> enums = globals.enums();
        for (TypedProgram.Module module : modules) {
            if (!module.hooks().isEmpty()) {
                enums.add(Type.Enumeration.VERDICT);
                break;
            }
        }
        return enums;
    }

    private List<TypedProgram.Fn> functions() {
        List<TypedProgram.Fn> functions = new ArrayList<>();
        for (Declaration.Fn declaration : globals.functions()) {
            Symbol.Fn fn = (Symbol.Fn) globals.value(declaration.name().text());
            Scope scope = new Scope(null);
            for (int i = 0; i < fn.parameters().size(); i++) {
                scope.declare(
                        declaration.parameters().get(i).name(), fn.parameters().get(i), problems);
            }
            calls.enter(fn.name());
            StatementChecker statements =
                    new StatementChecker(globals, problems, new Body(false, fn.result(), Map.of()), scope);
            TypedStatement.Block body = statements.block(declaration.body());
            if (statements.reachable() && fn.result() != Type.Basic.NOTHING) {
                missingReturn(declaration, fn);
            }
            functions.add(new TypedProgram.Fn(fn, body));
        }
        return functions;
    }

    private void missingReturn(Declaration.Fn declaration, Symbol.Fn fn) {
        Span body = declaration.body().span();
        Span brace = new Span(body.file(), Math.max(body.start(), body.end() - 1), body.end());
        problems.reportMissing(Diagnostic.of(Code.E0216, brace, "'" + fn.name() + "' can end without returning a value")
                .withRelated(fn.span(), "returns '" + fn.result() + "'")
                .withFix("end it with 'return value'"));
    }

    private List<TypedProgram.Module> modules() {
        List<TypedProgram.Module> modules = new ArrayList<>();
        for (Declaration.ModuleDeclaration declaration : globals.modules()) {
            modules.add(new ModuleChecker(globals, problems, calls).check(declaration));
        }
        return modules;
    }

    private void checkViews(List<TypedProgram.Fn> functions, List<TypedProgram.Module> modules) {
        for (TypedProgram.Fn fn : functions) {
            new ViewValidity(problems).check(fn.body());
        }
        for (TypedProgram.Module module : modules) {
            for (TypedProgram.Handler handler : module.handlers()) {
                new ViewValidity(problems).check(handler.body());
            }
        }
    }

    private Pipeline pipeline(List<TypedProgram.Module> modules) {
        if (globals.pipelines().isEmpty() && file.program().isEmpty()) {
            return null;
        }
        if (globals.pipelines().isEmpty()) {
            problems.reportMissing(
                    Diagnostic.of(Code.E0232, file.program().get().span(), "there is no pipeline")
                            .withNote("a program is a pipeline of modules")
                            .withFix("add 'pipeline Name { … }'"));
            return null;
        }
        Declaration.PipelineDeclaration first = globals.pipelines().get(0);
        for (Declaration.PipelineDeclaration other : globals.pipelines()) {
            if (other != first) {
                problems.report(Diagnostic.of(Code.E0232, other.name().span(), "there is a pipeline already")
                        .withRelated(first.name().span(), "the first one"));
            }
        }
        return new PipelineChecker(problems, modules).check(first);
    }
}
