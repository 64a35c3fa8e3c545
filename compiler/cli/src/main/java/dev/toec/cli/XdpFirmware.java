package dev.toec.cli;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.Compilation;
import dev.toec.graph.InstanceGraph;
import dev.toec.ir.Verdict;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The smallest firmware that runs one XDP program, so that generated code can: {@value #SOURCE}. Frames come in on one
 * port and leave on the port of their verdict.
 */
final class XdpFirmware {
    private static final String SOURCE = "xdp-hook.toe";
    private static final String HOOK = "program";

    /** The stage whose hook the program is attached to. */
    static final String STAGE = "XdpHook";
    /** The file every target writes that stage to. */
    static final String STAGE_FILE = "xdp_hook.c";
    /** The port that receives. */
    static final String WIRE = "wire";

    private XdpFirmware() {}

    /**
     * The firmware with a program attached, or nothing when an error was reported.
     *
     * @param file the object the program is in
     * @param content its bytes
     * @param program its name
     */
    static Optional<InstanceGraph> around(Path file, byte[] content, String program, Diagnostics diagnostics) {
        Attachment attached = new Attachment(HOOK, file, content, program);
        return Compilation.compile(new SourceFile(SOURCE, source()), List.of(attached), diagnostics);
    }

    /** The port that transmits what was given {@code verdict}. */
    static String port(Verdict verdict) {
        switch (verdict) {
            case DROP:
                return "dropped";
            case PASS:
                return "passed";
            case TX:
                return "transmitted";
            case REDIRECT:
                return "redirected";
            default:
                return "aborted";
        }
    }

    private static String source() {
        try (InputStream stream = XdpFirmware.class.getResourceAsStream(SOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
