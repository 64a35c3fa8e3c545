package dev.toec.ebpf.elf;

import dev.toec.diag.Code;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A range of a file's bytes, read little-endian; nothing outside of it can be read. */
public final class ByteView {
    private final byte[] bytes;
    private final int start;
    private final int length;
    private final String what;
    private final Code code;

    private ByteView(byte[] bytes, int start, int length, String what, Code code) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.what = Objects.requireNonNull(what);
        this.code = Objects.requireNonNull(code);
    }

    /**
     * @param what names the range in messages
     * @param code of the fault that an access outside gives
     */
    public static ByteView of(byte[] bytes, String what, Code code) {
        return new ByteView(bytes, 0, bytes.length, what, code);
    }

    /** Bytes in it. */
    public int length() {
        return length;
    }

    /** Part of it. */
    public ByteView slice(long offset, long size, String name) throws Refusal {
        check(offset, size);
        return new ByteView(bytes, start + (int) offset, (int) size, name, code);
    }

    /** The same bytes, faults of which are of kind {@code other}. */
    public ByteView withCode(Code other) {
        return new ByteView(bytes, start, length, what, other);
    }

    /** An unsigned byte. */
    public int u8(long at) throws Refusal {
        return (int) number(at, 1);
    }

    /** An unsigned 16-bit number. */
    public int u16(long at) throws Refusal {
        return (int) number(at, 2);
    }

    /** A signed 16-bit number. */
    public int i16(long at) throws Refusal {
        return (short) number(at, 2);
    }

    /** An unsigned 32-bit number. */
    public long u32(long at) throws Refusal {
        return number(at, 4);
    }

    /** A signed 32-bit number. */
    public int i32(long at) throws Refusal {
        return (int) number(at, 4);
    }

    /** A 64-bit number; one beyond {@link Long#MAX_VALUE} is negative. */
    public long u64(long at) throws Refusal {
        return number(at, 8);
    }

    /** {@code size} (1 to 8) bytes as an unsigned number. */
    public long number(long at, int size) throws Refusal {
        check(at, size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[start + (int) at + i] & 0xff;
        }
        return value;
    }

    /** The text from {@code at} up to the next zero byte. */
    public String text(long at) throws Refusal {
        check(at, 1);
        int end = start + (int) at;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        if (end == start + length) {
            throw Fault.of(code, what + " has a text without end at byte " + at).refusal();
        }
        return new String(bytes, start + (int) at, end - start - (int) at, StandardCharsets.UTF_8);
    }

    private void check(long at, long size) throws Refusal {
        if (at < 0 || size < 0 || at > length || size > length - at) {
            throw Fault.of(code, what + " ends at byte " + length + ", before " + size + " bytes at " + at)
                    .withFix("compile the object again; it is truncated or damaged")
                    .refusal();
        }
    }
}
