package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.driver.CompiledEngine;
import dev.toec.driver.LiveProgram;
import dev.toec.engine.Engine;
import dev.toec.engine.EngineException;
import dev.toec.graph.PlacedGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A run on network interfaces, until the user ends it. */
final class LiveRun {
    private static final String VETH = "veth:";
    private static final String TAP = "tap:";
    private static final long LAST_WORDS_SECONDS = 10;
    private static final Path INTERFACES = Path.of("/sys/class/net");

    private final Console console;
    private final EngineChoice choice;
    private final PacketArguments packets;
    private final boolean json;

    LiveRun(Console console, EngineChoice choice, PacketArguments packets, boolean json) {
        this.console = console;
        this.choice = choice;
        this.packets = packets;
        this.json = json;
    }

    /** Whether an input is an interface. */
    static boolean isWanted(Map<String, String> inputs) {
        return inputs.values().stream().anyMatch(LiveRun::isInterface);
    }

    private static boolean isInterface(String input) {
        return input.startsWith(VETH) || input.startsWith(TAP);
    }

    int run(PlacedGraph placed) throws InputFault {
        Engine engine = choice.engine();
        requireLive(engine);
        Map<String, String> interfaces = interfaces();
        try {
            console.progress("building for " + choice.name());
            LiveProgram program = ((CompiledEngine) engine).live(placed, interfaces, packets.tables(placed.graph()));
            console.progressDone();
            console.err().println("toec: running on " + String.join(", ", interfaces.values()) + "; Ctrl-C ends it");
            return runUntilTold(placed, program);
        } catch (EngineException e) {
            throw Runs.fault(choice, e);
        }
    }

    private void requireLive(Engine engine) throws InputFault {
        if (!(engine instanceof CompiledEngine)) {
            throw InputFault.of(
                    Code.E0908,
                    choice.name() + " takes captures only, and " + liveInput() + " is a network interface",
                    "run it live with --engine x86, as root, or give a capture");
        }
        if (packets.writesCaptures()) {
            throw InputFault.of(
                    Code.E0908,
                    "a live run transmits on its network interfaces and writes no captures",
                    "leave --out away, and record with tcpdump -i NAME -w FILE");
        }
    }

    private String liveInput() {
        return packets.inputs().values().stream()
                .filter(LiveRun::isInterface)
                .findFirst()
                .orElseThrow();
    }

    /** A signal ends the virtual machine in its own way; the hook holds it until the result is printed. */
    private int runUntilTold(PlacedGraph placed, LiveProgram program) throws EngineException {
        CompletableFuture<Boolean> reported = new CompletableFuture<>();
        Thread atEnd = new Thread(() -> endWith(program, reported));
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            report(placed, program.waitUntilEnded());
            reported.complete(true);
            return ExitCode.DONE;
        } finally {
            reported.complete(false);
        }
    }

    /** After a signal the status would be the signal's; to be told to end is how a live run ends well. */
    private static void endWith(LiveProgram program, Future<Boolean> reported) {
        program.stop();
        try {
            if (reported.get(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.DONE);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            Thread.currentThread().interrupt(); // no result to wait for: the process ends as the signal wants
        }
    }

    private void report(PlacedGraph placed, LiveProgram.Ended ended) {
        RunReport report = new RunReport(choice.name(), placed.graph(), ended.result(), ended.sent());
        console.out().print(json ? report.json() + "\n" : report.text());
        console.out().flush();
    }

    private Map<String, String> interfaces() throws InputFault {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, String> input : packets.inputs().entrySet()) {
            if (!isInterface(input.getValue())) {
                throw InputFault.of(
                        Code.E0908,
                        "port " + input.getKey() + " has a capture while others are live",
                        "give every port an interface, or every port a capture");
            }
            names.put(
                    input.getKey(),
                    existing(input.getValue().substring(input.getValue().indexOf(':') + 1)));
        }
        return names;
    }

    private static String existing(String name) throws InputFault {
        if (name.isEmpty() || name.contains("/") || !Files.exists(INTERFACES.resolve(name))) {
            throw InputFault.of(Code.E0909, "there is no network interface " + name, "ip link lists those there are");
        }
        return name;
    }
}
