package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.BuildDirectory;
import dev.toec.driver.Compilation;
import dev.toec.driver.CompiledEngine;
import dev.toec.driver.ResultDifference;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import dev.toec.engine.RunRequest;
import dev.toec.engine.TableEntry;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import dev.toec.interp.Interpreter;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge example on its captures of real traffic, with its XDP programs attached. */
class EdgeTest {
    private static final Path EDGE = Path.of("../../examples/edge");

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "odd", "qinq", "vlan", "web"})
    void doesWhatTheInterpreterDoes(String capture) throws IOException, EngineException {
        PlacedGraph placed = placed();
        RunRequest request = new RunRequest(placed, frames(capture), tables(), 0);
        CompiledEngine engine = new CompiledEngine(new NfpTarget());
        assertThat(ResultDifference.first(new Interpreter().run(request), engine.run(request)))
                .isEmpty();
    }

    @Test
    void conformsToTheDialect() throws IOException {
        assertThat(DialectChecker.check(DialectChecker.firmware(new NfpTarget().emit(placed()))))
                .isEmpty();
    }

    private static PlacedGraph placed() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile("edge.toe", Files.readString(EDGE.resolve("edge.toe")));
        List<Attachment> programs = List.of(program("blocklist.o"), program("probe.o"));
        PlacedGraph placed = Compilation.place(
                Compilation.compile(source, programs, diagnostics).orElseThrow(), Mapping.NONE, 4);
        BuildDirectory.write(Path.of("target/emitted/edge"), new NfpTarget().emit(placed));
        return placed;
    }

    private static Attachment program(String file) throws IOException {
        Path path = EDGE.resolve("xdp").resolve(file);
        return new Attachment("ingress", path, Files.readAllBytes(path), "");
    }

    private static Map<String, List<Frame>> frames(String capture) throws IOException, EngineException {
        Map<String, List<Frame>> frames = new LinkedHashMap<>();
        for (String port : List.of("inside", "outside")) {
            Path file = EDGE.resolve("captures").resolve(capture).resolve(port + ".pcap");
            frames.put(port, Pcap.read(Files.readAllBytes(file)));
        }
        return frames;
    }

    /** All that the captures hold may pass: ICMP, HTTP, iperf3 and the UDP echo of both servers. */
    private static Map<String, List<TableEntry>> tables() {
        List<TableEntry> rules = List.of(
                rule(0x0a010002L, 1, 0, 0),
                rule(0x0a010002L, 6, 80, 18),
                rule(0x0a010002L, 6, 5201, 8),
                rule(0x0a010002L, 17, 7, 46),
                rule(0x0a020002L, 6, 80, 10));
        return Map.of("Classify.rules", rules);
    }

    private static TableEntry rule(long address, long protocol, long port, long codePoint) {
        return new TableEntry(List.of(address, protocol, port), List.of(1L, codePoint));
    }
}
