package dev.toec.ebpf;

import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.ebpf.load.XdpObject;

/**
 * One program of an object.
 *
 * @param name its function's
 * @param section it stands in
 * @param instructions it has, without the functions it calls; an {@code lddw} counts as two, as the kernel counts
 */
public record EbpfProgram(String name, String section, int instructions, int index) {
    static EbpfProgram of(XdpObject object, int index) {
        return new EbpfProgram(
                object.programName(index), object.programSection(index), object.programSlots(index), index);
    }

    /** A linked program and its listing, or why there is none. */
    record Loaded(LinkedProgram program, Listing listing, Fault fault) {}

    Loaded load(XdpObject object, String file) {
        String heading = "; program " + name + ", section " + section;
        try {
            LinkedProgram program = object.link(index);
            return new Loaded(program, Listing.of(file, program), null);
        } catch (Refusal refusal) {
            return new Loaded(null, Listing.blank(file, heading), refusal.fault());
        }
    }
}
