package dev.toec.target.cpu;

import dev.toec.cgen.Enumerators;
import java.util.List;
import java.util.Locale;

/**
 * A program as the templates see it.
 *
 * @param name what everything the stages share begins with
 * @param executable name of the program as the source has it
 * @param reasons drop reasons behind the implicit one, {@code oversize}
 * @param consumers enumerators in the order the runtime numbers them
 */
record ProgramModel(
        String name,
        String executable,
        String source,
        String itemType,
        List<Reason> reasons,
        List<Enumerators.Declared> enums,
        List<Work> works,
        List<String> consumers,
        List<String> sequences,
        List<Reorder> reorders,
        List<Link> links,
        List<Port> ports,
        List<Stage> stages,
        List<String> runtime) {
    /** Why packets are dropped. */
    record Reason(String label, String name, String text) {}

    /**
     * A work type.
     *
     * @param type its C type
     * @param member the member of an item that is one
     */
    record Work(String type, String member, String doc, List<String> fields, int size) {}

    /** A reorder point. */
    record Reorder(String label, String name, String sequence, String consumer) {}

    /**
     * Where what leaves a port goes.
     *
     * @param reorder enumerator of the reorder point, or {@code TOE_UNORDERED}
     */
    record Link(String name, String from, String consumer, String input, String reorder) {}

    /**
     * An external port.
     *
     * @param link the link its frames take, or empty
     * @param sequences enumerators of those its frames take a number of
     */
    record Port(String name, String label, String link, List<String> sequences) {}

    /** A stage and how many threads run it. */
    record Stage(String name, String file, int replicas, List<String> feeds, StageModel code) {}

    /** What keeps the header from being read twice. */
    public String guard() {
        return name.toUpperCase(Locale.ROOT);
    }

    /** The counters of all stages. */
    public List<StageModel.VariableModel> counters() {
        return stages.stream().flatMap(s -> s.code().counters().stream()).toList();
    }

    /** The tables of all stages. */
    public List<TableModel> tables() {
        return stages.stream().flatMap(s -> s.code().tables().stream()).toList();
    }
}
