package dev.toec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the makers of toec need to know when it fails in itself. */
final class FaultReport {
    private FaultReport() {}

    /** Writes a report to a new temporary file. */
    static Path write(String[] arguments, Throwable fault) throws IOException {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            out.println("toec " + Version.text());
            out.println("java " + System.getProperty("java.vm.version") + " " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch"));
            out.println("arguments " + Arrays.toString(arguments));
            out.println();
            fault.printStackTrace(out);
        }
        return Files.writeString(Files.createTempFile("toec-fault-", ".txt"), text.toString());
    }
}
