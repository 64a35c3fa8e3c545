package dev.toec.target.nfp;

import dev.toec.cgen.Templates;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.graph.PlacedGraph;
import dev.toec.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Netronome NFP-4000: one role in Micro-C per stage, links as work queues of the memory units, reorder points as
 * contexts of the global reorder block.
 *
 * <p>What is generated conforms to the {@link DialectChecker} and runs in the emulation; the vendor's compiler has not
 * seen it.
 */
public final class NfpTarget implements Target {
    @Override
    public String name() {
        return "nfp";
    }

    @Override
    public String description() {
        return "Micro-C for the Netronome NFP-4000, run by an emulation of its chip library";
    }

    @Override
    public int defaultReplicas() {
        return 4;
    }

    @Override
    public void check(PlacedGraph placed, Diagnostics diagnostics) {
        new ChipCheck(new Firmware(placed), diagnostics).run();
    }

    @Override
    public Map<String, String> emit(PlacedGraph placed) {
        Firmware firmware = new Firmware(placed);
        Templates templates = Templates.load(NfpTarget.class, "templates/nfp.stg");
        Headers headers = new Headers(templates, firmware);
        Map<String, String> files = new TreeMap<>();
        files.put("Makefile", headers.makefile());
        files.put("config.h", headers.config());
        files.put(firmware.name() + "_rings.h", headers.rings());
        files.put(firmware.name() + "_work.h", headers.work());
        files.put(firmware.name() + "_memory.h", headers.memory());
        files.put("program.c", headers.program());
        files.put(Firmware.RECEIVE + ".c", headers.receive());
        for (Stage stage : firmware.graph().stages()) {
            files.put(firmware.role(stage) + ".c", new StageFile(templates, firmware, stage).text());
        }
        Library.paths().forEach(path -> files.put(path, Library.read(path)));
        return files;
    }

    @Override
    public List<String> tools() {
        return List.of("make", "cc", "objcopy");
    }

    @Override
    public List<String> command(Path directory) {
        return List.of(directory.resolve(ExecutableName.in(directory)).toString());
    }
}
