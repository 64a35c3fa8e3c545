package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.driver.BuildDirectory;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Writes where the user wants it; a file is complete or untouched. */
final class OutputFiles {
    private OutputFiles() {}

    static void write(Path file, byte[] content) throws InputFault {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, content); // a device or a pipe cannot be replaced
                return;
            }
            Path unfinished = file.resolveSibling(file.getFileName() + ".toec-new");
            Files.write(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    static void writeDirectory(Path directory, Map<String, String> files) throws InputFault {
        try {
            BuildDirectory.write(directory, files);
        } catch (IOException e) {
            throw cannotWrite(directory, e);
        }
    }

    private static InputFault cannotWrite(Path file, IOException e) {
        return InputFault.of(
                Code.E0903, file, "cannot write it: " + reason(e), "choose another place, or make this one writable");
    }

    private static String reason(IOException e) {
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "its directory does not exist";
        }
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        boolean said = e instanceof FileSystemException && ((FileSystemException) e).getReason() != null;
        return said ? ((FileSystemException) e).getReason() : String.valueOf(e.getMessage());
    }
}
