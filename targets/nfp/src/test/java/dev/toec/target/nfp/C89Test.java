package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.driver.BuildDirectory;
import dev.toec.driver.Compilation;
import dev.toec.driver.RequiredTools;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A C89 compiler takes every role, but for {@code long long}; the emulation's headers count as the system's. */
class C89Test {
    private static final List<String> COMMAND = List.of(
            "gcc",
            "-std=c89",
            "-pedantic-errors",
            "-Wno-long-long",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-Wdeclaration-after-statement",
            "-fsyntax-only",
            "-I.",
            "-Ilibrary",
            "-isystem",
            "emulation");

    static List<String> programs() {
        return Programs.names();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void compiles(String name, @TempDir Path directory) throws IOException, InterruptedException {
        Assumptions.assumeTrue(RequiredTools.missing(List.of("gcc")).isEmpty());
        PlacedGraph placed = Compilation.place(Programs.graph(name), Mapping.NONE, 4);
        Firmware firmware = new Firmware(placed);
        BuildDirectory.write(directory, new NfpTarget().emit(placed));
        assertThat(compile(directory, "receive.c")).isEmpty();
        for (var stage : placed.graph().stages()) {
            assertThat(compile(directory, firmware.role(stage) + ".c")).isEmpty();
        }
    }

    private static String compile(Path directory, String file) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(COMMAND);
        command.add(file);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
