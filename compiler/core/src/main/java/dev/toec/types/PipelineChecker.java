package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.ir.Pipeline;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.Declaration;
import dev.toec.syntax.PipelineItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the pipeline: every name known, every link from an output to an input of the same work. */
final class PipelineChecker implements PipelineItem.Visitor<Void> {
    private final Problems problems;
    private final Stages stages;
    private final Map<String, Pipeline.Sequence> sequences = new LinkedHashMap<>();
    private final List<Pipeline.Link> links = new ArrayList<>();
    private final Map<String, Span> linkedOutputs = new LinkedHashMap<>();

    PipelineChecker(Problems problems, List<TypedProgram.Module> modules) {
        this.problems = problems;
        this.stages = new Stages(problems, modules);
    }

    Pipeline check(Declaration.PipelineDeclaration declaration) {
        for (PipelineItem item : declaration.items()) {
            if (!(item instanceof PipelineItem.Link) && !(item instanceof PipelineItem.Sequence)) {
                item.accept(this);
            }
        }
        for (PipelineItem item : declaration.items()) {
            if (item instanceof PipelineItem.Sequence) {
                item.accept(this);
            }
        }
        for (PipelineItem item : declaration.items()) {
            if (item instanceof PipelineItem.Link) {
                item.accept(this);
            }
        }
        checkPorts(declaration.name());
        return new Pipeline(
                declaration.name().text(),
                declaration.doc(),
                stages.ports(),
                stages.instances(),
                List.copyOf(sequences.values()),
                links,
                declaration.name().span());
    }

    @Override
    public Void ports(PipelineItem.Ports item) {
        for (Ast.Name name : item.names()) {
            stages.addPort(name);
        }
        return null;
    }

    @Override
    public Void stage(PipelineItem.Stage item) {
        stages.addStage(item);
        return null;
    }

    @Override
    public Void sequence(PipelineItem.Sequence item) {
        List<Pipeline.Endpoint> at = new ArrayList<>();
        for (PipelineItem.Endpoint endpoint : item.at()) {
            Stages.Resolved resolved = stages.resolve(endpoint, false);
            if (resolved != null && !resolved.external()) {
                problems.report(
                        Diagnostic.of(Code.E0606, endpoint.span(), "packets are numbered where they are received")
                                .withFix("name 'rx' of an external port"));
            } else if (resolved != null) {
                at.add(resolved.endpoint());
            }
        }
        Pipeline.Sequence known = sequences.get(item.name().text());
        if (known != null) {
            problems.twice(item.name(), known.span());
        } else {
            sequences.put(
                    item.name().text(),
                    new Pipeline.Sequence(item.name().text(), at, item.name().span()));
        }
        return null;
    }

    @Override
    public Void link(PipelineItem.Link item) {
        Stages.Resolved from = stages.resolve(item.from(), false);
        Stages.Resolved to = stages.resolve(item.to(), true);
        item.reorder().ifPresent(this::checkSequence);
        if (from == null || to == null) {
            return null;
        }
        Span first = linkedOutputs.putIfAbsent(
                from.endpoint().toString(), item.from().span());
        if (first != null) {
            problems.report(Diagnostic.of(Code.E0605, item.from().span(), from.endpoint() + " is linked already")
                    .withRelated(first, "the first link")
                    .withNote("a packet has one owner, so it goes one way"));
        }
        if (!from.work().equals(to.work()) && from.work() != Type.Basic.ERROR && to.work() != Type.Basic.ERROR) {
            problems.report(Diagnostic.of(
                            Code.E0603,
                            item.span(),
                            from.endpoint() + " carries " + from.work() + ", but " + to.endpoint() + " takes "
                                    + to.work())
                    .withRelated(from.declared(), "carries " + from.work())
                    .withRelated(to.declared(), "takes " + to.work()));
        }
        Optional<String> reorder = item.reorder().map(Ast.Name::text);
        links.add(new Pipeline.Link(from.endpoint(), to.endpoint(), reorder, item.span()));
        return null;
    }

    private void checkSequence(Ast.Name name) {
        if (!sequences.containsKey(name.text())) {
            problems.unknown(Code.E0201, "sequence", name, sequences.keySet());
        }
    }

    private void checkPorts(Ast.Name pipeline) {
        if (stages.ports().isEmpty()) {
            problems.reportMissing(
                    Diagnostic.of(Code.E0601, pipeline.span(), "pipeline '" + pipeline + "' has no ports")
                            .withNote("packets come in and go out at external ports")
                            .withFix("declare them with 'port name, …'"));
        }
    }
}
