package dev.toec.interp;

import dev.toec.ir.ByteOrder;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The bytes of one packet. Bytes taken out near the front move the front, so that stripping a tag costs the bytes before
 * it and not those behind.
 */
public final class PacketBuffer {
    private static final VarHandle BIG_16 = view(short[].class, java.nio.ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_32 = view(int[].class, java.nio.ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_64 = view(long[].class, java.nio.ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_16 = view(short[].class, java.nio.ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_32 = view(int[].class, java.nio.ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_64 = view(long[].class, java.nio.ByteOrder.LITTLE_ENDIAN);

    private final long number;
    private final long nanos;
    private final byte[] bytes;
    private int start;
    private int length;
    private Object holder;

    /**
     * @param number in order of arrival, from 1
     * @param nanos time of its arrival
     * @param bytes copied
     */
    public PacketBuffer(long number, long nanos, byte[] bytes) {
        this.number = number;
        this.nanos = nanos;
        this.bytes = bytes.clone();
        this.length = bytes.length;
    }

    private static VarHandle view(Class<?> array, java.nio.ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }

    /** Its number in order of arrival, from 1. */
    public long number() {
        return number;
    }

    /** The time it arrived, in nanoseconds. */
    public long nanos() {
        return nanos;
    }

    /** Bytes it has now. */
    public int length() {
        return length;
    }

    /** A copy of its bytes. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /** Whether {@code who} owns it now. */
    boolean isHeldBy(Object who) {
        return holder == who;
    }

    /** Who owns it now, {@code null} for nobody. */
    Object holder() {
        return holder;
    }

    /** Hands it to {@code who}; {@code null} while it waits in a queue or is gone. */
    void give(Object who) {
        holder = who;
    }

    /** {@code count} (1 to 8) bytes at {@code offset}, an unsigned 32-bit number, zero-extended. */
    public long load(long offset, int count, ByteOrder order) {
        int at = position(offset, count);
        boolean big = order == ByteOrder.BIG;
        return switch (count) {
            case 1 -> bytes[at] & 0xffL;
            case 2 -> (short) (big ? BIG_16 : LITTLE_16).get(bytes, at) & 0xffffL;
            case 4 -> (int) (big ? BIG_32 : LITTLE_32).get(bytes, at) & 0xffff_ffffL;
            case 8 -> (long) (big ? BIG_64 : LITTLE_64).get(bytes, at);
            default -> loadOdd(at, count, big);
        };
    }

    private long loadOdd(int at, int count, boolean big) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[big ? at + i : at + count - 1 - i] & 0xffL;
        }
        return value;
    }

    /** Writes the low {@code count} (1 to 8) bytes of {@code value} at {@code offset}. */
    public void store(long offset, long value, int count, ByteOrder order) {
        int at = position(offset, count);
        boolean big = order == ByteOrder.BIG;
        switch (count) {
            case 1 -> bytes[at] = (byte) value;
            case 2 -> (big ? BIG_16 : LITTLE_16).set(bytes, at, (short) value);
            case 4 -> (big ? BIG_32 : LITTLE_32).set(bytes, at, (int) value);
            case 8 -> (big ? BIG_64 : LITTLE_64).set(bytes, at, value);
            default -> storeOdd(at, value, count, big);
        }
    }

    private void storeOdd(int at, long value, int count, boolean big) {
        for (int i = 0; i < count; i++) {
            bytes[big ? at + count - 1 - i : at + i] = (byte) (value >>> 8 * i);
        }
    }

    /** Takes {@code count} bytes out at {@code offset}, both unsigned 32-bit numbers. */
    public void remove(long offset, long count) {
        int at = position(offset, count) - start;
        int gap = (int) count;
        int behind = length - at - gap;
        if (at <= behind) {
            System.arraycopy(bytes, start, bytes, start + gap, at);
            start += gap;
        } else {
            System.arraycopy(bytes, start + at + gap, bytes, start + at, behind);
        }
        length -= gap;
    }

    private int position(long offset, long count) {
        if (offset < 0 || count < 0 || offset + count > length) {
            throw new Trap(
                    "access to " + count + " bytes at offset " + offset + " of a packet of " + length + " bytes");
        }
        return start + (int) offset;
    }
}
