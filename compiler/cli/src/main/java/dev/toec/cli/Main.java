package dev.toec.cli;

import java.io.IOException;
import java.nio.file.Path;

/** The process {@code toec}. */
public final class Main {
    private Main() {}

    /** Runs the command {@code arguments} say and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        int code = run(console, arguments);
        console.out().flush();
        console.err().flush();
        System.exit(code);
    }

    /** Runs the command {@code arguments} say; whatever happens, the result is an exit code. */
    static int run(Console console, String[] arguments) {
        try {
            return CommandTree.of(console, arguments).execute(arguments);
        } catch (Throwable fault) { // an error, too, must end in one line and a report, not in a stack trace
            return internalFault(console, arguments, fault);
        }
    }

    static int internalFault(Console console, String[] arguments, Throwable fault) {
        try {
            Path report = FaultReport.write(arguments, fault);
            console.err()
                    .println("toec: a fault of toec itself: " + fault.getClass().getSimpleName()
                            + "; please send the report " + report);
        } catch (IOException e) {
            console.err()
                    .println("toec: a fault of toec itself, and its report cannot be written: " + e + ": " + fault);
        }
        return ExitCode.INTERNAL;
    }
}
