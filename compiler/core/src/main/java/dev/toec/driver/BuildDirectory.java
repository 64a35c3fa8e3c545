package dev.toec.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes generated files to a directory. Each file is complete or absent at any moment: it is written beside its place
 * and renamed. A file that already has its content is left alone, so that {@code make} sees no change; a file of an
 * earlier write that is generated no longer is removed. The names of what was written stand in {@value #MANIFEST}, by
 * which a later write knows the directory as toec's own.
 */
public final class BuildDirectory {
    /** Lists what the last write left, one path a line. */
    static final String MANIFEST = ".toec-files";

    private static final String UNFINISHED = ".toec-new";

    private BuildDirectory() {}

    /**
     * Makes {@code directory} hold exactly {@code files} of what toec generates; what {@code make} left stays.
     *
     * @param files text by relative path, with {@code /}
     * @throws IOException if something cannot be written, or {@code directory} has content that toec did not write; the
     *     message says which and why
     */
    public static void write(Path directory, Map<String, String> files) throws IOException {
        requireOwn(directory);
        Files.createDirectories(directory);
        SortedSet<String> before = readManifest(directory);
        SortedSet<String> known = new TreeSet<>(before);
        known.addAll(files.keySet());
        writeManifest(directory, known); // first: after an interruption the directory is still known as our own
        for (Map.Entry<String, String> file : files.entrySet()) {
            writeFile(resolve(directory, file.getKey()), file.getValue());
        }
        for (String path : before) {
            if (!files.containsKey(path)) {
                Files.deleteIfExists(resolve(directory, path));
            }
        }
        writeManifest(directory, new TreeSet<>(files.keySet()));
    }

    private static void requireOwn(Path directory) throws IOException {
        if (!Files.exists(directory) || Files.exists(directory.resolve(MANIFEST))) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new FileSystemException(directory.toString(), null, "it is a file, not a directory");
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new FileSystemException(
                        directory.toString(), null, "the directory has files that toec did not write");
            }
        }
    }

    private static SortedSet<String> readManifest(Path directory) throws IOException {
        Path manifest = directory.resolve(MANIFEST);
        return new TreeSet<>(Files.exists(manifest) ? Files.readAllLines(manifest) : List.of());
    }

    private static void writeManifest(Path directory, SortedSet<String> paths) throws IOException {
        writeFile(directory.resolve(MANIFEST), String.join("\n", paths) + "\n");
    }

    private static Path resolve(Path directory, String relative) throws IOException {
        Path inside = directory.toAbsolutePath().normalize();
        Path file = inside.resolve(relative).normalize();
        if (!file.startsWith(inside) || file.equals(inside)) {
            throw new FileSystemException(relative, null, "the path leads out of the build directory");
        }
        return file;
    }

    private static void writeFile(Path file, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
