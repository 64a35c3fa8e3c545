package dev.toec.interp;

import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of a packet as a value: equal to another of the same bytes, shown in hex. */
public final class Packet {
    private final byte[] bytes;

    private Packet(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A packet of these bytes, which are copied. */
    public static Packet of(byte[] bytes) {
        return new Packet(bytes.clone());
    }

    /**
     * A packet written in hex; blanks, line ends and colons between bytes are for the reader.
     *
     * @throws IllegalArgumentException if anything else is not a hex digit, or one digit is missing
     */
    public static Packet hex(String digits) {
        return new Packet(HexFormat.of().parseHex(digits.replaceAll("[\\s:]", "")));
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packet packet && Arrays.equals(bytes, packet.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
