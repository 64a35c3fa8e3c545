package dev.toec.interp;

import dev.toec.ir.Field;
import dev.toec.ir.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** An entry of a table: fields, or for a table of {@link Table.Addressing#BYTES} plain bytes. */
final class Entry {
    private final List<Field> layout;
    private final long[] fields;
    private final ByteBuffer bytes;
    private boolean removed;

    Entry(Table table) {
        layout = table.value();
        boolean plain = table.addressing() == Table.Addressing.BYTES;
        bytes = plain ? ByteBuffer.allocate(table.valueBytes()).order(ByteOrder.LITTLE_ENDIAN) : null;
        fields = plain ? null : new long[layout.size()];
    }

    boolean isRemoved() {
        return removed;
    }

    void remove() {
        removed = true;
    }

    /** The value by fields, zero-extended. */
    long[] values() {
        return bytes == null ? fields.clone() : pieces();
    }

    private long[] pieces() {
        long[] values = new long[layout.size()];
        int offset = 0;
        for (int i = 0; i < values.length; i++) {
            int size = layout.get(i).bytes();
            values[i] = load(offset, size);
            offset += size;
        }
        return values;
    }

    /** Replaces the whole value, given by fields. */
    void set(long[] values) {
        int offset = 0;
        for (int i = 0; i < values.length; i++) {
            if (bytes == null) {
                fields[i] = values[i];
            } else {
                store(offset, values[i], layout.get(i).bytes());
                offset += layout.get(i).bytes();
            }
        }
    }

    long field(int index) {
        return fields[index];
    }

    void setField(int index, long value) {
        fields[index] = value;
    }

    /** {@code count} (1, 2, 4 or 8) little-endian bytes at {@code offset}. */
    long load(long offset, int count) {
        int at = position(offset, count);
        return switch (count) {
            case 1 -> bytes.get(at) & 0xffL;
            case 2 -> bytes.getShort(at) & 0xffffL;
            case 4 -> bytes.getInt(at) & 0xffff_ffffL;
            default -> bytes.getLong(at);
        };
    }

    /** Writes {@code count} (1, 2, 4 or 8) little-endian bytes at {@code offset}. */
    void store(long offset, long value, int count) {
        int at = position(offset, count);
        switch (count) {
            case 1 -> bytes.put(at, (byte) value);
            case 2 -> bytes.putShort(at, (short) value);
            case 4 -> bytes.putInt(at, (int) value);
            default -> bytes.putLong(at, value);
        }
    }

    private int position(long offset, int count) {
        if (offset < 0 || offset + count > bytes.capacity()) {
            throw new Trap("access to " + count + " bytes at offset " + offset + " of a value of " + bytes.capacity()
                    + " bytes");
        }
        return (int) offset;
    }
}
