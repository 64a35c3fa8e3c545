package dev.toec.cli;

import dev.toec.driver.Attachment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Programs attached to hooks, as every command that compiles takes them. */
final class AttachArguments {
    static final String LABEL = "HOOK=OBJ[:SECTION]";
    static final String DESCRIPTION =
            "Attach a program of an eBPF object to a hook (HOOK or STAGE.HOOK); in the order given.";

    @Option(names = "--attach", paramLabel = LABEL, description = DESCRIPTION)
    private List<String> attachments = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The objects, read. */
    List<Attachment> read() throws InputFault {
        return read(attachments, command.commandLine());
    }

    /** The objects {@code arguments} of {@code --attach} name, read. */
    static List<Attachment> read(List<String> arguments, CommandLine command) throws InputFault {
        List<Attachment> read = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(command, "--attach takes " + LABEL + ", not " + argument);
            }
            read.add(read(argument.substring(0, equals), argument.substring(equals + 1)));
        }
        return read;
    }

    private static Attachment read(String hook, String object) throws InputFault {
        int colon = Files.exists(Path.of(object)) ? -1 : object.lastIndexOf(':');
        Path file = Path.of(colon < 0 ? object : object.substring(0, colon));
        String section = colon < 0 ? "" : object.substring(colon + 1);
        return new Attachment(hook, file, InputFiles.bytes(file), section);
    }
}
