package dev.toec.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the commonest commands once, when the launcher makes its archive of loaded classes, so that all theirs are in it. */
public final class Training {
    private Training() {}

    /** @param arguments a program to check and to compile for all targets */
    public static void main(String[] arguments) throws IOException {
        Path scratch = Files.createTempDirectory("toec-training-");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, false);
        for (List<String> line : List.of(
                List.of("check", arguments[0]),
                List.of("check", scratch.resolve("missing.toe").toString()),
                List.of("build", arguments[0], "-o", scratch.toString()),
                List.of("explain", "E0101"))) {
            String[] words = line.toArray(String[]::new);
            CommandTree.of(console, words).execute(words);
        }
    }
}
