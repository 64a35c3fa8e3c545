package dev.toec.tests;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Bytes as a case writes them: hexadecimal, in groups as they please, {@code ff*20} for a group repeated, {@code -} for
 * none at all.
 */
final class Bytes {
    private static final HexFormat HEX = HexFormat.of();
    private static final int SHORTEST_RUN = 8;

    private Bytes() {}

    static byte[] parse(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String word : text.strip().split("\\s+")) {
            String[] group = word.split("\\*", 2);
            byte[] once = group[0].equals("-") ? new byte[0] : HEX.parseHex(group[0]);
            for (int times = group.length > 1 ? Integer.parseInt(group[1]) : 1; times > 0; times--) {
                bytes.writeBytes(once);
            }
        }
        return bytes.toByteArray();
    }

    /** The one way a result writes them: runs of a byte are shortened. */
    static String format(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int run = runAt(bytes, at);
            if (run >= SHORTEST_RUN) {
                String group = HEX.toHexDigits(bytes[at]) + "*" + run;
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : " ")
                        .append(group)
                        .append(' ');
                at += run;
            } else {
                text.append(HEX.toHexDigits(bytes[at++]));
            }
        }
        return text.isEmpty() ? "-" : text.toString().strip();
    }

    private static int runAt(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] == bytes[at]) {
            end++;
        }
        return end - at;
    }
}
