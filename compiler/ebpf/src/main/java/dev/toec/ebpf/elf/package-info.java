/** ELF objects as hostile input: every access is checked, every fault is a {@link dev.toec.ebpf.elf.Refusal}. */
package dev.toec.ebpf.elf;
