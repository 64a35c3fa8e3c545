package dev.toec.target.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toec.cgen.CPrinter;
import dev.toec.cgen.FunctionEmitter;
import dev.toec.cgen.Structurer;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.interp.FunctionRunner;
import dev.toec.ir.Function;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.ir.Pipeline;
import dev.toec.pass.Passes;
import dev.toec.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random functions do in C, under sanitizers and without a warning, exactly what they do in the interpreter. */
class DifferentialTest {
    private static final int FUNCTIONS = Integer.getInteger("toec.functions", 40);
    private static final int PACKETS = 6;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "clang"})
    void agreesWithTheInterpreter(String compiler) throws IOException, InterruptedException {
        assumeTrue(exists(compiler), compiler + " is not installed");
        long base = Long.getLong("toec.seed", compiler.length());
        List<Function> functions = LongStream.range(0, FUNCTIONS)
                .mapToObj(i -> RandomProgram.generate(base * 1_000_000 + i, "f" + i))
                .filter(Structurer::isReducible)
                .toList();
        List<byte[]> packets = packets(base);
        Files.writeString(directory.resolve("random.c"), source(functions, packets));
        Runtime.files().forEach(this::write);
        run(
                compiler,
                "-std=c11",
                "-D_DEFAULT_SOURCE",
                "-Wall",
                "-Wextra",
                "-Wpedantic",
                "-Werror",
                "-O1",
                "-I.",
                "-fsanitize=address,undefined",
                "-fno-sanitize-recover=all",
                "-o",
                "random",
                "random.c",
                "toe/packet.c",
                "toe/fail.c");
        List<String> lines = run("./random").lines().toList();
        List<String> expected = expected(functions, packets);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(lines.get(i)).as("line %d of %s", i, directory).isEqualTo(expected.get(i));
        }
    }

    private static List<byte[]> packets(long seed) {
        Random random = new Random(seed);
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < PACKETS; i++) {
            byte[] packet = new byte[RandomProgram.PACKET_BYTES];
            random.nextBytes(packet);
            for (int b = 0; b < packet.length; b++) {
                packet[b] = random.nextInt(3) == 0 ? (byte) (random.nextInt(3) - 1) : packet[b];
            }
            packets.add(packet);
        }
        return packets;
    }

    private static List<String> expected(List<Function> functions, List<byte[]> packets) {
        FunctionRunner runner = new FunctionRunner(functions, List.of());
        List<String> lines = new ArrayList<>();
        for (Function function : functions) {
            for (byte[] packet : packets) {
                FunctionRunner.Outcome outcome = runner.run(function.name(), packet);
                lines.add("%s %x %s"
                        .formatted(
                                function.name(),
                                outcome.results().get(0),
                                HexFormat.of().formatHex(outcome.bytes())));
            }
        }
        return lines;
    }

    private static String source(List<Function> functions, List<byte[]> packets) {
        Span none = Span.NONE;
        Module module =
                new Module("M", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), none);
        Stage stage = new Stage("M", module, false, none);
        Pipeline pipeline = new Pipeline("P", "", List.of(), List.of(), List.of(), List.of(), none);
        IrProgram program =
                new IrProgram("p", List.of(), List.of(), List.of(), functions, List.of(module), pipeline, none);
        InstanceGraph graph = new InstanceGraph(program, List.of(), List.of(stage), List.of(), List.of(), List.of());
        FunctionEmitter emitter = new FunctionEmitter(new CpuDialect(new ProgramNames(graph), stage), List.of());
        StringBuilder out = new StringBuilder("""
                #include <inttypes.h>
                #include <stdbool.h>
                #include <stdio.h>
                #include "toe/arith.h"
                #include "toe/bytes.h"
                #include "toe/packet.h"
                """);
        functions.stream()
                .map(Passes::simplify)
                .forEach(f -> out.append(CPrinter.WIDE.print(emitter.emit(f, "static"))));
        out.append("static const uint8_t packets[][")
                .append(RandomProgram.PACKET_BYTES)
                .append("] = {\n");
        packets.forEach(p -> out.append('{').append(bytes(p)).append("},\n"));
        out.append("};\n#define RUN(f) run(#f, p_##f)\n").append(RUN).append("int main(void)\n{\n");
        functions.forEach(f -> out.append("    RUN(").append(f.name()).append(");\n"));
        return out.append("    return 0;\n}\n").toString();
    }

    private static final String RUN = """
            static void run(const char *name, uint64_t (*function)(struct toe_packet *))
            {
                for (size_t i = 0; i < sizeof(packets) / sizeof(packets[0]); i++) {
                    struct toe_packet *packet = toe_packet_new(packets[i], sizeof(packets[i]), 0);

                    printf("%s %" PRIx64 " ", name, function(packet));
                    for (uint32_t b = 0; b < packet->length; b++)
                        printf("%02x", packet->data[b]);
                    puts("");
                    toe_packet_free(packet);
                }
            }
            """;

    private static String bytes(byte[] packet) {
        StringBuilder out = new StringBuilder();
        for (byte b : packet) {
            out.append(b & 0xff).append(',');
        }
        return out.toString();
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(directory.resolve(path).getParent());
            Files.writeString(directory.resolve(path), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean exists(String tool) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        String text = Files.readString(output);
        if (code != 0) {
            Path kept = Files.createTempFile("toec-random", ".c");
            Files.copy(directory.resolve("random.c"), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            throw new AssertionError(String.join(" ", command) + " on " + kept + "\n" + text);
        }
        return text;
    }
}
