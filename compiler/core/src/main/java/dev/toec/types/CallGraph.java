package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which function calls which; a cycle among them is an error, since nothing bounds its depth. */
final class CallGraph {
    private final Map<String, Map<String, Span>> calls = new LinkedHashMap<>();
    private Map<String, Span> current = new LinkedHashMap<>();

    /** Calls noted from now on are those of {@code caller}. */
    void enter(String caller) {
        current = calls.computeIfAbsent(caller, c -> new LinkedHashMap<>());
    }

    void call(String callee, Span where) {
        current.putIfAbsent(callee, where);
    }

    /** Reports every cycle once, with the functions on it: E0219. */
    void check(Problems problems) {
        Set<String> left = new HashSet<>(calls.keySet());
        removeLeaves(left);
        for (String name : calls.keySet()) {
            if (left.contains(name)) {
                List<String> cycle = cycle(name, left);
                report(cycle, problems);
                left.removeAll(cycle);
                removeLeaves(left);
            }
        }
    }

    /** Removes every function that calls none of those left, until each of them does: it leads to a cycle. */
    private void removeLeaves(Set<String> left) {
        Map<String, Integer> open = new LinkedHashMap<>();
        Map<String, List<String>> callers = new LinkedHashMap<>();
        Deque<String> leaves = new ArrayDeque<>();
        for (String name : left) {
            int count = 0;
            for (String callee : calls.get(name).keySet()) {
                if (left.contains(callee)) {
                    count++;
                    callers.computeIfAbsent(callee, c -> new ArrayList<>()).add(name);
                }
            }
            open.put(name, count);
            if (count == 0) {
                leaves.add(name);
            }
        }
        while (!leaves.isEmpty()) {
            String leaf = leaves.poll();
            left.remove(leaf);
            for (String caller : callers.getOrDefault(leaf, List.of())) {
                if (open.merge(caller, -1, Integer::sum) == 0) {
                    leaves.add(caller);
                }
            }
        }
    }

    /** Walks from {@code start} among functions that all lead to a cycle, until one comes again. */
    private List<String> cycle(String start, Set<String> left) {
        List<String> path = new ArrayList<>();
        String at = start;
        while (!path.contains(at)) {
            path.add(at);
            for (String callee : calls.get(at).keySet()) {
                if (left.contains(callee)) {
                    at = callee;
                    break;
                }
            }
        }
        return path.subList(path.indexOf(at), path.size());
    }

    private void report(List<String> cycle, Problems problems) {
        String first = cycle.get(0);
        String second = cycle.size() == 1 ? first : cycle.get(1);
        String shown = String.join(" → ", cycle) + " → " + first;
        problems.report(Diagnostic.of(
                        Code.E0219, calls.get(first).get(second), "function '" + first + "' calls itself: " + shown)
                .withNote("recursion has no bound at compile time")
                .withFix("write a loop with constant bounds"));
    }
}
