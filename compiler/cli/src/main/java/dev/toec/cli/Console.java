package dev.toec.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}, both in UTF-8 whatever the locale says.
 *
 * @param terminal whether a person watches {@code err}
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {
    /** The launcher says with this property whether standard error is a terminal; Java 17 cannot find out. */
    private static final String TERMINAL = "toec.terminal";

    /** Of this process. */
    static Console ofProcess() {
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), Boolean.getBoolean(TERMINAL));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Says what a long piece of work does now, if somebody watches; the next line written replaces it. */
    void progress(String doing) {
        if (terminal) {
            err.print("\r\033[K" + doing + " …");
            err.flush();
        }
    }

    /** Removes what {@link #progress} said. */
    void progressDone() {
        if (terminal) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
