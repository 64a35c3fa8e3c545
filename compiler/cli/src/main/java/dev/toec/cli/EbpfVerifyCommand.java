package dev.toec.cli;

import com.google.gson.stream.JsonWriter;
import dev.toec.diag.Diagnostic;
import dev.toec.ebpf.EbpfObject;
import dev.toec.ebpf.EbpfProgram;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description =
                "Says of each program of an eBPF object whether it is proved safe and can be compiled, and why not.",
        footer = {"", "Example:", "  toec ebpf verify firewall.o --program xdp_firewall"})
final class EbpfVerifyCommand extends ToecCommand {
    private static final String LINUX = "linux";

    @Mixin
    private ObjectArguments argument;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = LINUX,
            description = "Whose rules hold: linux, the kernel's, the only mode in this version.")
    private String mode;

    @Option(names = "--json", description = "Print the verdicts as JSON.")
    private boolean json;

    @Spec
    private CommandSpec command;

    EbpfVerifyCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        if (!mode.equals(LINUX)) {
            throw new ParameterException(
                    command.commandLine(), "there is no mode " + mode + "; this version verifies by --mode linux only");
        }
        Optional<EbpfObject> object = argument.read(diagnostics());
        if (object.isEmpty()) {
            return ExitCode.FAULT;
        }
        Map<EbpfProgram, Optional<Diagnostic>> verdicts = new LinkedHashMap<>();
        for (EbpfProgram program : argument.all(object.get(), diagnostics())) {
            verdicts.put(program, object.get().verify(program));
        }
        verdicts.values().forEach(refusal -> refusal.ifPresent(diagnostics()::report));
        console().out().print(json ? json(verdicts) + "\n" : text(verdicts));
        return ExitCode.DONE;
    }

    private static String text(Map<EbpfProgram, Optional<Diagnostic>> verdicts) {
        StringBuilder text = new StringBuilder();
        verdicts.forEach((program, refusal) -> text.append(String.format(
                "%-24s %-16s %6d instructions  %s%n",
                program.name(),
                program.section(),
                program.instructions(),
                refusal.map(d -> "refused: " + d.code()).orElse("accepted"))));
        return text.toString();
    }

    private String json(Map<EbpfProgram, Optional<Diagnostic>> verdicts) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.beginObject().name("object").value(argument.file().toString());
            writer.name("programs").beginArray();
            for (Map.Entry<EbpfProgram, Optional<Diagnostic>> verdict : verdicts.entrySet()) {
                EbpfProgram program = verdict.getKey();
                Optional<Diagnostic> refusal = verdict.getValue();
                writer.beginObject().name("name").value(program.name());
                writer.name("section").value(program.section());
                writer.name("insns").value(program.instructions());
                writer.name("accepted").value(refusal.isEmpty());
                writer.name("code").value(refusal.map(d -> d.code().name()).orElse(null));
                writer.name("message").value(refusal.map(Diagnostic::message).orElse(null));
                writer.endObject();
            }
            writer.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
