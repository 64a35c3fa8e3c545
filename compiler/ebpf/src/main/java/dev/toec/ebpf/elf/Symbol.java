package dev.toec.ebpf.elf;

/**
 * A symbol.
 *
 * @param type {@code STT_…}
 * @param section number of the section that defines it, 0 for none
 * @param value offset in that section
 */
public record Symbol(String name, int type, int section, long value, long size) {
    private static final int FUNCTION = 2;
    private static final int SECTION = 3;

    /** Whether it names code. */
    public boolean isFunction() {
        return type == FUNCTION;
    }

    /** Whether it stands for its whole section. */
    public boolean isSection() {
        return type == SECTION;
    }
}
