package dev.toec.target.x86;

import dev.toec.target.cpu.CpuTarget;
import java.nio.file.Path;
import java.util.List;

/** C11 for x86-64 Linux: one process, one thread for each replica of a stage. */
public final class X86Target extends CpuTarget {
    public X86Target() {
        super("x86.stg");
    }

    @Override
    public String name() {
        return "x86";
    }

    @Override
    public String description() {
        return "C11 for x86-64 Linux, POSIX threads";
    }

    @Override
    public List<String> tools() {
        return List.of("gcc", "make");
    }

    @Override
    public List<String> command(Path directory) {
        return List.of(executable(directory));
    }
}
