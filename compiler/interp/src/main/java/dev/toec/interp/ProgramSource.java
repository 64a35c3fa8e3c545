package dev.toec.interp;

import dev.toec.analysis.PacketOwnership;
import dev.toec.diag.Diagnostics;
import dev.toec.diag.TextRenderer;
import dev.toec.driver.Compilation;
import dev.toec.ir.IrProgram;
import dev.toec.source.SourceFile;
import java.util.Optional;

/** Makes programs of source texts, for tests that run modules by themselves. */
public final class ProgramSource {
    private ProgramSource() {}

    /**
     * The program in {@code source}: TOE, or IR where the name ends in {@code .ir}.
     *
     * @throws IllegalArgumentException if it is in error, with all diagnostics
     */
    public static IrProgram load(SourceFile source) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<IrProgram> program = Compilation.program(source, diagnostics);
        program.ifPresent(p -> PacketOwnership.check(p, diagnostics));
        if (program.isEmpty() || diagnostics.hasErrors()) {
            throw new IllegalArgumentException(
                    source.name() + " is in error:\n" + new TextRenderer(false).render(diagnostics.sorted()));
        }
        return program.get();
    }
}
