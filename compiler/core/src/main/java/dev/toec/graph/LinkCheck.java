package dev.toec.graph;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph.ExternalPort;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Module;
import java.util.List;

/** Every out port leads somewhere, every in port is fed, nothing comes back to where it was. */
final class LinkCheck {
    private final Topology topology;
    private final Diagnostics diagnostics;
    private boolean sound = true;

    LinkCheck(Topology topology, Diagnostics diagnostics) {
        this.topology = topology;
        this.diagnostics = diagnostics;
    }

    /** Whether the graph can be worked with. */
    boolean check() {
        for (Stage stage : topology.graph().stages()) {
            outputs(stage);
            inputs(stage);
        }
        for (ExternalPort port : topology.graph().ports()) {
            used(port);
        }
        cycles();
        return sound;
    }

    private void outputs(Stage stage) {
        for (Module.Port port : stage.module().outputs()) {
            if (topology.leaving(stage.name(), port.name()) == null) {
                String name = stage.qualified(port.name());
                sound = false;
                diagnostics.report(Diagnostic.of(Code.E0601, stage.span(), "out port " + name + " is not connected")
                        .withRelated(port.span(), "the port is declared here")
                        .withNote("what is emitted there would have nowhere to go")
                        .withFix("add a link '" + name + " -> ...' to the pipeline"));
            }
        }
    }

    private void inputs(Stage stage) {
        for (Module.Port port : stage.module().inputs()) {
            boolean fed = false;
            for (Link link : topology.entering(stage.name())) {
                fed |= link.toPort().equals(port.name());
            }
            if (!fed) {
                String name = stage.qualified(port.name());
                diagnostics.report(Diagnostic.of(Code.W0620, stage.span(), "nothing feeds in port " + name)
                        .withRelated(port.span(), "the port is declared here")
                        .withNote("its handler never runs")
                        .withFix("add a link '... -> " + name + "' to the pipeline"));
            }
        }
    }

    private void used(ExternalPort port) {
        if (topology.leaving(port.name(), "rx") == null
                && topology.entering(port.name()).isEmpty()) {
            diagnostics.report(Diagnostic.of(Code.W0621, port.span(), "no link uses port " + port.name())
                    .withNote("it neither receives nor transmits")
                    .withFix("link '" + port.name() + ".rx' or '" + port.name() + ".tx', or remove the port"));
        }
    }

    private void cycles() {
        List<Link> cycle = topology.cycle();
        if (cycle.isEmpty()) {
            return;
        }
        sound = false;
        Diagnostic diagnostic = Diagnostic.of(
                Code.E0620,
                cycle.get(0).span(),
                "the links lead back to stage " + cycle.get(0).from());
        for (Link link : cycle.subList(1, cycle.size())) {
            diagnostic = diagnostic.withRelated(link.span(), "and then from " + link.from() + " to " + link.to());
        }
        diagnostics.report(diagnostic
                .withNote("an item could run round for ever, and full queues could wait for each other")
                .withFix("let the last stage emit to a stage that does not feed "
                        + cycle.get(0).from()));
    }
}
