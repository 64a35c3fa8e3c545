package dev.toec.interp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Diagnostics;
import dev.toec.engine.Frame;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.IrParser;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrVerifier;
import dev.toec.ir.Pipeline;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Programs in IR text and their graphs, joined as written: what the compiler would refuse can be run here. */
final class TestPrograms {
    private TestPrograms() {}

    /** The program in resource {@code name}. */
    static String text(String name) {
        try (InputStream in = TestPrograms.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses and verifies. */
    static IrProgram parse(String name, String text) {
        Diagnostics diagnostics = new Diagnostics();
        IrProgram program = IrParser.parse(new SourceFile(name, text), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(IrVerifier.verify(program)).isEmpty();
        return program;
    }

    /** The pipeline as it is written, without any check, each replicated stage in {@code replicas} copies. */
    static PlacedGraph place(IrProgram program, int replicas) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        program.pipeline().instances().forEach(i -> counts.put(i.name(), i.replicated() ? replicas : 1));
        return new PlacedGraph(graph(program), counts);
    }

    private static InstanceGraph graph(IrProgram program) {
        Pipeline pipeline = program.pipeline();
        List<InstanceGraph.ReorderPoint> points = new ArrayList<>();
        List<InstanceGraph.Link> links = new ArrayList<>();
        for (Pipeline.Link link : pipeline.links()) {
            Optional<String> point = link.reorder().map(s -> s + "@" + link.to().owner());
            links.add(new InstanceGraph.Link(
                    link.from().owner(),
                    link.from().port(),
                    link.to().owner(),
                    link.to().port(),
                    "packet",
                    point,
                    link.span()));
            if (point.isPresent() && points.stream().noneMatch(p -> p.name().equals(point.get()))) {
                points.add(new InstanceGraph.ReorderPoint(
                        point.get(), link.reorder().get(), link.to().owner(), link.span()));
            }
        }
        return new InstanceGraph(program, ports(pipeline), stages(program), sequences(pipeline), points, links);
    }

    private static List<InstanceGraph.ExternalPort> ports(Pipeline pipeline) {
        return pipeline.ports().stream()
                .map(p -> new InstanceGraph.ExternalPort(p.name(), p.span()))
                .toList();
    }

    private static List<InstanceGraph.Stage> stages(IrProgram program) {
        return program.pipeline().instances().stream()
                .map(i -> new InstanceGraph.Stage(i.name(), program.module(i.module()), i.replicated(), i.span()))
                .toList();
    }

    private static List<InstanceGraph.Sequence> sequences(Pipeline pipeline) {
        return pipeline.sequences().stream()
                .map(s -> new InstanceGraph.Sequence(
                        s.name(), s.at().stream().map(Pipeline.Endpoint::owner).toList(), s.span()))
                .toList();
    }

    /** Frames with bytes {@code first, first + 1 …} in the first byte, one nanosecond apart. */
    static List<Frame> frames(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] bytes = new byte[length];
                    bytes[0] = (byte) i;
                    return new Frame(i, bytes);
                })
                .toList();
    }

    /** Frames in hex, to compare and to read. */
    static List<String> hex(List<Frame> frames) {
        return frames.stream().map(f -> hex(f.bytes())).toList();
    }

    static String hex(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> String.format("%02x", bytes[i]))
                .collect(Collectors.joining());
    }
}
