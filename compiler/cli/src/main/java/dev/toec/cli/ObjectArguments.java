package dev.toec.cli;

import dev.toec.diag.Diagnostics;
import dev.toec.ebpf.EbpfObject;
import dev.toec.ebpf.EbpfProgram;
import dev.toec.graph.InstanceGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An eBPF object and which of its programs is meant. */
final class ObjectArguments {
    @Parameters(paramLabel = "OBJ", description = "An eBPF object file, as clang -target bpf makes it.")
    private Path file;

    @Option(names = "--program", paramLabel = "P", description = "A program of it, by its name or section.")
    private String program;

    private byte[] content;

    Path file() {
        return file;
    }

    Optional<EbpfObject> read(Diagnostics diagnostics) throws InputFault {
        content = InputFiles.bytes(file);
        return EbpfObject.read(file, content, diagnostics);
    }

    /** The firmware that runs {@code program}, of the object that was read, and nothing else. */
    Optional<InstanceGraph> firmware(EbpfProgram program, Diagnostics diagnostics) {
        return XdpFirmware.around(file, content, program.name(), diagnostics);
    }

    /** The program named, or the only one. */
    Optional<EbpfProgram> one(EbpfObject object, Diagnostics diagnostics) {
        return object.select(program == null ? "" : program, diagnostics);
    }

    /** The program named, or all. */
    List<EbpfProgram> all(EbpfObject object, Diagnostics diagnostics) {
        return program == null
                ? object.programs()
                : one(object, diagnostics).map(List::of).orElse(List.of());
    }
}
