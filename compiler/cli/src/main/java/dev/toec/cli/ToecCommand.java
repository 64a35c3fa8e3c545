package dev.toec.cli;

import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.diag.TextRenderer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What all commands do alike: collect diagnostics, print them, and let them decide the exit code. */
abstract class ToecCommand implements Callable<Integer> {
    private final Console console;
    private final Diagnostics diagnostics = new Diagnostics();

    @Option(names = "--color", paramLabel = "WHEN", description = ColorMode.DESCRIPTION)
    private ColorMode color = ColorMode.AUTO;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    ToecCommand(Console console) {
        this.console = console;
    }

    /** Does the command's work; what it reports is printed afterwards. */
    abstract int execute() throws InputFault;

    @Override
    public final Integer call() {
        int code;
        try {
            code = execute();
        } catch (InputFault fault) {
            diagnostics.report(fault.diagnostic());
            code = ExitCode.FAULT;
        }
        console.progressDone();
        show(diagnostics.sorted());
        console.out().flush();
        return diagnostics.hasErrors() ? ExitCode.FAULT : code;
    }

    /** Prints what was reported; for people, unless a command knows better. */
    void show(List<Diagnostic> sorted) {
        if (!sorted.isEmpty()) {
            console.err().print(new TextRenderer(color.coloured(console)).render(sorted));
        }
    }

    final void setColor(ColorMode mode) {
        color = mode;
    }

    final Console console() {
        return console;
    }

    final Diagnostics diagnostics() {
        return diagnostics;
    }
}
