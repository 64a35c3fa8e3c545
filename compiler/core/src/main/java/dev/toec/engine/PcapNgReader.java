package dev.toec.engine;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads pcapng: blocks of type, total length, body and total length again. A section header says the byte order of what
 * follows and forgets the interfaces so far; an interface description gives link type and unit of time; enhanced, simple
 * and (obsolete) packet blocks carry frames. Other blocks are passed over.
 */
final class PcapNgReader {
    static final int SECTION_HEADER = 0x0a0d0d0a;

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int INTERFACE = 1;
    private static final int PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int OPTION_END = 0;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int OPTION_TIME_OFFSET = 14;
    private static final int FRAMING_BYTES = 12;
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(Pcap.NANOS_PER_SECOND);

    /** One interface: what its packets are and how to read their times. */
    private record Interface(int linkType, long snapLength, BigInteger ticksPerSecond, long offsetSeconds) {}

    private final CaptureBytes bytes;
    private final List<Interface> interfaces = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();

    PcapNgReader(CaptureBytes bytes) {
        this.bytes = bytes;
    }

    List<Frame> read() throws EngineException {
        int at = 0;
        while (at < bytes.size()) {
            bytes.need(at, FRAMING_BYTES, "a block");
            if (bytes.i32(at) == SECTION_HEADER) {
                readByteOrder(at);
            }
            int length = blockLength(at);
            readBlock(at, length);
            at += length;
        }
        return frames;
    }

    private int blockLength(int at) throws EngineException {
        long length = bytes.u32(at + 4);
        if (length < FRAMING_BYTES || length % 4 != 0) {
            throw CaptureBytes.damaged(at + 4, "block length " + length + " is not a multiple of 4 from 12 on");
        }
        bytes.need(at, length, "a block");
        long again = bytes.u32(at + (int) length - 4);
        if (again != length) {
            throw CaptureBytes.damaged(
                    at + length - 4, "block length " + again + " at its end, " + length + " at its start");
        }
        return (int) length;
    }

    private void readByteOrder(int at) throws EngineException {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.i32(at + 8) != BYTE_ORDER_MAGIC) {
            bytes.order(ByteOrder.BIG_ENDIAN);
        }
        if (bytes.i32(at + 8) != BYTE_ORDER_MAGIC) {
            throw CaptureBytes.damaged(at + 8, "a section header without byte-order magic");
        }
        interfaces.clear();
    }

    private void readBlock(int at, int length) throws EngineException {
        int body = at + 8;
        int end = at + length - 4;
        switch (bytes.i32(at)) {
            case INTERFACE -> readInterface(body, end);
            case ENHANCED_PACKET -> {
                needBody(body, end, 20);
                timedPacket(bytes.u32(body), body, end);
            }
            case PACKET -> {
                needBody(body, end, 20);
                timedPacket(bytes.u16(body), body, end);
            }
            case SIMPLE_PACKET -> simplePacket(body, end);
            default -> {
                // A block of a kind we do not need; its length was checked.
            }
        }
    }

    private static void needBody(int body, int end, long count) throws EngineException {
        if (count > end - body) {
            throw CaptureBytes.damaged(
                    body, "a block body of " + (end - body) + " bytes where " + count + " are needed");
        }
    }

    private void readInterface(int body, int end) throws EngineException {
        needBody(body, end, 8);
        BigInteger ticks = BigInteger.valueOf(1_000_000);
        long offset = 0;
        int at = body + 8;
        while (end - at >= 4 && bytes.u16(at) != OPTION_END) {
            int code = bytes.u16(at);
            int length = bytes.u16(at + 2);
            needBody(at + 4, end, length);
            if (code == OPTION_TIME_RESOLUTION) {
                needLength(at, length, 1);
                ticks = ticksPerSecond(bytes.u8(at + 4));
            } else if (code == OPTION_TIME_OFFSET) {
                needLength(at, length, 8);
                offset = bytes.i64(at + 4);
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        interfaces.add(new Interface(bytes.u16(body), bytes.u32(body + 4), ticks, offset));
    }

    private static void needLength(int at, int length, int expected) throws EngineException {
        if (length != expected) {
            throw CaptureBytes.damaged(at, "a time option of " + length + " bytes, not " + expected);
        }
    }

    private static BigInteger ticksPerSecond(int resolution) {
        int exponent = resolution & 0x7f;
        return (resolution & 0x80) != 0 ? BigInteger.TWO.pow(exponent) : BigInteger.TEN.pow(exponent);
    }

    private void timedPacket(long number, int body, int end) throws EngineException {
        Interface from = ethernet(number, body);
        long captured = bytes.u32(body + 12);
        needBody(body + 20, end, captured);
        long ticks = bytes.u32(body + 4) << 32 | bytes.u32(body + 8);
        frames.add(new Frame(nanos(from, ticks, body + 4), bytes.copy(body + 20, (int) captured)));
    }

    /** A simple packet has no time of its own: it takes that of the packet before it. */
    private void simplePacket(int body, int end) throws EngineException {
        needBody(body, end, 4);
        Interface from = ethernet(0, body);
        long original = bytes.u32(body);
        long captured = from.snapLength == 0 ? original : Math.min(original, from.snapLength);
        needBody(body + 4, end, captured);
        long nanos = frames.isEmpty() ? 0 : frames.get(frames.size() - 1).nanos();
        frames.add(new Frame(nanos, bytes.copy(body + 4, (int) captured)));
    }

    private Interface ethernet(long number, int body) throws EngineException {
        if (number >= interfaces.size()) {
            throw CaptureBytes.damaged(body, "a packet of interface " + number + ", which is not described");
        }
        Interface from = interfaces.get((int) number);
        if (from.linkType != Pcap.ETHERNET) {
            throw CaptureBytes.damaged(
                    body,
                    "a packet of interface " + number + " with link type " + from.linkType + ", not Ethernet (1)");
        }
        return from;
    }

    private static long nanos(Interface from, long ticks, int at) throws EngineException {
        BigInteger unsigned = new BigInteger(Long.toUnsignedString(ticks));
        BigInteger nanos = unsigned.multiply(NANOS_PER_SECOND)
                .divide(from.ticksPerSecond)
                .add(BigInteger.valueOf(from.offsetSeconds).multiply(NANOS_PER_SECOND));
        if (nanos.bitLength() > 63 || !Pcap.representable(nanos.longValue())) {
            throw CaptureBytes.damaged(at, "a time before 1970 or beyond the year 2106");
        }
        return nanos.longValue();
    }
}
