package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.diag.CodePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = "Shows the page of a diagnostic: what it means, an example, and how to mend it.",
        footer = {"", "Example:", "  toec explain E0501"})
final class ExplainCommand extends ToecCommand {
    @Parameters(paramLabel = "CODE", description = "The code in brackets behind `error` or `warning`.")
    private String code;

    @Spec
    private CommandSpec command;

    ExplainCommand(Console console) {
        super(console);
    }

    @Override
    int execute() {
        Code known = Code.parse(code);
        if (known == null) {
            throw new ParameterException(command.commandLine(), "no diagnostic has the code " + code);
        }
        console().out().print(CodePage.read(known));
        return ExitCode.DONE;
    }
}
