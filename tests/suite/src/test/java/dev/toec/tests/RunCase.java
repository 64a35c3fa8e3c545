package dev.toec.tests;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.Compilation;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import dev.toec.engine.RunRequest;
import dev.toec.engine.TableEntry;
import dev.toec.engine.TableText;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.Mapping;
import dev.toec.ir.Table;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program, packets, and what every engine must make of them:
 *
 * <pre>
 * # SOURCE            the program, or behind the word a file of the project that holds it
 * # ATTACH            HOOK FILE [SECTION]
 * # TABLES            STAGE.TABLE key… : value…
 * # PACKETS           PORT [@NANOSECONDS] bytes…, or PORT FILE.pcap
 * # RESULT            what comes out, see {@link ResultLines}
 * </pre>
 *
 * A packet without a time comes a microsecond after the one in the line before.
 */
record RunCase(CaseFile file, InstanceGraph graph) {
    private static final long GAP_NANOS = 1_000;

    /** Compiles the case's program, which must be without errors. */
    static RunCase compile(CaseFile file) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        return Compilation.compile(source(file), attachments(file), diagnostics)
                .map(graph -> new RunCase(file, graph))
                .orElseThrow(() -> new AssertionError(file.path() + " does not compile: " + diagnostics.sorted()));
    }

    private static SourceFile source(CaseFile file) throws IOException {
        CaseFile.Section source = file.section("SOURCE");
        return source.argument().isEmpty()
                ? new SourceFile(file.name() + (source.text().startsWith("program") ? ".ir" : ".toe"), source.text())
                : new SourceFile(source.argument(), Files.readString(Checkout.file(source.argument())));
    }

    private static List<Attachment> attachments(CaseFile file) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (String line : file.section("ATTACH").lines()) {
            String[] words = line.split("\\s+");
            Path object = Checkout.file(words[1]);
            attachments.add(
                    new Attachment(words[0], object, Files.readAllBytes(object), words.length > 2 ? words[2] : ""));
        }
        return attachments;
    }

    /** The case's run with {@code replicas} copies of every replicated stage. */
    RunRequest request(int replicas, long seed) throws IOException, EngineException {
        return new RunRequest(Compilation.place(graph, Mapping.NONE, replicas), frames(), tables(), seed);
    }

    private Map<String, List<Frame>> frames() throws IOException, EngineException {
        Map<String, List<Frame>> frames = new LinkedHashMap<>();
        long now = 0;
        for (String line : file.section("PACKETS").lines()) {
            String[] words = line.split("\\s+", 2);
            List<Frame> port = frames.computeIfAbsent(words[0], p -> new ArrayList<>());
            if (words[1].endsWith(".pcap")) {
                port.addAll(Pcap.read(Files.readAllBytes(Checkout.file(words[1]))));
            } else {
                Frame frame = frame(words[1], now + GAP_NANOS);
                now = frame.nanos();
                port.add(frame);
            }
        }
        return frames;
    }

    private static Frame frame(String text, long next) {
        if (!text.startsWith("@")) {
            return new Frame(next, Bytes.parse(text));
        }
        String[] words = text.split("\\s+", 2);
        return new Frame(Long.parseLong(words[0].substring(1)), Bytes.parse(words[1]));
    }

    private Map<String, List<TableEntry>> tables() throws EngineException {
        Map<String, List<TableEntry>> tables = new LinkedHashMap<>();
        for (String line : file.section("TABLES").lines()) {
            String[] words = line.split("\\s+", 2);
            tables.computeIfAbsent(words[0], t -> new ArrayList<>())
                    .addAll(TableText.read(table(words[0]), file.name(), words[1]));
        }
        return tables;
    }

    private Table table(String qualified) {
        String[] names = qualified.split("\\.", 2);
        return graph.stage(names[0]).stream()
                .flatMap(stage -> stage.module().tables().stream())
                .filter(table -> table.name().equals(names[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file.name() + ": no table " + qualified));
    }
}
