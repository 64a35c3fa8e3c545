package dev.toec.ebpf.insn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names of the kernel's helper functions by number, as {@code bpf_helpers.h} has them without {@code bpf_}. */
public final class HelperNames {
    private static final List<String> NAMES = read();

    private HelperNames() {}

    private static List<String> read() {
        try (InputStream in = HelperNames.class.getResourceAsStream("/dev/toec/ebpf/helpers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of helper {@code number}, or {@code unknown}. */
    public static String name(int number) {
        return number >= 0 && number < NAMES.size() ? NAMES.get(number) : "unknown";
    }
}
