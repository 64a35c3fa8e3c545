package dev.toec.engine;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads classic pcap: a file header, then records of a header and the captured bytes each. */
final class ClassicPcapReader {
    private static final int MAJOR_VERSION = 2;
    private static final int LINK_TYPE_MASK = 0xffff;

    private final CaptureBytes bytes;
    private long nanosPerTick;

    ClassicPcapReader(CaptureBytes bytes) {
        this.bytes = bytes;
    }

    List<Frame> read() throws EngineException {
        readHeader();
        List<Frame> frames = new ArrayList<>();
        int at = Pcap.FILE_HEADER_BYTES;
        while (at < bytes.size()) {
            bytes.need(at, Pcap.RECORD_HEADER_BYTES, "a packet header");
            long length = bytes.u32(at + 8);
            bytes.need(at + Pcap.RECORD_HEADER_BYTES, length, "a packet");
            frames.add(new Frame(time(at), bytes.copy(at + Pcap.RECORD_HEADER_BYTES, (int) length)));
            at += Pcap.RECORD_HEADER_BYTES + (int) length;
        }
        return frames;
    }

    private void readHeader() throws EngineException {
        if (!readMagic(ByteOrder.LITTLE_ENDIAN) && !readMagic(ByteOrder.BIG_ENDIAN)) {
            throw CaptureBytes.damaged(
                    0, String.format("0x%08x is the magic number of neither pcap nor pcapng", bytes.i32(0)));
        }
        bytes.need(0, Pcap.FILE_HEADER_BYTES, "the file header");
        if (bytes.u16(4) != MAJOR_VERSION) {
            throw CaptureBytes.damaged(4, "pcap version " + bytes.u16(4) + " is not known, only 2");
        }
        int linkType = bytes.i32(20) & LINK_TYPE_MASK;
        if (linkType != Pcap.ETHERNET) {
            throw CaptureBytes.damaged(20, "link type " + linkType + " is not Ethernet (1)");
        }
    }

    private boolean readMagic(ByteOrder order) {
        bytes.order(order);
        int magic = bytes.i32(0);
        nanosPerTick = magic == Pcap.CLASSIC_NANOS ? 1 : 1000;
        return magic == Pcap.CLASSIC_NANOS || magic == Pcap.CLASSIC_MICROS;
    }

    private long time(int record) throws EngineException {
        long nanos = bytes.u32(record) * Pcap.NANOS_PER_SECOND + bytes.u32(record + 4) * nanosPerTick;
        if (!Pcap.representable(nanos)) {
            throw CaptureBytes.damaged(record, "a time beyond the year 2106");
        }
        return nanos;
    }
}
