package dev.toec.ebpf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toec.diag.Diagnostics;
import dev.toec.engine.TableEntry;
import dev.toec.interp.FunctionRunner;
import dev.toec.ir.Field;
import dev.toec.target.Extension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every safe program does in the interpreter what it does in the kernel: verdicts, bytes and maps. Of each program two
 * objects are run, of -O1 and -O2; {@code -Dtoec.kernel.objects=REGEX} chooses others.
 */
class KernelOracleTest {
    private static final int PACKETS = 150;
    private static final String OBJECTS = System.getProperty("toec.kernel.objects", ".*(O[12]\\.v3|[a-z]4)\\.o");

    @TestFactory
    Stream<DynamicTest> kernelAndInterpreterAgree() {
        return Corpus.safe().stream()
                .filter(file -> file.toString().matches(OBJECTS))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    private static void compare(Path file) throws IOException, InterruptedException {
        String missing = Kernel.missing();
        assumeTrue(missing.isEmpty(), "needs " + missing);
        EbpfObject object =
                EbpfObject.read(file, Corpus.bytes(file), new Diagnostics()).orElseThrow();
        for (EbpfProgram program : object.programs()) {
            try (Kernel kernel = Kernel.load(Corpus.forKernel(file))) {
                compare(kernel, program, object.lift(program, new Diagnostics()).orElseThrow());
            }
        }
    }

    private static void compare(Kernel kernel, EbpfProgram program, Extension extension)
            throws IOException, InterruptedException {
        List<byte[]> packets = new Packets(program.name().hashCode()).take(PACKETS);
        List<Kernel.Outcome> expected = kernel.run(program.name(), packets);
        FunctionRunner runner = FunctionRunner.of(extension);
        for (int i = 0; i < packets.size(); i++) {
            FunctionRunner.Outcome outcome = runner.run(extension.entry(), packets.get(i));
            assertThat(outcome.verdict())
                    .as("verdict on packet " + i)
                    .isEqualTo(expected.get(i).verdict());
            assertThat(outcome.bytes())
                    .as("packet " + i)
                    .isEqualTo(expected.get(i).bytes());
        }
        String prefix = extension.name() + "_";
        for (String table : runner.tables().keySet()) {
            assertThat(entries(runner, table)).as(table).isEqualTo(kernel.entries(table.substring(prefix.length())));
        }
    }

    static Map<String, String> entries(FunctionRunner runner, String table) {
        Map<String, String> entries = new TreeMap<>();
        for (TableEntry entry : runner.tables().get(table).entries()) {
            entries.put(
                    hex(runner.tables().get(table).declaration().key(), entry.key()),
                    hex(runner.tables().get(table).declaration().value(), entry.value()));
        }
        return entries;
    }

    private static String hex(List<Field> fields, List<Long> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            for (int b = 0; b < fields.get(i).bytes(); b++) {
                text.append(String.format("%02x", values.get(i) >>> b * 8 & 0xff));
            }
        }
        return text.toString();
    }
}
