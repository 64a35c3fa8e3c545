package dev.toec.target.nfp;

import dev.toec.target.nfp.dialect.Dialects;
import dev.toec.target.nfp.dialect.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks Micro-C against what is publicly known of the dialect of the vendor's compiler. A firmware without findings
 * conforms to these rules; whether nfcc takes it, only nfcc can tell.
 */
public final class DialectChecker {
    private static final String EMULATION = "emulation/";
    private static final String DESCRIPTION = "program.c";

    private DialectChecker() {}

    /**
     * The places that break a rule, by file and line.
     *
     * @param sources path and text of every file of the firmware
     */
    public static List<Finding> check(Map<String, String> sources) {
        return Dialects.check(sources);
    }

    /** The firmware among the files of a build directory: all C but what only the emulation compiles. */
    public static Map<String, String> firmware(Map<String, String> files) {
        Map<String, String> firmware = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            boolean source = path.endsWith(".c") || path.endsWith(".h");
            if (source && !path.startsWith(EMULATION) && !path.equals(DESCRIPTION)) {
                firmware.put(path, text);
            }
        });
        return firmware;
    }
}
