package dev.toec.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * All commands. A command costs time to describe to picocli, so one that is named first on the command line is described
 * alone; help, and whatever is no command, sees all.
 */
final class CommandTree {
    private CommandTree() {}

    /** A command line that understands {@code arguments}. */
    static CommandLine of(Console console, String[] arguments) {
        CommandLine root = new CommandLine(RootCommand.describe());
        String first = arguments.length == 0 ? "" : arguments[0];
        if (!add(root, first, console)) {
            for (String name : NAMES) {
                add(root, name, console);
            }
        }
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setOut(new PrintWriter(console.out(), true));
        root.setErr(new PrintWriter(console.err(), true));
        root.setParameterExceptionHandler((wrong, given) -> wrongUsage(console, wrong));
        root.setExecutionExceptionHandler((fault, command, parsed) -> Main.internalFault(console, arguments, fault));
        return root;
    }

    /** In the order of help. */
    private static final String[] NAMES = {"check", "build", "run", "diff", "graph", "explain", "ebpf"};

    private static boolean add(CommandLine root, String name, Console console) {
        switch (name) {
            case "check":
                root.addSubcommand(name, new CommandLine(CheckCommand.describe(console)));
                return true;
            case "build":
                root.addSubcommand(name, new BuildCommand(console));
                return true;
            case "run":
                root.addSubcommand(name, new RunCommand(console));
                return true;
            case "diff":
                root.addSubcommand(name, new DiffCommand(console));
                return true;
            case "ebpf":
                root.addSubcommand(
                        name,
                        new CommandLine(new EbpfCommand())
                                .addSubcommand("verify", new EbpfVerifyCommand(console))
                                .addSubcommand("run", new EbpfRunCommand(console))
                                .addSubcommand("dump", new EbpfDumpCommand(console)));
                return true;
            case "graph":
                root.addSubcommand(name, new GraphCommand(console));
                return true;
            case "explain":
                root.addSubcommand(name, new ExplainCommand(console));
                return true;
            default:
                return false;
        }
    }

    private static int wrongUsage(Console console, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println(command + ": " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(console.err(), true));
        console.err().println(command + ": " + command + " --help shows how it is used");
        return ExitCode.USAGE;
    }
}
