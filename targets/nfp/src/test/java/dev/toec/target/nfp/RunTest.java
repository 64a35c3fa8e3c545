package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.driver.Compilation;
import dev.toec.driver.CompiledEngine;
import dev.toec.driver.ResultDifference;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.graph.InstanceGraph.ExternalPort;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import dev.toec.interp.Interpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program under {@code programs} does in the emulation what it does in the interpreter, under sanitizers. */
class RunTest {
    private static final int[] LENGTHS = {0, 1, 2, 7, 8, 9, 13, 14, 15, 17, 18, 60, 64, 65, 300, 1514, 9216, 9217};

    static List<String> programs() {
        return Programs.names();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void doesWhatTheInterpreterDoes(String name) throws EngineException {
        PlacedGraph placed = Compilation.place(Programs.graph(name), Mapping.NONE, 4);
        RunRequest request = new RunRequest(placed, frames(placed, Programs.shortest(name), 600), Map.of(), 0);
        RunResult expected = new Interpreter().run(request);
        CompiledEngine engine =
                new CompiledEngine(new NfpTarget(), CompiledEngine.Options.DEFAULT.withSanitizers(true));
        assertThat(ResultDifference.first(expected, engine.run(request))).isEmpty();
    }

    static Map<String, List<Frame>> frames(PlacedGraph placed, int shortest, int count) {
        Random random = new Random(7);
        Map<String, List<Frame>> frames = new LinkedHashMap<>();
        List<ExternalPort> ports = placed.graph().ports().stream()
                .filter(p -> placed.graph().linkFrom(p.name(), "rx").isPresent())
                .toList();
        int[] lengths = Arrays.stream(LENGTHS).filter(l -> l >= shortest).toArray();
        ports.forEach(p -> frames.put(p.name(), new ArrayList<>()));
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[lengths[random.nextInt(lengths.length)]];
            random.nextBytes(bytes);
            ExternalPort port = ports.get(random.nextInt(ports.size()));
            frames.get(port.name()).add(new Frame(1_000_000_000L + i / 3 * 1000L, bytes));
        }
        return frames;
    }
}
