package dev.toec.cli;

import dev.toec.ebpf.EbpfObject;
import dev.toec.ebpf.EbpfProgram;
import dev.toec.ir.Function;
import dev.toec.ir.IrPrinter;
import dev.toec.target.Extension;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "dump",
        description = "Lists an eBPF program: maps, the lines of its C source, its instructions.",
        footer = {"", "Example:", "  toec ebpf dump firewall.o", "  toec ebpf dump firewall.o --ir"})
final class EbpfDumpCommand extends ToecCommand {
    @Mixin
    private ObjectArguments argument;

    @Option(names = "--ir", description = "Show the intermediate representation it is translated to instead.")
    private boolean ir;

    EbpfDumpCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        Optional<EbpfObject> object = argument.read(diagnostics());
        if (object.isPresent()) {
            for (EbpfProgram program : argument.all(object.get(), diagnostics())) {
                dump(object.get(), program);
            }
        }
        return ExitCode.DONE;
    }

    private void dump(EbpfObject object, EbpfProgram program) {
        if (!ir) {
            console().out().println(object.dump(program));
            return;
        }
        Optional<Extension> lifted = object.lift(program, diagnostics());
        for (Function function : lifted.map(Extension::functions).orElseGet(java.util.List::of)) {
            console().out().println(IrPrinter.print(function));
        }
    }
}
