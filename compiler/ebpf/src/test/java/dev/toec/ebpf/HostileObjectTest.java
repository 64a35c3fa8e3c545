package dev.toec.ebpf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Diagnostics;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged objects: whatever the bytes, only diagnostics. {@code -Dtoec.fuzz.objects=N} sets how many are tried. */
class HostileObjectTest {
    private static final int COUNT = Integer.getInteger("toec.fuzz.objects", 20_000);
    private static final long SEED = Long.getLong("toec.fuzz.seed", 1);

    @Test
    void flippedBytesGiveDiagnosticsOnly() {
        List<Path> files = Corpus.safe();
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < COUNT; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] content = Corpus.bytes(file);
            int flips = 1 + random.nextInt(8);
            for (int flip = 0; flip < flips; flip++) {
                content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
            }
            refused += isRefused(content, "round " + i) ? 1 : 0;
        }
        assertThat(refused).isBetween(1, COUNT - 1);
    }

    @Test
    void truncatedObjectsGiveDiagnosticsOnly() {
        byte[] whole = Corpus.bytes(Corpus.safe().get(0));
        for (int length = 0; length < whole.length; length++) {
            isRefused(java.util.Arrays.copyOf(whole, length), "length " + length);
        }
        assertThat(isRefused(whole, "whole")).isFalse();
        assertThat(isRefused(new byte[0], "empty")).isTrue();
    }

    private static boolean isRefused(byte[] content, String what) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            EbpfObject.read(Path.of("hostile.o"), content, diagnostics)
                    .ifPresent(o -> o.programs().forEach(p -> o.lift(p, diagnostics)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what + " of seed " + SEED + " ended in an exception", e);
        }
        return diagnostics.hasErrors();
    }
}
