package dev.toec.driver;

import dev.toec.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Generated programs that were built before, by the content of their sources: a program is built once, however often it
 * runs. A build appears under its name only when {@code make} is done, so any number of processes may share a cache.
 */
final class BuildCache {
    /** More than the suite builds, at about a megabyte each, so that running it again builds nothing. */
    private static final int KEPT = 256;

    private static final Duration MAKE_LIMIT = Duration.ofMinutes(10);

    private final Path root;

    /** @param root the directory of all builds, made when needed */
    BuildCache(Path root) {
        this.root = root;
    }

    /**
     * The directory where {@code files} are built.
     *
     * @param name begins the directory's name
     * @param variables given to {@code make}: {@code CFLAGS=-O1 -g}
     * @throws EngineException if {@code make} fails, with what it printed last
     */
    Path built(String name, Map<String, String> files, List<String> variables) throws EngineException {
        Path directory = root.resolve(name + "-" + hash(files, variables));
        try {
            if (Files.isDirectory(directory)) {
                Files.setLastModifiedTime(directory, FileTime.from(Instant.now()));
            } else {
                Files.createDirectories(root);
                build(directory, files, variables);
                forgetOldest();
            }
            return directory;
        } catch (IOException e) {
            throw new EngineException("cannot build in " + root + ": " + e, e);
        }
    }

    private void build(Path directory, Map<String, String> files, List<String> variables)
            throws IOException, EngineException {
        Path unfinished = Files.createTempDirectory(root, "unfinished-");
        try {
            BuildDirectory.write(unfinished, files);
            List<String> make = new ArrayList<>(List.of("make", "-s", "-C", unfinished.toString()));
            make.addAll(variables);
            new Command(make, unfinished.resolve(".toec-make.log")).run(MAKE_LIMIT);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            requireDirectory(directory, e); // another process built the same meanwhile, which is as good
        } finally {
            delete(unfinished);
        }
    }

    private static void requireDirectory(Path directory, IOException otherwise) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw otherwise;
        }
    }

    private void forgetOldest() throws IOException {
        try (Stream<Path> builds = Files.list(root)) {
            List<Path> newestFirst = builds.sorted(
                            Comparator.comparing(BuildCache::lastUse).reversed())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
                delete(old);
            }
        }
    }

    private static FileTime lastUse(Path build) {
        try {
            return Files.getLastModifiedTime(build);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // removed by another process in this moment
        }
    }

    /** Deletes {@code directory} with all it holds, if it is there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> content = Files.walk(directory)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String hash(Map<String, String> files, List<String> variables) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((path, text) -> {
                update(digest, path);
                update(digest, text);
            });
            variables.forEach(variable -> update(digest, variable));
            return HexFormat.of().formatHex(digest.digest(), 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }
}
