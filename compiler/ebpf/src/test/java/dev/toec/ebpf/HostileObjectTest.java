package dev.toec.ebpf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Diagnostics;
import dev.toec.interp.FunctionRunner;
import dev.toec.target.Extension;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damaged objects: whatever the bytes, only diagnostics, and what is accepted runs. {@code -Dtoec.fuzz.objects=N} sets how
 * many are tried: some thousands by default, 100,000 in two minutes.
 */
class HostileObjectTest {
    private static final int COUNT = Integer.getInteger("toec.fuzz.objects", 3_000);
    private static final long SEED = Long.getLong("toec.fuzz.seed", 1);
    private static final int PACKETS = 8;
    private static final List<byte[]> OBJECTS =
            Corpus.safe().stream().map(Corpus::bytes).toList();

    /** Bytes of a file. */
    private record Range(int from, int length) {}

    private final Random random = new Random(SEED);

    @Test
    void flippedBytesGiveDiagnosticsOnly() {
        int refused = 0;
        for (int round = 0; round < COUNT; round++) {
            byte[] content = anyObject();
            flip(content, List.of(new Range(0, content.length)), 8);
            refused += isRefused(content, "round " + round) ? 1 : 0;
        }
        assertThat(refused).isBetween(1, COUNT - 1);
    }

    @Test
    void flippedInstructionsGiveDiagnosticsOrRun() {
        int refused = 0;
        int rounds = COUNT / 3;
        for (int round = 0; round < rounds; round++) {
            byte[] content = anyObject();
            flip(content, code(content), 2);
            refused += isRefused(content, "round " + round) ? 1 : 0;
        }
        assertThat(refused).isBetween(1, rounds - 1);
    }

    @Test
    void truncatedObjectsGiveDiagnosticsOnly() {
        byte[] whole = OBJECTS.get(0);
        for (int length = 0; length < whole.length; length++) {
            isRefused(Arrays.copyOf(whole, length), "length " + length);
        }
        assertThat(isRefused(whole, "whole")).isFalse();
        assertThat(isRefused(new byte[0], "empty")).isTrue();
    }

    private byte[] anyObject() {
        return OBJECTS.get(random.nextInt(OBJECTS.size())).clone();
    }

    private void flip(byte[] content, List<Range> ranges, int most) {
        for (int left = 1 + random.nextInt(most); left > 0; left--) {
            Range range = ranges.get(random.nextInt(ranges.size()));
            content[range.from() + random.nextInt(range.length())] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /** The sections of instructions, by the ELF section headers of an undamaged object. */
    private static List<Range> code(byte[] object) {
        ByteBuffer elf = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
        List<Range> code = new ArrayList<>();
        for (int i = 0; i < elf.getShort(60); i++) {
            int header = (int) elf.getLong(40) + i * elf.getShort(58);
            boolean executable = (elf.getLong(header + 8) & 4) != 0;
            int length = (int) elf.getLong(header + 32);
            if (executable && length > 0) {
                code.add(new Range((int) elf.getLong(header + 24), length));
            }
        }
        return code;
    }

    private static boolean isRefused(byte[] content, String what) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            EbpfObject.read(Path.of("hostile.o"), content, diagnostics)
                    .ifPresent(o -> o.programs().forEach(p -> run(o.lift(p, diagnostics))));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what + " of seed " + SEED + " ended in an exception", e);
        }
        return diagnostics.hasErrors();
    }

    private static void run(Optional<Extension> accepted) {
        accepted.ifPresent(extension -> {
            FunctionRunner runner = FunctionRunner.of(extension);
            new Packets(SEED).take(PACKETS).forEach(packet -> runner.run(extension.entry(), packet));
        });
    }
}
