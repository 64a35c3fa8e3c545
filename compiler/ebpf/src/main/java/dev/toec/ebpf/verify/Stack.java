package dev.toec.ebpf.verify;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The 512 bytes below a frame pointer, byte by byte: each is unwritten or part of something stored. Immutable: a store
 * makes a new one.
 */
final class Stack {
    /** Bytes of a frame. */
    static final int BYTES = 512;

    static final Stack EMPTY = new Stack(new Stored[BYTES]);

    /**
     * What one store wrote.
     *
     * @param start byte of the stack, from 0 for the lowest, where it begins
     */
    record Stored(Register register, int start, int bytes) {}

    private final Stored[] cells;

    private Stack(Stored[] cells) {
        this.cells = cells;
    }

    private static int index(long offset) {
        return BYTES + (int) offset;
    }

    /** The stack with {@code register} stored in {@code bytes} bytes at {@code offset} from the frame pointer. */
    Stack store(long offset, int bytes, Register register) {
        Stored[] copy = cells.clone();
        int start = index(offset);
        Arrays.fill(copy, start, start + bytes, new Stored(register, start, bytes));
        return new Stack(copy);
    }

    /** Whether all bytes were written. */
    boolean isWritten(long offset, int bytes) {
        return firstUnwritten(offset, bytes) == bytes;
    }

    /** The first unwritten byte of a range, or its length. */
    int firstUnwritten(long offset, int bytes) {
        int start = index(offset);
        for (int i = 0; i < bytes; i++) {
            if (cells[start + i] == null) {
                return i;
            }
        }
        return bytes;
    }

    /** Whether a part of an address lies in the range. */
    boolean holdsAddress(long offset, int bytes) {
        int start = index(offset);
        for (int i = start; i < start + bytes; i++) {
            if (cells[i] != null && cells[i].register().shape().isPointer()) {
                return true;
            }
        }
        return false;
    }

    /** What a load of written bytes gives: what was stored there as a whole, or a number of so many bytes. */
    Register load(long offset, int bytes) {
        Stored first = cells[index(offset)];
        if (first.start() == index(offset) && first.bytes() == bytes && isWhole(first)) {
            return first.register();
        }
        return Register.scalar(isZero(offset, bytes) ? Bounds.of(0) : Bounds.unsigned(bytes * 8));
    }

    private boolean isWhole(Stored stored) {
        for (int i = stored.start(); i < stored.start() + stored.bytes(); i++) {
            if (cells[i] != stored) {
                return false;
            }
        }
        return true;
    }

    private boolean isZero(long offset, int bytes) {
        for (int i = index(offset); i < index(offset) + bytes; i++) {
            boolean zero = cells[i].register() instanceof Register.Scalar s
                    && s.bounds().equals(Bounds.of(0));
            if (!zero) {
                return false;
            }
        }
        return true;
    }

    /** The stack with everything stored as {@code change} says. */
    Stack map(UnaryOperator<Register> change) {
        Stored[] copy = null;
        for (int i = 0; i < BYTES; i++) {
            Stored cell = cells[i];
            if (cell == null || i > 0 && cells[i - 1] == cell) {
                continue;
            }
            Register changed = change.apply(cell.register());
            if (changed != cell.register()) {
                copy = copy == null ? cells.clone() : copy;
                replace(copy, cell, new Stored(changed, cell.start(), cell.bytes()));
            }
        }
        return copy == null ? this : new Stack(copy);
    }

    private static void replace(Stored[] cells, Stored old, Stored now) {
        for (int i = old.start(); i < old.start() + old.bytes(); i++) {
            if (cells[i] == old) {
                cells[i] = now;
            }
        }
    }

    /** The byte {@code index}, from 0 for the lowest; {@code null} if unwritten. */
    Stored cell(int index) {
        return cells[index];
    }
}
