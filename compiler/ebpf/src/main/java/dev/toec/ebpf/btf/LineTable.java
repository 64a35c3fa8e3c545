package dev.toec.ebpf.btf;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.ByteView;
import dev.toec.ebpf.elf.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The line information of section {@code .BTF.ext}: which line of C each instruction comes from. */
public final class LineTable {
    /** The table of an object without line information. */
    public static final LineTable EMPTY = new LineTable();

    private static final int MAGIC = 0xeb9f;
    private static final int RECORD_BYTES = 16;

    private final Map<String, TreeMap<Long, CLine>> sections = new HashMap<>();

    private LineTable() {}

    /**
     * A line of C.
     *
     * @param file its name without directories
     * @param line from 1
     * @param column from 1, or 0 where it is not known
     * @param text the line itself, or empty
     */
    public record CLine(String file, int line, int column, String text) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** Reads a whole {@code .BTF.ext} section. */
    public static LineTable read(ByteView section, Btf btf) throws Refusal {
        ByteView data = section.withCode(Code.E0803);
        if (data.u16(0) != MAGIC || data.u8(2) != 1) {
            throw Btf.malformed("section .BTF.ext does not begin with the mark of version 1");
        }
        LineTable table = new LineTable();
        ByteView lines = data.slice(data.u32(4) + data.u32(16), data.u32(20), "the line information of .BTF.ext");
        table.readSections(lines, btf);
        return table;
    }

    private void readSections(ByteView lines, Btf btf) throws Refusal {
        if (lines.length() == 0) {
            return;
        }
        long bytes = lines.u32(0);
        if (bytes < RECORD_BYTES) {
            throw Btf.malformed("line records of .BTF.ext have " + bytes + " bytes, fewer than " + RECORD_BYTES);
        }
        long at = 4;
        while (at < lines.length()) {
            TreeMap<Long, CLine> section = sections.computeIfAbsent(btf.text(lines.u32(at)), s -> new TreeMap<>());
            long count = lines.u32(at + 4);
            ByteView records = lines.slice(at + 8, count * bytes, "the line records of a section");
            for (long i = 0; i < count; i++) {
                readLine(records, i * bytes, btf, section);
            }
            at += 8 + count * bytes;
        }
    }

    private static void readLine(ByteView records, long at, Btf btf, TreeMap<Long, CLine> into) throws Refusal {
        String file = btf.text(records.u32(at + 4));
        String text = btf.text(records.u32(at + 8)).stripTrailing();
        int line = (int) (records.u32(at + 12) >>> 10);
        int column = records.i32(at + 12) & 0x3ff;
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (line > 0) {
            // Line 0 marks code that no line of its own was written for.
            into.put(records.u32(at), new CLine(name, line, column, text));
        }
    }

    /** The line of the instruction at byte {@code offset} of {@code section}. */
    public Optional<CLine> lineAt(String section, long offset) {
        TreeMap<Long, CLine> lines = sections.get(section);
        if (lines == null || lines.floorEntry(offset) == null) {
            return Optional.empty();
        }
        return Optional.of(lines.floorEntry(offset).getValue());
    }
}
