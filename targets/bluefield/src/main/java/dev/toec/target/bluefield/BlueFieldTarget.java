package dev.toec.target.bluefield;

import dev.toec.target.cpu.CpuTarget;
import java.nio.file.Path;
import java.util.List;

/**
 * C11 for the Cortex-A72 cores of a BlueField DPU, cross-compiled. Off the DPU its programs run in user-mode emulation.
 */
public final class BlueFieldTarget extends CpuTarget {
    private static final String LIBRARIES = "/usr/aarch64-linux-gnu";

    public BlueFieldTarget() {
        super("bluefield.stg");
    }

    @Override
    public String name() {
        return "bluefield";
    }

    @Override
    public String description() {
        return "C11 for the Arm cores of a BlueField DPU, cross-compiled";
    }

    @Override
    public List<String> tools() {
        return List.of("aarch64-linux-gnu-gcc", "make", "qemu-aarch64");
    }

    @Override
    public List<String> command(Path directory) {
        return List.of("qemu-aarch64", "-L", LIBRARIES, executable(directory));
    }
}
