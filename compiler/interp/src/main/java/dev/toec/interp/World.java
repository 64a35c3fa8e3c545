package dev.toec.interp;

import dev.toec.engine.Frame;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.PlacedGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything a running program consists of: ports, stages with their state, queues, reorder buffers, the clock, and the
 * actors that change it. Nothing happens by itself: a schedule decides which actor goes on.
 */
public final class World {
    private final InstanceGraph graph;
    private final Map<String, ExternalPort> ports = new LinkedHashMap<>();
    private final Map<String, StageState> stages = new LinkedHashMap<>();
    private final Map<String, ItemQueue> queues = new LinkedHashMap<>();
    private final Map<String, ReorderBuffer> reorderBuffers = new LinkedHashMap<>();
    private final Map<String, Long> drops = new LinkedHashMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private final long[] numbersGiven;
    private final Arrivals arrivals;
    private long packets;
    private long deliveries;
    private long now;

    /** A world before the first frame arrives, with empty tables. */
    public World(PlacedGraph placed, Map<String, List<Frame>> frames) {
        graph = placed.graph();
        numbersGiven = new long[graph.sequences().size()];
        drops.put(Frame.OVERSIZE, 0L);
        graph.program().reasons().forEach(r -> drops.put(r.name(), 0L));
        graph.ports().forEach(p -> ports.put(p.name(), new ExternalPort(p.name(), numbered(p.name()))));
        graph.reorderPoints().forEach(p -> reorderBuffers.put(p.name(), new ReorderBuffer(p, sequence(p.sequence()))));
        graph.stages().forEach(this::addStage);
        graph.stages().forEach(s -> addWorkers(s, placed.replicas(s)));
        ports.values().forEach(p -> graph.linkFrom(p.name(), "rx").ifPresent(l -> p.connect(way(l))));
        arrivals = new Arrivals(List.copyOf(ports.keySet()), frames);
    }

    private void addStage(InstanceGraph.Stage stage) {
        Surroundings surroundings = new StageSurroundings(this, stage.name());
        stages.put(stage.name(), new StageState(stage.name(), stage.module(), graph.program(), surroundings));
        queues.put(stage.name(), new ItemQueue());
    }

    private void addWorkers(InstanceGraph.Stage stage, int replicas) {
        for (int i = 0; i < replicas; i++) {
            workers.add(new Worker(stages.get(stage.name()), queues.get(stage.name())));
        }
    }

    private boolean[] numbered(String port) {
        boolean[] numbered = new boolean[graph.sequences().size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = graph.sequences().get(i).ports().contains(port);
        }
        return numbered;
    }

    private int sequence(String name) {
        return graph.sequences().stream()
                .map(InstanceGraph.Sequence::name)
                .toList()
                .indexOf(name);
    }

    /** What takes the items that leave {@code port} of {@code owner}. */
    Consumer<Item> outlet(String owner, String port) {
        return graph.linkFrom(owner, port)
                .map(this::way)
                .orElseThrow(() -> new IllegalArgumentException(owner + "." + port + " is not connected"));
    }

    private Consumer<Item> way(Link link) {
        Consumer<Item> end = link.toPort().equals("tx") && ports.containsKey(link.to())
                ? ports.get(link.to())::transmit
                : delivery(link);
        if (link.reorder().isEmpty()) {
            return end;
        }
        ReorderBuffer buffer = reorderBuffer(link.reorder().get());
        return item -> buffer.arrive(item, end);
    }

    /** A stage has one queue: what one producer sends it over several links stays in order. */
    private Consumer<Item> delivery(Link link) {
        ItemQueue queue = queues.get(link.to());
        Code handler = stages.get(link.to()).handler(link.toPort());
        return item -> queue.add(new ItemQueue.Delivery(item, handler, deliveries++));
    }

    ReorderBuffer reorderBuffer(String point) {
        ReorderBuffer buffer = reorderBuffers.get(point);
        if (buffer == null) {
            throw new IllegalArgumentException("no reorder point " + point);
        }
        return buffer;
    }

    void drop(String reason) {
        drops.merge(reason, 1L, Long::sum);
    }

    /**
     * Lets everything happen, to the end of the input.
     *
     * @param seed of the schedule: 0 is the sequential meaning, every other number another legal interleaving
     * @throws InterpreterFault if the program did what no program may do; the world stays as it was then
     */
    public void run(long seed) {
        if (seed == 0) {
            Schedule.sequential(this);
        } else {
            Schedule.random(this, seed);
        }
        close();
    }

    /** Stages at work, by name. */
    public Map<String, StageState> stages() {
        return Collections.unmodifiableMap(stages);
    }

    /** Reorder points at work, by name. */
    public Map<String, ReorderBuffer> reorderBuffers() {
        return Collections.unmodifiableMap(reorderBuffers);
    }

    /** Items that wait in front of a stage. */
    public int waiting(String stage) {
        return queues.get(stage).size();
    }

    /** The time of the frame that arrived last, in nanoseconds: the only clock there is. */
    public long now() {
        return now;
    }

    /** Packets dropped so far, by reason. */
    public Map<String, Long> drops() {
        return Collections.unmodifiableMap(drops);
    }

    List<Worker> workers() {
        return workers;
    }

    List<ExternalPort> ports() {
        return List.copyOf(ports.values());
    }

    boolean hasArrivals() {
        return !arrivals.isEmpty();
    }

    /** Whether the next frame arrives at {@code port}. */
    boolean arrivesAt(ExternalPort port) {
        return hasArrivals() && arrivals.nextPort().equals(port.name());
    }

    /** Lets the next frame arrive. */
    void receive() {
        ExternalPort port = ports.get(arrivals.nextPort());
        Frame frame = arrivals.take();
        now = frame.nanos();
        packets++;
        port.count();
        if (frame.bytes().length > Frame.MAX_BYTES) {
            drop(Frame.OVERSIZE);
        } else {
            port.receive(new PacketBuffer(packets, now, frame.bytes()), numbersGiven);
        }
    }

    /** Checks, when nothing is left to do, that every reorder point let everything pass. */
    private void close() {
        for (InstanceGraph.ReorderPoint point : graph.reorderPoints()) {
            reorderBuffer(point.name()).close(numbersGiven[sequence(point.sequence())]);
        }
    }

    /** What happened so far, as an engine reports it. */
    public RunResult result() {
        Map<String, Long> received = new LinkedHashMap<>();
        Map<String, List<Frame>> transmitted = new LinkedHashMap<>();
        Map<String, Long> counters = new LinkedHashMap<>();
        Map<String, List<TableEntry>> tables = new LinkedHashMap<>();
        for (ExternalPort port : ports.values()) {
            received.put(port.name(), port.receivedFrames());
            transmitted.put(port.name(), port.transmittedFrames());
        }
        for (InstanceGraph.Stage stage : graph.stages()) {
            StageState state = stages.get(stage.name());
            stage.module().counters().forEach(c -> counters.put(stage.qualified(c.name()), state.counter(c.name())));
            state.tables().forEach((name, table) -> tables.put(stage.qualified(name), table.entries()));
        }
        return new RunResult(received, transmitted, new LinkedHashMap<>(drops), counters, tables);
    }
}
