package dev.toec.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code toec} itself. Described without annotations, as {@link CheckCommand} says. */
final class RootCommand implements Runnable {
    private CommandSpec command;

    private RootCommand() {}

    static CommandSpec describe() {
        RootCommand root = new RootCommand();
        CommandSpec spec = CommandSpec.wrapWithoutInspection(root).name("toec");
        root.command = spec;
        spec.versionProvider(() -> new String[] {"toec " + Version.text()});
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Show this help; COMMAND --help shows a command's.")
                .build());
        spec.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        spec.usageMessage()
                .description("Compiles firmware for SmartNICs, and runs it.")
                .synopsisSubcommandLabel("COMMAND")
                .footer(
                        "",
                        "Example:",
                        "  toec check examples/edge/edge.toe",
                        "  toec build examples/edge/edge.toe -o build",
                        "  toec run --help",
                        "",
                        "Exit codes: 0 done, 1 the input is at fault or engines disagree, 2 wrong usage,",
                        "70 a fault of toec itself.");
        return spec;
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "name a command");
    }
}
