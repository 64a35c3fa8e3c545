package dev.toec.cli;

import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.Compilation;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Reports everything that is wrong with programs. Writes nothing.",
        footer = {"", "Example:", "  toec check examples/edge/edge.toe"})
final class CheckCommand extends ToecCommand {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Programs, .toe sources.")
    private List<Path> files;

    @Mixin
    private AttachArguments attached;

    @Option(names = "--json", description = "Print the diagnostics as JSON on standard output.")
    private boolean json;

    @Option(names = "--sarif", description = "Print the diagnostics as SARIF 2.1.0 on standard output.")
    private boolean sarif;

    CheckCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        List<Attachment> attachments = attached.read();
        for (Path file : files) {
            Diagnostics ofFile = check(file, attachments);
            ofFile.sorted().forEach(diagnostics()::report);
        }
        return ExitCode.DONE;
    }

    /** Each file has diagnostics of its own: an error in one must not end the compilation of the next. */
    private static Diagnostics check(Path file, List<Attachment> attachments) {
        Diagnostics ofFile = new Diagnostics();
        try {
            Compilation.check(InputFiles.source(file), attachments, ofFile);
        } catch (InputFault fault) {
            ofFile.report(fault.diagnostic());
        }
        return ofFile;
    }

    @Override
    void show(List<Diagnostic> sorted) {
        if (json) {
            console().out().println(JsonDiagnostics.write(sorted));
        } else if (sarif) {
            console().out().println(SarifDiagnostics.write(sorted));
        } else {
            super.show(sorted);
        }
    }
}
