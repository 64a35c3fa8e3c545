package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.ir.Pipeline;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.PipelineItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The external ports and stages of a pipeline by their names. A module that is used by its own name is a stage of that
 * name.
 */
final class Stages {
    /**
     * The end of a link.
     *
     * @param external whether it is of an external port
     */
    record Resolved(Pipeline.Endpoint endpoint, Type work, boolean external, Span declared) {}

    private final Problems problems;
    private final Map<String, TypedProgram.Module> modules = new LinkedHashMap<>();
    private final Map<String, Pipeline.ExternalPort> ports = new LinkedHashMap<>();
    private final Map<String, Pipeline.Instance> instances = new LinkedHashMap<>();

    Stages(Problems problems, List<TypedProgram.Module> modules) {
        this.problems = problems;
        for (TypedProgram.Module module : modules) {
            this.modules.put(module.name(), module);
        }
    }

    List<Pipeline.ExternalPort> ports() {
        return List.copyOf(ports.values());
    }

    /** In the order of the source. */
    List<Pipeline.Instance> instances() {
        return List.copyOf(instances.values());
    }

    TypedProgram.Module module(Pipeline.Instance stage) {
        return modules.get(stage.module());
    }

    void addPort(Ast.Name name) {
        if (isNew(name)) {
            ports.put(name.text(), new Pipeline.ExternalPort(name.text(), name.span()));
        }
    }

    void addStage(PipelineItem.Stage item) {
        if (!modules.containsKey(item.module().text())) {
            problems.unknown(Code.E0201, "module", item.module(), modules.keySet());
        } else if (isNew(item.name())) {
            String name = item.name().text();
            instances.put(
                    name,
                    new Pipeline.Instance(
                            name,
                            item.module().text(),
                            item.replicated(),
                            item.name().span()));
        }
    }

    private boolean isNew(Ast.Name name) {
        Pipeline.ExternalPort port = ports.get(name.text());
        Pipeline.Instance instance = instances.get(name.text());
        if (port == null && instance == null) {
            return true;
        }
        problems.twice(name, port == null ? instance.span() : port.span());
        return false;
    }

    /**
     * What {@code endpoint} means where an input of a stage (or {@code tx}) is wanted, or else an output (or
     * {@code rx}); {@code null} after E0602, E0604 or E0607.
     */
    Resolved resolve(PipelineItem.Endpoint endpoint, boolean input) {
        String owner = endpoint.owner().text();
        if (ports.containsKey(owner)) {
            return external(endpoint, ports.get(owner), input);
        }
        if (!instances.containsKey(owner) && modules.containsKey(owner)) {
            instances.put(
                    owner,
                    new Pipeline.Instance(owner, owner, false, endpoint.owner().span()));
        }
        Pipeline.Instance stage = instances.get(owner);
        if (stage == null) {
            TreeSet<String> known = new TreeSet<>(ports.keySet());
            known.addAll(instances.keySet());
            known.addAll(modules.keySet());
            problems.unknown(Code.E0602, "stage or port", endpoint.owner(), known);
            return null;
        }
        if (endpoint.replicated() && !stage.replicated()) {
            instances.put(owner, new Pipeline.Instance(owner, stage.module(), true, stage.span()));
        }
        return ofStage(endpoint, stage, input);
    }

    private Resolved external(PipelineItem.Endpoint endpoint, Pipeline.ExternalPort port, boolean input) {
        String wanted = input ? "tx" : "rx";
        String given = endpoint.port().map(Ast.Name::text).orElse(wanted);
        if (endpoint.replicated()) {
            problems.report(
                    Code.E0602, endpoint.span(), "port '" + port.name() + "' is no stage and cannot be replicated");
        } else if (!given.equals("rx") && !given.equals("tx")) {
            problems.unknown(
                    Code.E0602,
                    "side of port '" + port.name() + "'",
                    endpoint.port().get(),
                    List.of("rx", "tx"));
        } else if (!given.equals(wanted)) {
            wrongWay(endpoint, input, port.name() + "." + wanted);
        } else {
            Pipeline.Endpoint resolved = new Pipeline.Endpoint(port.name(), wanted, endpoint.span());
            return new Resolved(resolved, Type.Basic.PACKET, true, port.span());
        }
        return null;
    }

    private void wrongWay(PipelineItem.Endpoint endpoint, boolean input, String instead) {
        Diagnostic problem = Diagnostic.of(
                Code.E0604, endpoint.span(), input ? "a link cannot end here" : "packets do not leave from here");
        problem = problem.withNote(
                input
                        ? "a link leads to an in port of a stage or to 'tx' of a port"
                        : "a link leads from an out port of a stage or from 'rx' of a port");
        problems.report(instead.isEmpty() ? problem : problem.withFix("write '" + instead + "'"));
    }

    private Resolved ofStage(PipelineItem.Endpoint endpoint, Pipeline.Instance stage, boolean input) {
        Optional<Symbol.Port> port =
                endpoint.port().isPresent() ? named(endpoint.port().get(), stage, input) : only(endpoint, stage, input);
        if (port.isEmpty()) {
            return null;
        }
        if (port.get().input() != input) {
            wrongWay(endpoint, input, "");
            return null;
        }
        Pipeline.Endpoint resolved =
                new Pipeline.Endpoint(stage.name(), port.get().name(), endpoint.span());
        return new Resolved(resolved, port.get().work(), false, port.get().span());
    }

    private Optional<Symbol.Port> named(Ast.Name name, Pipeline.Instance stage, boolean input) {
        List<String> known = new ArrayList<>();
        for (Symbol.Port port : module(stage).ports()) {
            if (port.name().equals(name.text())) {
                return Optional.of(port);
            }
            if (port.input() == input) {
                known.add(port.name());
            }
        }
        problems.unknown(Code.E0602, "port of " + stage.name(), name, known);
        return Optional.empty();
    }

    private Optional<Symbol.Port> only(PipelineItem.Endpoint endpoint, Pipeline.Instance stage, boolean input) {
        List<Symbol.Port> fitting = new ArrayList<>();
        for (Symbol.Port port : module(stage).ports()) {
            if (port.input() == input) {
                fitting.add(port);
            }
        }
        if (fitting.size() == 1) {
            return Optional.of(fitting.get(0));
        }
        problems.reportMissing(Diagnostic.of(
                        Code.E0607,
                        endpoint.span(),
                        stage.name() + " has " + fitting.size() + (input ? " in ports" : " out ports"))
                .withNote("a port can be left out where there is one only")
                .withFix("write '" + stage.name() + ".port'"));
        return Optional.empty();
    }
}
