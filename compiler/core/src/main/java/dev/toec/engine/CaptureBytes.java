package dev.toec.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of a capture file: reads in the byte order it found, refuses what lies outside. */
final class CaptureBytes {
    private final byte[] file;
    private final ByteBuffer buffer;

    CaptureBytes(byte[] file) {
        this.file = file;
        this.buffer = ByteBuffer.wrap(file);
    }

    void order(ByteOrder order) {
        buffer.order(order);
    }

    int size() {
        return file.length;
    }

    /** Refuses a file that ends before {@code count} bytes at {@code offset}. */
    void need(long offset, long count, String what) throws EngineException {
        if (count > file.length - offset) {
            throw damaged(
                    offset,
                    "the file ends inside " + what + ": " + count + " bytes needed, "
                            + Math.max(0, file.length - offset) + " left");
        }
    }

    int u16(int offset) {
        return buffer.getShort(offset) & 0xffff;
    }

    int i32(int offset) {
        return buffer.getInt(offset);
    }

    long u32(int offset) {
        return buffer.getInt(offset) & 0xffff_ffffL;
    }

    long i64(int offset) {
        return buffer.getLong(offset);
    }

    int u8(int offset) {
        return file[offset] & 0xff;
    }

    byte[] copy(int offset, int count) {
        return Arrays.copyOfRange(file, offset, offset + count);
    }

    static EngineException damaged(long offset, String reason) {
        return new EngineException("cannot read the capture at offset " + offset + ": " + reason);
    }
}
