package dev.toec.graph;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a program runs on one target, as a mapping file says it: after a line {@code target NAME}, lines {@code place
 * STAGE replicas N}; {@code //} begins a comment. What is not said is left to the target.
 */
public final class Mapping {
    /** Says nothing. */
    public static final Mapping NONE = new Mapping();

    /** Most copies of one stage that may be asked for. */
    public static final int MAX_REPLICAS = 64;

    private record Placement(int replicas, Span span) {}

    private final Map<String, Placement> placements = new LinkedHashMap<>();

    private Mapping() {}

    /** What {@code file} says of target {@code target}; lines that say nothing right are reported. */
    public static Mapping parse(SourceFile file, String target, Diagnostics diagnostics) {
        Mapping mapping = new Mapping();
        String current = "";
        for (int line = 1; line <= file.lineCount(); line++) {
            String text = file.line(line);
            int comment = text.indexOf("//");
            List<String> words = words(comment < 0 ? text : text.substring(0, comment));
            if (words.isEmpty()) {
                continue;
            }
            if (words.size() == 2 && words.get(0).equals("target")) {
                current = words.get(1);
            } else if (words.size() == 4
                    && words.get(0).equals("place")
                    && words.get(2).equals("replicas")) {
                mapping.place(words, file.lineSpan(line), current.equals(target), diagnostics);
            } else {
                malformed(file.lineSpan(line), diagnostics);
            }
        }
        return mapping;
    }

    private static List<String> words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
    }

    private static void malformed(Span span, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(Code.E0640, span, "this line is no part of a mapping")
                .withFix("write 'target NAME' or 'place STAGE replicas N'"));
    }

    private void place(List<String> words, Span span, boolean applies, Diagnostics diagnostics) {
        int replicas = count(words.get(3));
        if (replicas == 0) {
            diagnostics.report(Diagnostic.of(Code.E0640, span, "'" + words.get(3) + "' is no number of replicas")
                    .withFix("write a number from 1 to " + MAX_REPLICAS));
        } else if (applies) {
            Placement earlier = placements.putIfAbsent(words.get(1), new Placement(replicas, span));
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(Code.E0643, span, "stage " + words.get(1) + " is placed twice")
                        .withRelated(earlier.span(), "it was placed here before"));
            }
        }
    }

    private static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length() && text.length() <= 3; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            count = count * 10 + digit - '0';
        }
        return count <= MAX_REPLICAS ? count : 0;
    }

    /** Reports what is said of stages that {@code graph} does not have or does not replicate. */
    public void check(InstanceGraph graph, Diagnostics diagnostics) {
        placements.forEach((name, placement) -> {
            Stage stage = graph.stage(name).orElse(null);
            if (stage == null) {
                diagnostics.report(Diagnostic.of(Code.E0641, placement.span(), "the program has no stage " + name)
                        .withFix("place one of the stages of the pipeline"));
            } else if (!stage.replicated() && placement.replicas() > 1) {
                diagnostics.report(Diagnostic.of(Code.E0642, placement.span(), "stage " + name + " is not replicated")
                        .withRelated(stage.span(), "it is declared here")
                        .withNote("the source decides whether copies of a stage may work at once")
                        .withFix("write 'replicas 1', or mark the stage 'replicated' in the pipeline"));
            }
        });
    }

    /**
     * {@code graph} with a number of replicas for every stage: what this mapping says, {@code defaultReplicas} where it
     * says nothing, and 1 for what is not replicated.
     */
    public PlacedGraph place(InstanceGraph graph, int defaultReplicas) {
        Map<String, Integer> replicas = new HashMap<>();
        for (Stage stage : graph.stages()) {
            Placement placement = placements.get(stage.name());
            int wanted = placement == null ? defaultReplicas : placement.replicas();
            replicas.put(stage.name(), stage.replicated() ? wanted : 1);
        }
        return new PlacedGraph(graph, replicas);
    }
}
