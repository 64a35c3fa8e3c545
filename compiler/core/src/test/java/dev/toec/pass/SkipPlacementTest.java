package dev.toec.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrPrinter;
import dev.toec.ir.IrType;
import dev.toec.ir.Terminator;
import dev.toec.ir.Terminator.Target;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On every path of a handler each reorder point hears of the number once, as an item or as a skip. */
class SkipPlacementTest {
    private static final Value CONDITION = new Value(0, IrType.I1, "");

    /** Two points: one behind ports a and b, one behind b and c. */
    private static final Map<String, Set<String>> PORTS =
            new LinkedHashMap<>(Map.of("s@One", Set.of("a", "b"), "s@Two", Set.of("b", "c")));

    @Test
    void everyPathTellsEveryPointOnce() {
        Random random = new Random(1);
        int checked = 0;
        for (int i = 0; i < 20_000; i++) {
            Function handler = handler(random, 2 + random.nextInt(7));
            if (reaches(handler) && everyPathEmitsOnceAtMost(handler)) {
                check(handler);
                checked++;
            }
        }
        assertThat(checked).as("handlers that fit").isGreaterThan(1000);
    }

    private static void check(Function handler) {
        Function placed = SkipPlacement.place(handler, PORTS);
        for (List<Instruction> path : paths(placed)) {
            PORTS.forEach((point, ports) -> assertThat(told(path, point, ports))
                    .as(point + " on one path of\n" + IrPrinter.print(placed))
                    .isEqualTo(1));
        }
    }

    private static boolean reaches(Function handler) {
        return PORTS.values().stream()
                .allMatch(ports -> paths(handler).stream().anyMatch(path -> told(path, "", ports) > 0));
    }

    private static boolean everyPathEmitsOnceAtMost(Function handler) {
        return PORTS.values().stream()
                .allMatch(ports -> paths(handler).stream().allMatch(path -> told(path, "", ports) < 2));
    }

    private static int told(List<Instruction> path, String point, Set<String> ports) {
        int count = 0;
        for (Instruction instruction : path) {
            boolean emitted = instruction instanceof Instruction.Emit emit && ports.contains(emit.port());
            boolean skipped =
                    instruction instanceof Instruction.Skip skip && skip.point().equals(point);
            count += emitted || skipped ? 1 : 0;
        }
        return count;
    }

    private static List<List<Instruction>> paths(Function function) {
        List<List<Instruction>> paths = new ArrayList<>();
        Map<String, Block> blocks = new LinkedHashMap<>();
        function.blocks().forEach(b -> blocks.put(b.label(), b));
        follow(function.entry(), blocks, new ArrayList<>(), paths);
        return paths;
    }

    private static void follow(
            Block block, Map<String, Block> blocks, List<Instruction> before, List<List<Instruction>> paths) {
        List<Instruction> path = new ArrayList<>(before);
        path.addAll(block.body());
        if (block.terminator().targets().isEmpty()) {
            paths.add(path);
        }
        for (Target target : block.terminator().targets()) {
            follow(blocks.get(target.block()), blocks, path, paths);
        }
    }

    /** Edges lead to later blocks only, so that paths end. */
    private static Function handler(Random random, int size) {
        List<Block> blocks = new ArrayList<>();
        Set<Integer> reached = new HashSet<>(Set.of(0));
        for (int b = 0; b < size; b++) {
            if (reached.contains(b)) {
                blocks.add(new Block(label(b), List.of(), body(random), terminator(random, b, size, reached)));
            }
        }
        return new Function("f", "", List.of(CONDITION), List.of(), blocks, Span.NONE);
    }

    private static List<Instruction> body(Random random) {
        List<Instruction> body = new ArrayList<>();
        for (String port : List.of("a", "b", "c", "other")) {
            if (random.nextInt(5) == 0) {
                body.add(new Instruction.Emit(port, List.of(), Span.NONE));
            }
        }
        return body;
    }

    private static Terminator terminator(Random random, int block, int size, Set<Integer> reached) {
        if (block == size - 1 || random.nextInt(6) == 0) {
            return new Terminator.Return(List.of(), Span.NONE);
        }
        int one = block + 1 + random.nextInt(size - block - 1);
        int two = block + 1 + random.nextInt(size - block - 1);
        reached.add(one);
        if (random.nextInt(4) == 0) {
            return new Terminator.Jump(new Target(label(one), List.of()), Span.NONE);
        }
        reached.add(two);
        return new Terminator.Branch(
                CONDITION, new Target(label(one), List.of()), new Target(label(two), List.of()), Span.NONE);
    }

    private static String label(int block) {
        return block == 0 ? "entry" : "b" + block;
    }
}
