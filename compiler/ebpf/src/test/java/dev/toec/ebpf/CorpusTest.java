package dev.toec.ebpf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrVerifier;
import dev.toec.ir.Module;
import dev.toec.ir.Pipeline;
import dev.toec.source.Span;
import dev.toec.target.Extension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Safe programs are accepted and become well-formed functions; each unsafe one is refused for the one reason it says. */
class CorpusTest {
    @TestFactory
    Stream<DynamicTest> safe() {
        return Corpus.safe().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    EbpfObject object = read(file, new Diagnostics()).orElseThrow();
                    assertThat(object.programs()).isNotEmpty();
                    for (EbpfProgram program : object.programs()) {
                        Diagnostics diagnostics = new Diagnostics();
                        Optional<Extension> extension = object.lift(program, diagnostics);
                        assertThat(diagnostics.sorted()).isEmpty();
                        assertThat(IrVerifier.verify(program(extension.orElseThrow())))
                                .isEmpty();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> unsafe() {
        return Corpus.unsafe().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    List<Diagnostic> reported = refuse(file);
                    String[] expected = Corpus.expectation(file).split(" ", 2);
                    assertThat(reported).hasSize(1);
                    assertThat(reported.get(0).code().name()).isEqualTo(expected[0]);
                    assertThat(reported.get(0).message()).contains(expected.length > 1 ? expected[1] : "");
                    assertThat(reported.get(0).fix()).isPresent();
                }));
    }

    @Test
    void aRelocatedImmediateIsAMapOrData() {
        Path file = Path.of("src/test/xdp/objects/safe/hash_counter.O2.v3.o");
        String object = new String(Corpus.bytes(file), StandardCharsets.ISO_8859_1);
        // `r1 = by_type ll`, and the same with BPF_PSEUDO_FUNC as its source, which no assembler writes.
        byte[] damaged = object.replace("\u0018\u0001\0\0", "\u0018\u0041\0\0").getBytes(StandardCharsets.ISO_8859_1);
        Diagnostics diagnostics = new Diagnostics();
        EbpfObject read = EbpfObject.read(file, damaged, diagnostics).orElseThrow();
        assertThat(read.lift(read.programs().get(0), diagnostics)).isEmpty();
        assertThat(diagnostics.sorted()).hasSize(1);
        assertThat(diagnostics.sorted().get(0).message()).contains("neither a map nor data");
    }

    private static List<Diagnostic> refuse(Path file) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<EbpfObject> object = read(file, diagnostics);
        object.ifPresent(
                o -> assertThat(o.lift(o.programs().get(0), diagnostics)).isEmpty());
        return diagnostics.sorted();
    }

    private static Optional<EbpfObject> read(Path file, Diagnostics diagnostics) {
        return EbpfObject.read(file, Corpus.bytes(file), diagnostics);
    }

    private static IrProgram program(Extension extension) {
        Module.Hook hook = new Module.Hook("hook", "", 4096, List.of(extension.entry()), Span.NONE);
        Module module = new Module(
                "Stage",
                "",
                List.of(),
                List.of(),
                List.of(),
                extension.tables(),
                List.of(),
                List.of(hook),
                List.of(),
                Span.NONE);
        Pipeline pipeline = new Pipeline("Empty", "", List.of(), List.of(), List.of(), List.of(), Span.NONE);
        return new IrProgram(
                "attached",
                List.of(),
                List.of(),
                List.of(),
                extension.functions(),
                List.of(module),
                pipeline,
                Span.NONE);
    }
}
