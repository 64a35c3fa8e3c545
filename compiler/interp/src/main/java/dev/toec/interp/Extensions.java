package dev.toec.interp;

import dev.toec.diag.Diagnostics;
import dev.toec.diag.TextRenderer;
import dev.toec.target.Extension;
import dev.toec.target.ExtensionLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/** Reads object files to attach, with whatever loader is on the class path. */
final class Extensions {
    private static final String KIND = "xdp";

    private Extensions() {}

    /** @throws IllegalArgumentException if the object cannot be attached, with all that is wrong with it */
    static Extension load(Path object) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Extension> extension = loader().load(object, read(object), "", diagnostics);
        return extension.orElseThrow(() -> new IllegalArgumentException(
                object + " cannot be attached:\n" + new TextRenderer(false).render(diagnostics.sorted())));
    }

    private static byte[] read(Path object) {
        try {
            return Files.readAllBytes(object);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + object + ": " + e.getMessage(), e);
        }
    }

    private static ExtensionLoader loader() {
        return ServiceLoader.load(ExtensionLoader.class, ExtensionLoader.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(l -> l.kind().equals(KIND))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing on the class path reads " + KIND
                        + " programs; add the dependency dev.toec:toec-ebpf"));
    }
}
