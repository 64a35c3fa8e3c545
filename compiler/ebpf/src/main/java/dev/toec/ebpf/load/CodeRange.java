package dev.toec.ebpf.load;

import dev.toec.ebpf.elf.Section;

/**
 * The instructions of one function in its section.
 *
 * @param start byte offset of the first
 * @param end byte offset behind the last
 */
record CodeRange(String name, Section section, long start, long end) {}
