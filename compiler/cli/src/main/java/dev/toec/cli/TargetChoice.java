package dev.toec.cli;

import dev.toec.driver.Targets;
import dev.toec.target.Target;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Turns names of targets on the command line into targets. */
final class TargetChoice {
    private static final String ALL = "all";

    private TargetChoice() {}

    /** The target named {@code name}, or every one for {@code all}. */
    static List<Target> parse(String name, CommandSpec command) {
        return name.equals(ALL)
                ? Targets.all()
                : List.of(Targets.find(name).orElseThrow(() -> unknown(name, " and " + ALL, command)));
    }

    /** The one target named {@code name}. */
    static Target one(String name, CommandSpec command) {
        return Targets.find(name).orElseThrow(() -> unknown(name, "", command));
    }

    private static ParameterException unknown(String name, String more, CommandSpec command) {
        String names = Targets.all().stream().map(Target::name).collect(Collectors.joining(", "));
        return new ParameterException(
                command.commandLine(), "there is no target " + name + "; there are " + names + more);
    }
}
