package dev.toec.ebpf.verify;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What verification learned, over all paths: of which kinds the operands of each instruction are, which ways branches
 * go, which bytes of the stack are accessed together. A translation needs no other proof.
 */
public final class Facts {
    private record Use(int slot, int register) {}

    /**
     * Bytes of a stack that one instruction accesses.
     *
     * @param frame 0 for the program's own stack, 1 for that of a function it calls, and so on
     * @param offset from the frame pointer
     */
    public record StackRange(int frame, int offset, int bytes) {}

    private final Map<Use, Set<Shape>> shapes = new HashMap<>();
    private final BitSet reached = new BitSet();
    private final BitSet taken = new BitSet();
    private final BitSet passed = new BitSet();
    private final BitSet negative = new BitSet();
    private final Set<StackRange> stackRanges = new HashSet<>();
    private final Map<Integer, Long> flags = new HashMap<>();
    private final Map<Integer, Set<Long>> moves = new HashMap<>();
    private int steps;

    void reach(int slot) {
        reached.set(slot);
    }

    void operand(int slot, int register, Shape shape) {
        shapes.computeIfAbsent(new Use(slot, register), u -> new HashSet<>(2)).add(shape);
    }

    void branch(int slot, boolean outcome) {
        (outcome ? taken : passed).set(slot);
    }

    void maybeNegative(int slot) {
        negative.set(slot);
    }

    void move(int slot, long distance) {
        moves.computeIfAbsent(slot, u -> new HashSet<>(2)).add(distance);
    }

    void stack(int frame, long offset, int bytes) {
        stackRanges.add(new StackRange(frame, (int) offset, bytes));
    }

    /** Notes the flags of the map update at {@code slot}, and says what they were on the first path. */
    long flagsAt(int slot, long value) {
        Long known = flags.putIfAbsent(slot, value);
        return known == null ? value : known;
    }

    void steps(int count) {
        steps = count;
    }

    /** Whether any path comes to the instruction at {@code slot}. */
    public boolean isReached(int slot) {
        return reached.get(slot);
    }

    /** Whether {@code register} can be of {@code shape} when the instruction at {@code slot} reads it. */
    public boolean allows(int slot, int register, Shape shape) {
        return shapes.getOrDefault(new Use(slot, register), Set.of()).contains(shape);
    }

    /** Offsets from a frame pointer that {@code register} can have when the instruction at {@code slot} reads it. */
    public Set<Integer> stackOffsets(int slot, int register) {
        return shapes.getOrDefault(new Use(slot, register), Set.of()).stream()
                .filter(s -> s.kind() == Shape.Kind.STACK)
                .map(Shape::offset)
                .collect(Collectors.toSet());
    }

    /** Whether the branch at {@code slot} can be taken ({@code outcome}) or passed. */
    public boolean canGo(int slot, boolean outcome) {
        return (outcome ? taken : passed).get(slot);
    }

    /** Whether all packet pointers compared at {@code slot} are at or behind the packet's first byte. */
    public boolean comparesInside(int slot) {
        return !negative.get(slot);
    }

    /** All accesses to stacks. */
    public Set<StackRange> stackRanges() {
        return Set.copyOf(stackRanges);
    }

    /** The flags of the map update at {@code slot}. */
    public long updateFlags(int slot) {
        return flags.getOrDefault(slot, 0L);
    }

    /** How far the instruction at {@code slot} moves pointers to the stack or to constants, over all paths. */
    public Set<Long> movesAt(int slot) {
        return Set.copyOf(moves.getOrDefault(slot, Set.of()));
    }

    /** Instructions looked at, over all paths. */
    public int steps() {
        return steps;
    }
}
