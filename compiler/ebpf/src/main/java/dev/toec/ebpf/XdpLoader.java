package dev.toec.ebpf;

import dev.toec.diag.Diagnostics;
import dev.toec.target.Extension;
import dev.toec.target.ExtensionLoader;
import java.nio.file.Path;
import java.util.Optional;

/** Loads XDP programs for hooks of kind {@code xdp}. */
public final class XdpLoader implements ExtensionLoader {
    @Override
    public String kind() {
        return "xdp";
    }

    @Override
    public Optional<Extension> load(Path file, byte[] content, String selector, Diagnostics diagnostics) {
        return EbpfObject.read(file, content, diagnostics)
                .flatMap(object ->
                        object.select(selector, diagnostics).flatMap(program -> object.lift(program, diagnostics)));
    }
}
