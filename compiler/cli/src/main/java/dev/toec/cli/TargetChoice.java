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
        List<Target> installed = Targets.all();
        if (name.equals(ALL)) {
            return installed;
        }
        List<Target> chosen =
                installed.stream().filter(target -> target.name().equals(name)).toList();
        if (chosen.isEmpty()) {
            String names = installed.stream().map(Target::name).collect(Collectors.joining(", "));
            throw new ParameterException(
                    command.commandLine(), "there is no target " + name + "; there are " + names + " and all");
        }
        return chosen;
    }
}
