package dev.toec.maven;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Everything a result depends on, as one SHA-256 in hexadecimal: equal content, equal result, whatever the file times are. */
record Fingerprint(String hash) {
    /** Whether {@code file} has it. */
    boolean isIn(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(hash);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, hash);
    }

    /** Takes in one part after the other; where parts end matters. */
    static final class Builder {
        private final MessageDigest digest;

        Builder() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        Builder add(String part) {
            return add(part.getBytes(StandardCharsets.UTF_8));
        }

        Builder add(byte[] part) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
            digest.update(part);
            return this;
        }

        Fingerprint build() {
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        }
    }
}
