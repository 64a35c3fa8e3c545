package dev.toec.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "toec",
        description = "Compiles firmware for SmartNICs, and runs it.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = RootCommand.VersionText.class,
        footer = {
            "",
            "Example:",
            "  toec check examples/edge/edge.toe",
            "  toec build examples/edge/edge.toe -o build",
            "  toec run --help",
            "",
            "Exit codes: 0 done, 1 the input is at fault or engines disagree, 2 wrong usage,",
            "70 a fault of toec itself."
        })
final class RootCommand implements Runnable {
    @Option(names = "--help", usageHelp = true, description = "Show this help; COMMAND --help shows a command's.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "name a command");
    }

    /** Asked for only when it is wanted. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"toec " + Version.text()};
        }
    }
}
