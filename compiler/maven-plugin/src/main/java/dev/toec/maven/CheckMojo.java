package dev.toec.maven;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.Compilation;
import dev.toec.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Reports everything that is wrong with the project's programs. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class CheckMojo extends SourcesMojo {
    @Override
    String parameters() {
        return "";
    }

    @Override
    boolean hasResult(Path file) {
        return true;
    }

    @Override
    void process(Path file, SourceFile source, List<Attachment> attached, Diagnostics diagnostics) {
        Compilation.check(source, attached, diagnostics);
    }
}
