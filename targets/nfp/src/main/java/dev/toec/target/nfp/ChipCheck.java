package dev.toec.target.nfp;

import dev.toec.cgen.Structurer;
import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.ExternalPort;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Sequence;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Function;
import dev.toec.ir.Table;
import dev.toec.ir.WorkType;
import dev.toec.source.Span;

/** Reports what of a program the chip has no room or no means for. */
final class ChipCheck {
    private final Firmware firmware;
    private final InstanceGraph graph;
    private final Diagnostics diagnostics;

    ChipCheck(Firmware firmware, Diagnostics diagnostics) {
        this.firmware = firmware;
        this.graph = firmware.graph();
        this.diagnostics = diagnostics;
    }

    void run() {
        microengines();
        numbering();
        graph.links().forEach(this::link);
        for (Stage stage : graph.stages()) {
            stage.module().tables().forEach(t -> table(stage, t));
            new StageCode(firmware, stage).functions().forEach(this::function);
        }
    }

    private void exhausted(Span span, String what, int needed, int present, String fix) {
        if (needed > present) {
            diagnostics.report(Diagnostic.of(
                            Code.E0710,
                            span,
                            "the program needs " + needed + " " + what + ", the NFP-4000 has " + present)
                    .withFix(fix));
        }
    }

    private void microengines() {
        int needed =
                1 + graph.stages().stream().mapToInt(firmware::microengines).sum();
        Span span = graph.program().pipeline().span();
        String fix = "give fewer replicas in a mapping file, in multiples of " + Chip.CONTEXTS;
        exhausted(span, "microengines", needed, Chip.MICROENGINES, fix);
    }

    private void numbering() {
        Span span = graph.program().pipeline().span();
        exhausted(span, "ports", graph.ports().size(), Chip.PORTS, "use fewer external ports");
        exhausted(span, "sequencers", graph.sequences().size(), Chip.SEQUENCERS - 1, "join sequences");
        exhausted(span, "reorder contexts", firmware.points().size(), Chip.REORDER_CONTEXTS, "reorder at fewer places");
        for (ExternalPort port : graph.ports()) {
            graph.sequences().stream()
                    .filter(s -> s.ports().contains(port.name()))
                    .skip(1)
                    .forEach(s -> numberedTwice(port, s));
        }
    }

    private void numberedTwice(ExternalPort port, Sequence sequence) {
        diagnostics.report(Diagnostic.of(
                        Code.E0712,
                        sequence.span(),
                        "sequence " + sequence.name() + " numbers packets of port " + port.name() + " once more")
                .withRelated(port.span(), "the port")
                .withNote("the NBI gives a packet one number from one sequencer")
                .withFix("let one sequence number the port"));
    }

    private void link(Link link) {
        WorkType work = firmware.work(link);
        WorkLayout layout = WorkLayout.of(work);
        int words = Firmware.itemWords(work);
        if (words > Chip.ITEM_WORDS) {
            diagnostics.report(Diagnostic.of(
                            Code.E0711, link.span(), "an item of " + work.name() + " takes " + words + " words")
                    .withNote("a work queue of the NFP-4000 passes at most " + Chip.ITEM_WORDS + " words of 32 bits")
                    .withFix("pass fewer or narrower fields"));
        }
        boolean parked =
                graph.stage(link.to()).map(s -> firmware.queue(s).parked()).orElse(false);
        if (parked && !layout.hasPacket() && words > Chip.RELEASED_WORDS) {
            diagnostics.report(Diagnostic.of(
                            Code.E0713,
                            link.span(),
                            "an item of " + work.name() + " without a packet takes " + words
                                    + " words behind a reorder point")
                    .withNote("a reorder context passes " + Chip.RELEASED_WORDS
                            + " words; more fields can only wait with a packet")
                    .withFix("let the work carry its packet, or pass at most two words of fields"));
        }
    }

    private void table(Stage stage, Table table) {
        TableLayout layout = new TableLayout(table);
        String name = stage.qualified(table.name());
        if (layout.keyWords() > Chip.KEY_WORDS) {
            diagnostics.report(Diagnostic.of(
                            Code.E0714,
                            table.span(),
                            "the key of table " + name + " takes " + layout.keyWords() + " words")
                    .withNote("the hash unit of the NFP-4000 takes at most " + Chip.KEY_WORDS + " words of 32 bits")
                    .withFix("use fewer or narrower key fields"));
        }
        if (layout.bytes() > Chip.TABLE_BYTES) {
            diagnostics.report(Diagnostic.of(
                            Code.E0710,
                            table.span(),
                            "table " + name + " takes " + layout.bytes() + " bytes, a table of the NFP-4000 has "
                                    + Chip.TABLE_BYTES + " at most")
                    .withFix("lower the table's `max`"));
        }
    }

    private void function(Function function) {
        if (!Structurer.isReducible(function)) {
            diagnostics.report(Diagnostic.of(
                            Code.E0715,
                            function.span(),
                            "a loop of " + function.name() + " can be entered at two places")
                    .withNote("the Micro-C for the NFP-4000 is written with structured loops only")
                    .withFix("enter the loop at its head"));
        }
    }
}
