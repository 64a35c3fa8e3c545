package dev.toec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapTest {
    private static final byte[] BYTES = {1, 2, 3, 4, 5};

    @ParameterizedTest
    @CsvSource({
        "a1b2c3d4, true, 7000008000", "a1b2c3d4, false, 7000008000",
        "a1b23c4d, true, 7000000008", "a1b23c4d, false, 7000000008"
    })
    void readsEveryKindOfClassicCapture(String magic, boolean big, long nanos) throws EngineException {
        byte[] file = classic(Integer.parseUnsignedInt(magic, 16), big, 1);

        List<Frame> frames = Pcap.read(file);

        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).nanos()).isEqualTo(nanos);
        assertThat(frames.get(0).bytes()).isEqualTo(BYTES);
    }

    @Test
    void writesWhatItReads() throws EngineException {
        List<Frame> frames = List.of(new Frame(1_600_000_000_123_456_789L, BYTES), new Frame(0, new byte[0]));

        byte[] file = Pcap.write(frames);

        assertThat(Arrays.copyOf(file, 8)).containsExactly(0x4d, 0x3c, 0xb2, 0xa1, 2, 0, 4, 0);
        assertThat(Pcap.read(file))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(frames);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 1000, 1000000", // microseconds
        "9, 1000, 1000", // nanoseconds
        "12, 5000, 5", // picoseconds
        "0x8a, 1536, 1500000000", // 2^-10 seconds
        "0, 3, 3000000000" // seconds
    })
    void readsTimesOfEveryResolution(String resolution, long ticks, long nanos) throws EngineException {
        byte[] file = ng(ByteOrder.LITTLE_ENDIAN, Integer.decode(resolution), ticks);

        assertThat(Pcap.read(file)).extracting(Frame::nanos).containsExactly(nanos, nanos);
    }

    @Test
    void readsBigEndianPcapng() throws EngineException {
        List<Frame> frames = Pcap.read(ng(ByteOrder.BIG_ENDIAN, 6, 1));

        assertThat(frames).extracting(Frame::bytes).containsExactly(BYTES, BYTES);
    }

    @Test
    void refusesOtherLinkTypes() {
        assertThatThrownBy(() -> Pcap.read(classic(Pcap.CLASSIC_MICROS, false, 113)))
                .isInstanceOf(EngineException.class)
                .hasMessage("cannot read the capture at offset 20: link type 113 is not Ethernet (1)");
    }

    @Test
    void refusesACutFile() {
        byte[] file = classic(Pcap.CLASSIC_MICROS, false, 1);

        assertThatThrownBy(() -> Pcap.read(Arrays.copyOf(file, file.length - 2)))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "cannot read the capture at offset 40: the file ends inside a packet: 5 bytes needed, 3 left");
        assertThatThrownBy(() -> Pcap.read(new byte[0])).isInstanceOf(EngineException.class);
    }

    @Test
    void damagedFilesAreRefusedNeverACrash() {
        List<byte[]> good = List.of(
                classic(Pcap.CLASSIC_NANOS, true, 1),
                ng(ByteOrder.LITTLE_ENDIAN, 6, 1),
                ng(ByteOrder.BIG_ENDIAN, 0x8a, 1));
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] file = good.get(i % good.size()).clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                file[random.nextInt(file.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 0xff);
            }
            refused += refuses(Arrays.copyOf(file, file.length - random.nextInt(4))) ? 1 : 0;
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }

    private static boolean refuses(byte[] file) {
        try {
            Pcap.read(file);
            return false;
        } catch (EngineException refusal) {
            assertThat(refusal).hasMessageContaining("at offset ");
            return true;
        }
    }

    private static byte[] classic(int magic, boolean big, int linkType) {
        ByteBuffer out =
                ByteBuffer.allocate(24 + 16 + BYTES.length).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        out.putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65535)
                .putInt(linkType);
        out.putInt(7).putInt(8).putInt(BYTES.length).putInt(1500).put(BYTES);
        return out.array();
    }

    /** A section with an interface that is not Ethernet, one that is, and a packet of it in each timed kind of block. */
    private static byte[] ng(ByteOrder order, int resolution, long ticks) {
        ByteBuffer out = ByteBuffer.allocate(200).order(order);
        out.putInt(PcapNgReader.SECTION_HEADER).putInt(28).putInt(0x1a2b3c4d);
        out.putShort((short) 1).putShort((short) 0).putLong(-1).putInt(28);
        out.putInt(1)
                .putInt(20)
                .putShort((short) 113)
                .putShort((short) 0)
                .putInt(0)
                .putInt(20);
        out.putInt(1).putInt(32).putShort((short) 1).putShort((short) 0).putInt(0);
        out.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
        out.putShort((short) 0).putShort((short) 0).putInt(32);
        out.putInt(5).putInt(12).putInt(12);
        out.putInt(6).putInt(40).putInt(1).putInt((int) (ticks >>> 32)).putInt((int) ticks);
        out.putInt(BYTES.length)
                .putInt(BYTES.length)
                .put(BYTES)
                .put(new byte[3])
                .putInt(40);
        out.putInt(2).putInt(40).putShort((short) 1).putShort((short) 0);
        out.putInt((int) (ticks >>> 32)).putInt((int) ticks);
        out.putInt(BYTES.length)
                .putInt(BYTES.length)
                .put(BYTES)
                .put(new byte[3])
                .putInt(40);
        return Arrays.copyOf(out.array(), out.position());
    }
}
