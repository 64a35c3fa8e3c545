package dev.toec.ebpf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Frames for XDP programs: few hosts and ports, so that maps are hit; tags, options and extension headers; cut short. */
final class Packets {
    /** The shortest frame the kernel runs a program on. */
    private static final int SHORTEST = 14;

    private static final short[] TYPES = {0x0800, 0x0800, 0x0800, 0x0806, (short) 0x86dd, (short) 0x8100, (short) 0x88a8
    };
    private static final byte[] EXTENSIONS = {0, 43, 60, 6, 17, 58};

    private final Random random;

    Packets(long seed) {
        random = new Random(seed);
    }

    List<byte[]> take(int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(frame());
        }
        return frames;
    }

    private byte[] frame() {
        ByteBuffer frame = ByteBuffer.allocate(256);
        random.nextBytes(frame.array());
        frame.put(mac()).put(mac());
        short type = TYPES[random.nextInt(TYPES.length)];
        frame.putShort(type);
        for (int tags = 0; (type == (short) 0x8100 || type == (short) 0x88a8) && tags < 4; tags++) {
            type = TYPES[random.nextInt(TYPES.length)];
            frame.putShort((short) random.nextInt(4096)).putShort(type);
        }
        if (type == 0x0800) {
            ipv4(frame);
        } else if (type == (short) 0x86dd) {
            ipv6(frame);
        }
        int length = frame.position() + random.nextInt(60);
        boolean cut = random.nextInt(5) == 0;
        return Arrays.copyOf(frame.array(), cut ? SHORTEST + random.nextInt(length - SHORTEST + 1) : length);
    }

    private byte[] mac() {
        return new byte[] {2, 0, 0, 0, 0, (byte) random.nextInt(4)};
    }

    private void ipv4(ByteBuffer frame) {
        int start = frame.position();
        int words = random.nextInt(3) == 0 ? random.nextInt(16) : 5;
        byte protocol = (byte) (random.nextInt(8) == 0 ? random.nextInt(256) : random.nextBoolean() ? 6 : 17);
        frame.put((byte) (0x40 | words)).put((byte) random.nextInt(256)).putShort((short) 100);
        frame.putInt(random.nextInt())
                .put((byte) random.nextInt(4))
                .put(protocol)
                .putShort((short) 0);
        frame.putInt(0x0a000000 | random.nextInt(3)).putInt(0x0a000100 | random.nextInt(3));
        frame.position(start + Math.max(words, 5) * 4);
        if (random.nextInt(4) > 0) {
            frame.putShort(start + 10, checksum(frame, start, words));
        }
        frame.putShort((short) (1000 + random.nextInt(2)));
        frame.putShort((short) (random.nextInt(3) == 0 ? 23 : 53));
        frame.putLong(random.nextLong()).put((byte) 0x50).put((byte) (1 << random.nextInt(5)));
    }

    private static short checksum(ByteBuffer frame, int start, int words) {
        int sum = 0;
        for (int i = 0; i < words * 2; i++) {
            sum += frame.getShort(start + i * 2) & 0xffff;
        }
        return (short) ~((sum & 0xffff) + (sum >> 16));
    }

    private void ipv6(ByteBuffer frame) {
        byte next = EXTENSIONS[random.nextInt(EXTENSIONS.length)];
        frame.putInt(0x60000000).putShort((short) 64).put(next).put((byte) 64);
        frame.position(frame.position() + 32);
        for (int i = 0; i < 4 && (next == 0 || next == 43 || next == 60); i++) {
            next = EXTENSIONS[random.nextInt(EXTENSIONS.length)];
            int length = random.nextInt(2);
            frame.put(next).put((byte) length);
            frame.position(frame.position() + 6 + length * 8);
        }
    }
}
