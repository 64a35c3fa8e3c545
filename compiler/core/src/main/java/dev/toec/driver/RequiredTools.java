package dev.toec.driver;

import dev.toec.engine.EngineException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs of other makers that building and running generated code needs, and the Debian packages that have them. */
public final class RequiredTools {
    private static final Map<String, String> PACKAGES = Map.of(
            "aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu",
            "qemu-aarch64", "qemu-user",
            "dot", "graphviz",
            "llvm-objdump", "llvm");

    private RequiredTools() {}

    /** Those of {@code tools} that are not on the PATH, in their order. */
    public static List<String> missing(List<String> tools) {
        return tools.stream().filter(tool -> !onPath(tool)).toList();
    }

    /** The Debian package that installs {@code tool}. */
    public static String debianPackage(String tool) {
        return PACKAGES.getOrDefault(tool, tool);
    }

    /**
     * Does nothing if all tools are there.
     *
     * @param user what needs them, for the message
     * @throws EngineException naming the first one missing and how to get it
     */
    static void require(String user, List<String> tools) throws EngineException {
        List<String> missing = missing(tools);
        if (!missing.isEmpty()) {
            throw new EngineException(user + " needs " + String.join(", ", missing) + ", not found on the PATH"
                    + " (Debian: apt-get install "
                    + String.join(
                            " ",
                            missing.stream().map(RequiredTools::debianPackage).toList()) + ")");
        }
    }

    private static boolean onPath(String tool) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, tool))
                .anyMatch(Files::isExecutable);
    }
}
