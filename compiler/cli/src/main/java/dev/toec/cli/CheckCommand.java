package dev.toec.cli;

import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.Compilation;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code toec check}. It is started at every save of a file, so it is described to picocli without annotations: reading
 * those takes the virtual machine longer than to start.
 */
final class CheckCommand extends ToecCommand {
    private CommandSpec command;

    private CheckCommand(Console console) {
        super(console);
    }

    static CommandSpec describe(Console console) {
        CheckCommand check = new CheckCommand(console);
        CommandSpec spec = CommandSpec.wrapWithoutInspection(check).name("check");
        check.command = spec;
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .index("0..*")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description("Programs, .toe sources.")
                .build());
        spec.addOption(OptionSpec.builder("--attach")
                .paramLabel(AttachArguments.LABEL)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(AttachArguments.DESCRIPTION)
                .build());
        spec.addOption(OptionSpec.builder("--color")
                .paramLabel("WHEN")
                .type(ColorMode.class)
                .description(ColorMode.DESCRIPTION)
                .build());
        spec.addOption(flag("--json", "Print the diagnostics as JSON on standard output."));
        spec.addOption(flag("--sarif", "Print the diagnostics as SARIF 2.1.0 on standard output."));
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.usageMessage()
                .description("Reports everything that is wrong with programs. Writes nothing.")
                .footer("", "Example:", "  toec check examples/edge/edge.toe");
        return spec;
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    @Override
    int execute() throws InputFault {
        ParseResult given = command.commandLine().getParseResult();
        setColor(given.matchedOptionValue("--color", ColorMode.AUTO));
        List<Attachment> attachments =
                AttachArguments.read(given.matchedOptionValue("--attach", List.of()), command.commandLine());
        List<Path> files = given.matchedPositionalValue(0, List.of());
        for (Path file : files) {
            for (Diagnostic diagnostic : check(file, attachments).sorted()) {
                diagnostics().report(diagnostic);
            }
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
        ParseResult given = command.commandLine().getParseResult();
        if (given.hasMatchedOption("--json")) {
            console().out().println(JsonDiagnostics.write(sorted));
        } else if (given.hasMatchedOption("--sarif")) {
            console().out().println(SarifDiagnostics.write(sorted));
        } else {
            super.show(sorted);
        }
    }
}
