package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads what the user names. */
final class InputFiles {
    private InputFiles() {}

    static byte[] bytes(Path file) throws InputFault {
        try {
            if (Files.isDirectory(file)) {
                throw InputFault.of(Code.E0901, file, "it is a directory, not a file", "name a file in it");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw InputFault.of(Code.E0901, file, "there is no such file", "check the name and the working directory");
        } catch (AccessDeniedException e) {
            throw InputFault.of(Code.E0901, file, "reading it is not permitted", "check the permissions of the file");
        } catch (IOException e) {
            throw InputFault.of(Code.E0901, file, "reading it failed: " + e.getMessage(), "check the file system");
        }
    }

    static SourceFile source(Path file) throws InputFault {
        byte[] bytes = bytes(file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceFile(file.toString(), text);
        } catch (CharacterCodingException e) {
            throw InputFault.of(
                    Code.E0902, file, "it is not UTF-8 text", "convert it, for instance with iconv -t UTF-8");
        }
    }

    static List<Frame> capture(Path file) throws InputFault {
        byte[] bytes = bytes(file);
        try {
            return Pcap.read(bytes);
        } catch (EngineException e) {
            throw InputFault.of(
                    Code.E0904,
                    file,
                    e.getMessage(),
                    "give a pcap or pcapng capture of Ethernet, as tcpdump -w writes it");
        }
    }
}
