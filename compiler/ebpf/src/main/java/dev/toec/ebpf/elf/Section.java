package dev.toec.ebpf.elf;

/**
 * A section.
 *
 * @param index its number, as symbols name it
 * @param type {@code SHT_…}
 * @param link number of the section it refers to
 * @param info number of the section a relocation section applies to
 * @param data its bytes; empty for {@link #NOBITS}
 */
public record Section(int index, String name, int type, long flags, int link, int info, ByteView data) {
    static final int SYMTAB = 2;
    static final int RELA = 4;
    static final int NOBITS = 8;
    static final int REL = 9;
    private static final int EXECINSTR = 4;

    /** Whether it holds instructions. */
    public boolean isCode() {
        return (flags & EXECINSTR) != 0 && type != NOBITS;
    }

    /** Whether it holds constants a program may load. */
    public boolean isReadOnlyData() {
        return name.equals(".rodata") || name.startsWith(".rodata.");
    }
}
