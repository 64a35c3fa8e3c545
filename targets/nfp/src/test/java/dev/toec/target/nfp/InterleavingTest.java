package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.driver.Compilation;
import dev.toec.driver.CompiledEngine;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import dev.toec.graph.InstanceGraph.ExternalPort;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever order contexts and commands take, the results are the same bytes. */
class InterleavingTest {
    private static final int SEEDS = 25;

    /** Twelve replicas take two microengines of six contexts each. */
    @ParameterizedTest
    @CsvSource({"ordered.ir, 4", "ordered.ir, 12", "work.ir, 8"})
    void changesNothing(String name, int replicas, @TempDir Path directory)
            throws IOException, EngineException, InterruptedException {
        PlacedGraph placed = Compilation.place(Programs.graph(name), Mapping.NONE, replicas);
        List<String> command = new ArrayList<>(new CompiledEngine(new NfpTarget()).executable(placed));
        Map<String, List<Frame>> frames = RunTest.frames(placed, Programs.shortest(name), 300);
        for (ExternalPort port : placed.graph().ports()) {
            if (frames.containsKey(port.name())) {
                Path capture = directory.resolve(port.name() + ".pcap");
                Files.write(capture, Pcap.write(frames.get(port.name())));
                command.addAll(List.of("--in", port.name() + "=" + capture));
            }
            command.addAll(List.of("--out", port.name() + "=" + directory.resolve("out-" + port.name())));
        }
        List<String> first = results(placed, command, 0, directory);
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(results(placed, command, seed, directory))
                    .as("seed " + seed)
                    .isEqualTo(first);
        }
    }

    /** What was counted, then the bytes of every capture written. */
    private static List<String> results(PlacedGraph placed, List<String> command, int seed, Path directory)
            throws IOException, InterruptedException {
        List<String> seeded = new ArrayList<>(command);
        seeded.addAll(List.of("--seed", Integer.toString(seed)));
        Process process = new ProcessBuilder(seeded).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> results = new ArrayList<>(List.of(output));
        for (ExternalPort port : placed.graph().ports()) {
            byte[] capture = Files.readAllBytes(directory.resolve("out-" + port.name()));
            results.add(new String(capture, StandardCharsets.ISO_8859_1));
        }
        return results;
    }
}
