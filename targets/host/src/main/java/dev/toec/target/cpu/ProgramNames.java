package dev.toec.target.cpu;

import dev.toec.cgen.Enumerators;
import dev.toec.cgen.Names;
import dev.toec.graph.Elaboration;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Function;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Table;
import dev.toec.ir.WorkType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The C names of a program's parts. What the stages share begins with the program's name, what a stage owns with the
 * stage's, so that neither meets the C library or the runtime, whose names begin with {@code toe_}.
 */
final class ProgramNames {
    private static final String ITEM = "item";

    private final String program;
    private final Map<String, String> stages = new HashMap<>();
    private final Map<String, String> works = new HashMap<>();
    private final Enumerators enumerators;
    private final Names globals = new Names(Set.of());
    private final Map<String, String> given = new HashMap<>();

    ProgramNames(InstanceGraph graph) {
        program = Elaboration.snakeCase(graph.program().name());
        // Names of files and of what stages own: a stage may be called like the program.
        Names names = new Names(Set.of(program, "toe", "pipeline"));
        graph.stages().forEach(s -> stages.put(s.name(), names.fresh(Elaboration.snakeCase(s.name()))));
        Names members = new Names(Set.of(ITEM));
        works.put(WorkType.PACKET.name(), members.fresh(WorkType.PACKET.name()));
        graph.program().works().forEach(w -> works.put(w.name(), members.fresh(Elaboration.snakeCase(w.name()))));
        Set<String> taken = new HashSet<>(Set.of(ITEM, "drop", "consumer", "sequence", "reorder"));
        taken.addAll(works.values());
        enumerators = new Enumerators(program, graph.program().enums(), taken);
    }

    /** The name for {@code part}: {@code wish}, with a number where names of the source differ by their case only. */
    private String unique(String part, String wish) {
        return given.computeIfAbsent(part, p -> globals.fresh(wish));
    }

    /** What everything the stages share begins with; the name of the program's header. */
    String program() {
        return program;
    }

    /** The names of numbers. */
    Enumerators enumerators() {
        return enumerators;
    }

    /** What everything {@code stage} owns begins with; the name of its files. */
    String stage(Stage stage) {
        return stages.get(stage.name());
    }

    /** A counter, table or variable of {@code stage}. */
    String resource(Stage stage, String resource) {
        return unique("resource " + stage.qualified(resource), stage(stage) + "_" + resource);
    }

    String keyType(Stage stage, Table table) {
        return "struct " + resource(stage, table.name()) + "_key";
    }

    String valueType(Stage stage, Table table) {
        String kind = table.addressing() == Table.Addressing.BYTES ? "union " : "struct ";
        return kind + resource(stage, table.name()) + "_value";
    }

    String handler(Stage stage, String input) {
        return unique("handler " + stage.qualified(input), stage(stage) + "_on_" + input);
    }

    String input(Stage stage, String input) {
        return unique("input " + stage.qualified(input), upper(stage(stage) + "_IN_" + input));
    }

    String emitter(Stage stage, String output) {
        return unique("emitter " + stage.qualified(output), stage(stage) + "_emit_" + output);
    }

    String function(Function function) {
        return function(function.name());
    }

    String function(String function) {
        return unique("function " + function, program + "_" + function);
    }

    String itemType() {
        return "struct " + program + "_" + ITEM;
    }

    String workType(WorkType work) {
        return "struct " + program + "_" + workMember(work);
    }

    /** The member of an item that is {@code work}. */
    String workMember(WorkType work) {
        return works.get(work.name());
    }

    String drop(String reason) {
        return unique("drop " + reason, upper(program + "_DROP_" + reason));
    }

    String drop(IrProgram.DropReason reason) {
        return drop(reason.name());
    }

    String consumer(String owner, String port) {
        boolean external = !stages.containsKey(owner);
        String name = external ? owner + "_" + port : stages.get(owner);
        return unique("consumer " + (external ? owner + "." + port : owner), upper(program + "_CONSUMER_" + name));
    }

    String sequence(String sequence) {
        return unique("sequence " + sequence, upper(program + "_SEQUENCE_" + sequence));
    }

    String reorder(String point) {
        String name = Elaboration.snakeCase(point.replace('@', '_'));
        return unique("reorder " + point, upper(program + "_REORDER_" + name));
    }

    String link(String owner, String port) {
        String from = stages.getOrDefault(owner, owner);
        return unique("link " + owner + "." + port, program + "_" + from + "_" + port + "_link");
    }

    /** What receives and transmits at an external port. */
    String port(String port) {
        return unique("port " + port, program + "_" + port);
    }

    private static String upper(String name) {
        return Names.safe(name).toUpperCase(Locale.ROOT);
    }
}
