package dev.toec.cli;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Compilation;
import dev.toec.ebpf.EbpfObject;
import dev.toec.ebpf.EbpfProgram;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.Function;
import dev.toec.ir.IrPrinter;
import dev.toec.target.Extension;
import dev.toec.target.Target;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "dump",
        description = "Lists an eBPF program: maps, the lines of its C source, its instructions.",
        footer = {
            "",
            "Example:",
            "  toec ebpf dump firewall.o",
            "  toec ebpf dump firewall.o --ir",
            "  toec ebpf dump firewall.o --c nfp"
        })
final class EbpfDumpCommand extends ToecCommand {
    @Mixin
    private ObjectArguments argument;

    @ArgGroup
    private Form form = new Form();

    @Spec
    private CommandSpec command;

    /** What is shown in place of the listing. */
    private static final class Form {
        @Option(names = "--ir", description = "Show the intermediate representation it is translated to instead.")
        private boolean ir;

        @Option(
                names = "--c",
                paramLabel = "TARGET",
                description = "Show the C that is generated for a target instead: of a stage that runs the program.")
        private String target;
    }

    EbpfDumpCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        Optional<Target> target =
                form.target == null ? Optional.empty() : Optional.of(TargetChoice.one(form.target, command));
        Optional<EbpfObject> object = argument.read(diagnostics());
        if (object.isPresent()) {
            for (EbpfProgram program : argument.all(object.get(), diagnostics())) {
                if (target.isPresent()) {
                    generated(program, target.get());
                } else {
                    dump(object.get(), program);
                }
            }
        }
        return ExitCode.DONE;
    }

    private void dump(EbpfObject object, EbpfProgram program) {
        if (!form.ir) {
            console().out().println(object.dump(program));
            return;
        }
        Optional<Extension> lifted = object.lift(program, diagnostics());
        for (Function function : lifted.map(Extension::functions).orElseGet(List::of)) {
            console().out().println(IrPrinter.print(function));
        }
    }

    /** Each program by itself: what is wrong with one hides no other. */
    private void generated(EbpfProgram program, Target target) {
        Diagnostics own = new Diagnostics();
        Optional<PlacedGraph> placed = argument.firmware(program, own)
                .map(firmware -> Compilation.place(firmware, Mapping.NONE, target.defaultReplicas()));
        placed.ifPresent(graph -> target.check(graph, own));
        own.sorted().forEach(diagnostics()::report);
        if (!own.hasErrors()) {
            console().out().println(target.emit(placed.orElseThrow()).get(XdpFirmware.STAGE_FILE));
        }
    }
}
