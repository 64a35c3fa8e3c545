package dev.toec.target.nfp;

import dev.toec.cgen.Enumerators;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.ExternalPort;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.ReorderPoint;
import dev.toec.graph.InstanceGraph.Sequence;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.Field;
import dev.toec.ir.WorkType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A placed program as firmware: which role runs a stage and on how many contexts, which queue feeds it, which numbers its
 * ports, sequences and reorder points have. One role more, {@code receive}, takes packets from the wire.
 */
final class Firmware {
    /** The role that takes packets from the wire and hands them to the stages. */
    static final String RECEIVE = "receive";

    private final PlacedGraph placed;
    // A file of each role stands beside program.c, and what a stage owns begins with its role: not as the library's
    // does.
    private final Names roles = new Names(Set.of(RECEIVE, "program", "toe", "mem", "pkt", "cls"));
    private final Names memory = new Names(Set.of());
    private final Enumerators enumerators;
    private final Names constants = new Names(Set.of());
    private final Names functions = new Names(Identifiers.taken());
    private final Names variables = new Names(Identifiers.taken());

    Firmware(PlacedGraph placed) {
        this.placed = placed;
        enumerators = new Enumerators(Names.snake(name()), graph().program().enums(), Set.of());
        graph().stages().forEach(s -> roles.of(s.name()));
        graph().program().reasons().forEach(r -> drop(r.name()));
        graph().program().works().forEach(w -> wordsConstant(w.name()));
    }

    InstanceGraph graph() {
        return placed.graph();
    }

    /** Name of the program, of its executable and in front of its headers. */
    String name() {
        return graph().program().name();
    }

    /** The names of numbers. */
    Enumerators enumerators() {
        return enumerators;
    }

    /** Name of the role that runs {@code stage}, of its source file too. */
    String role(Stage stage) {
        return roles.of(stage.name());
    }

    /** Microengines that run {@code stage}: as few as divide its replicas evenly. */
    int microengines(Stage stage) {
        int replicas = placed.replicas(stage);
        return IntStream.rangeClosed(1, replicas)
                .filter(n -> replicas % n == 0 && replicas / n <= Chip.CONTEXTS)
                .findFirst()
                .orElseThrow();
    }

    /** Contexts of each of them that do. */
    int contexts(Stage stage) {
        return placed.replicas(stage) / microengines(stage);
    }

    /** Name of what memory holds for {@code resource} of {@code stage}. */
    String memory(Stage stage, String resource) {
        return memory.of(stage.qualified(resource), role(stage) + "_" + resource);
    }

    /** Name of the counter of a drop reason. */
    String drop(String reason) {
        return memory.of("drop." + reason);
    }

    /** Number of an external port, which is its channel of the MAC. */
    int portNumber(String port) {
        List<ExternalPort> ports = graph().ports();
        return IntStream.range(0, ports.size())
                .filter(i -> ports.get(i).name().equals(port))
                .findFirst()
                .orElseThrow();
    }

    /** Constant for {@link #portNumber}. */
    String portConstant(String port) {
        return constant("port " + port, "port_" + port);
    }

    /** The NBI's sequencer that numbers the packets of {@code port}; 0 for none. */
    int sequencer(String port) {
        List<Sequence> sequences = graph().sequences();
        return IntStream.range(0, sequences.size())
                        .filter(i -> sequences.get(i).ports().contains(port))
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    /** Constant for the reorder context of a reorder point. */
    String pointConstant(String point) {
        return constant("point " + point, "reorder_" + point.replace("@", "_at_"));
    }

    /** Constant for in port {@code port} of {@code stage}. */
    String inPortConstant(Stage stage, String port) {
        return constant("input " + stage.qualified(port), role(stage) + "_" + port);
    }

    /** Constant for the length of a work type in words. */
    String wordsConstant(String work) {
        return constant("words " + work, work + "_words");
    }

    /** Name of the macro that reads a field of a work type. */
    String accessor(String work, Field field) {
        return constant("field " + work + "." + field.name(), work + "_" + field.name());
    }

    private String constant(String part, String wish) {
        return constants.of(part, wish).toUpperCase(Locale.ROOT);
    }

    /** Name of a handler, which has its module's in front, or of a function, which has the program's. */
    String function(String function) {
        boolean shared =
                graph().program().functions().stream().anyMatch(f -> f.name().equals(function));
        return functions.of(function, shared ? name() + "_" + function : function);
    }

    /** Name of the function that sends what leaves by {@code port} of a stage. */
    String emitter(String port) {
        return functions.of("emit " + port);
    }

    /** Name of the function that hands on what external port {@code port} receives. */
    String receiver(String port) {
        return functions.of("receive " + port);
    }

    /** Name of a module's variable. */
    String variable(String variable) {
        return variables.of(variable, Identifiers.safe(variable));
    }

    /** The work type that passes {@code link}. */
    WorkType work(Link link) {
        return graph().program().work(link.work());
    }

    /** The queue that feeds {@code stage}. */
    Queue queue(Stage stage) {
        List<Link> links = graph().linksTo(stage.name());
        boolean parked = links.stream().anyMatch(l -> l.reorder().isPresent());
        int widest = links.stream().mapToInt(l -> itemWords(work(l))).max().orElse(0);
        int words = parked ? Chip.RELEASED_WORDS : Math.max(widest, Chip.HANDLE_WORDS);
        boolean bounded = links.stream().allMatch(l -> WorkLayout.of(work(l)).hasPacket());
        // Items with a packet are as many as packets. Of others there is no bound: a deep queue, and a fault beyond.
        return new Queue(role(stage) + "_work", parked, words, bounded ? Chip.PACKETS : 32 * Chip.PACKETS);
    }

    /** Words of an item of {@code work} that passes a queue whole. */
    static int itemWords(WorkType work) {
        WorkLayout layout = WorkLayout.of(work);
        return (layout.hasPacket() ? Chip.HANDLE_WORDS : 1) + layout.words();
    }

    /** Reorder points in the order of their contexts. */
    List<ReorderPoint> points() {
        return graph().reorderPoints();
    }
}
