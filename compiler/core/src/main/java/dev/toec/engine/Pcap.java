package dev.toec.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Captures of Ethernet frames: reads classic pcap (draft-ietf-opsawg-pcap: micro- or nanoseconds, either byte order) and
 * pcapng (draft-ietf-opsawg-pcapng), writes classic pcap.
 */
public final class Pcap {
    static final int CLASSIC_MICROS = 0xa1b2c3d4;
    static final int CLASSIC_NANOS = 0xa1b23c4d;
    static final int ETHERNET = 1;
    static final int FILE_HEADER_BYTES = 24;
    static final int RECORD_HEADER_BYTES = 16;
    static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final int SNAP_LENGTH = 65535;
    private static final long MAX_SECONDS = 0xffff_ffffL;

    private Pcap() {}

    /**
     * The frames of a capture in file order. Of a frame that was cut when it was captured, what was captured.
     *
     * @throws EngineException if it is not a capture of Ethernet frames or is damaged, with the reason and the offset
     */
    public static List<Frame> read(byte[] file) throws EngineException {
        CaptureBytes bytes = new CaptureBytes(file);
        bytes.need(0, 4, "the magic number of a capture");
        int magic = bytes.i32(0);
        if (magic == PcapNgReader.SECTION_HEADER) {
            return new PcapNgReader(bytes).read();
        }
        return new ClassicPcapReader(bytes).read();
    }

    /**
     * A classic capture: nanoseconds, little-endian, version 2.4, snapshot length 65535, Ethernet.
     *
     * @param frames with times from 1970 to 2106, which is what the format can say
     */
    public static byte[] write(List<Frame> frames) {
        ByteBuffer out = ByteBuffer.allocate(size(frames)).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(CLASSIC_NANOS).putShort((short) 2).putShort((short) 4);
        out.putInt(0).putInt(0).putInt(SNAP_LENGTH).putInt(ETHERNET);
        for (Frame frame : frames) {
            out.putInt((int) seconds(frame)).putInt((int) (frame.nanos() % NANOS_PER_SECOND));
            out.putInt(frame.bytes().length).putInt(frame.bytes().length).put(frame.bytes());
        }
        return out.array();
    }

    private static int size(List<Frame> frames) {
        long total = FILE_HEADER_BYTES;
        for (Frame frame : frames) {
            total += RECORD_HEADER_BYTES + frame.bytes().length;
        }
        return Math.toIntExact(total);
    }

    private static long seconds(Frame frame) {
        if (!representable(frame.nanos())) {
            throw new IllegalArgumentException("a capture cannot say the time " + frame.nanos() + " ns");
        }
        return frame.nanos() / NANOS_PER_SECOND;
    }

    /** Whether a classic capture can say this time. */
    static boolean representable(long nanos) {
        return nanos >= 0 && nanos / NANOS_PER_SECOND <= MAX_SECONDS;
    }
}
