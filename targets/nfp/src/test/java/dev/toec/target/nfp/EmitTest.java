package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.driver.BuildDirectory;
import dev.toec.driver.Compilation;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is emitted: the same every time; left under {@code target/emitted} to be looked at. */
class EmitTest {
    static List<String> programs() {
        return Programs.names();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isDeterministic(String name) throws IOException {
        PlacedGraph placed = Compilation.place(Programs.graph(name), Mapping.NONE, 4);
        assertThat(new NfpTarget().emit(placed)).isEqualTo(new NfpTarget().emit(placed));
        BuildDirectory.write(Path.of("target/emitted", name.replace(".ir", "")), new NfpTarget().emit(placed));
    }
}
