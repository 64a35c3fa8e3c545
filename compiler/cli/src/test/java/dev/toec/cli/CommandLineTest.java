package dev.toec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a contract: exit codes, what goes where, and the keys of JSON. */
class CommandLineTest {
    private static final String GUARD = """
            package guard
            header Ethernet big { dst, src: mac; type: u16 }
            struct Pair { src: mac; type: u16 }
            drops { runt "short"; stranger "unknown" }
            module Admit {
              in  frame: packet
              out admitted: packet
              table senders: mac -> u8 max 2
              table pairs: Pair -> u32 max 8
              counter seen
              on frame(pkt) {
                view eth = pkt[0] as Ethernet else drop(pkt, runt)
                let class = senders[eth.src] else drop(pkt, stranger)
                pairs[Pair { src: eth.src, type: eth.type }] = class as u32 else {}
                seen += 1
                emit admitted(pkt)
              }
            }
            pipeline Guard {
              port inside, outside
              inside.rx -> Admit.frame
              Admit.admitted -> outside.tx
            }
            """;

    private static final byte[] KNOWN = new byte[] {1, 1, 1, 1, 1, 1, 2, 0, 0, 0, 0, 1, 8, 0, 42};
    private static final byte[] UNKNOWN = new byte[] {1, 1, 1, 1, 1, 1, 2, 0, 0, 0, 0, 9, 8, 0, 42};

    @TempDir
    Path directory;

    private Path program;
    private Path capture;
    private Path senders;

    @BeforeEach
    void writeInputs() throws IOException {
        program = Files.writeString(directory.resolve("guard.toe"), GUARD);
        List<Frame> frames = List.of(new Frame(1, KNOWN), new Frame(2, UNKNOWN), new Frame(3, new byte[3]));
        capture = Files.write(directory.resolve("in.pcap"), Pcap.write(frames));
        senders = Files.writeString(
                directory.resolve("senders.json"), "[{\"key\": \"02:00:00:00:00:01\", \"value\": 7}]");
    }

    private static JsonObject json(CommandRun run) {
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    @Test
    void aGoodProgramChecksInSilence() {
        assertThat(CommandRun.of("check", program)).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void everyFileIsChecked() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.toe"), GUARD.replace("runt)", "rant)"));
        CommandRun run = CommandRun.of("check", wrong, program, directory.resolve("missing.toe"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("wrong.toe:12:", "missing.toe: error[E0901]")
                .doesNotContain("guard.toe");
    }

    @Test
    void diagnosticsAsJsonHaveTheirKeys() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.toe"), GUARD.replace("runt)", "rant)"));
        CommandRun run = CommandRun.of("check", "--json", wrong);
        JsonObject first = json(run).getAsJsonArray("diagnostics").get(0).getAsJsonObject();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(first.keySet())
                .contains("code", "severity", "message", "file", "line", "column", "notes", "fix", "related");
        assertThat(first.get("line").getAsInt()).isEqualTo(12);
    }

    @Test
    void diagnosticsAsSarifNameTheirRule() {
        CommandRun run = CommandRun.of("check", "--sarif", directory.resolve("missing file.toe"));
        JsonObject result = json(run).getAsJsonArray("runs").get(0).getAsJsonObject();
        assertThat(json(run).get("version").getAsString()).isEqualTo("2.1.0");
        assertThat(result.getAsJsonArray("results").toString()).contains("\"ruleId\":\"E0901\"", "missing%20file.toe");
    }

    @Test
    void aRunSaysWhatBecameOfThePackets() throws IOException, EngineException {
        Path out = directory.resolve("out.pcap");
        CommandRun run = CommandRun.of(
                "run",
                program,
                "--in",
                "inside=" + capture,
                "--out",
                "outside=" + out,
                "--table",
                "senders=" + senders,
                "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        JsonObject result = json(run);
        assertThat(result.getAsJsonObject("ports").toString())
                .isEqualTo("{\"in\":{\"inside\":3,\"outside\":0},\"out\":{\"inside\":0,\"outside\":1}}");
        assertThat(result.getAsJsonObject("drops").get("stranger").getAsInt()).isEqualTo(1);
        assertThat(result.getAsJsonObject("drops").get("runt").getAsInt()).isEqualTo(1);
        assertThat(result.getAsJsonObject("counters").get("Admit.seen").getAsInt())
                .isEqualTo(1);
        assertThat(result.getAsJsonObject("tables").get("Admit.pairs").toString())
                .isEqualTo("[{\"key\":{\"src\":\"02:00:00:00:00:01\",\"type\":2048},\"value\":7}]");
        assertThat(Pcap.read(Files.readAllBytes(out)).get(0).bytes()).isEqualTo(KNOWN);
    }

    @Test
    void tablesOfAResultCanBeTheNextRunsInput() throws IOException {
        Path pairs = Files.writeString(
                directory.resolve("pairs.json"),
                "[{\"key\":{\"src\":\"02:00:00:00:00:01\",\"type\":2048},\"value\":7}]");
        CommandRun run = CommandRun.of("run", program, "--table", "Admit.pairs=" + pairs, "--json");
        assertThat(json(run).getAsJsonObject("tables").getAsJsonArray("Admit.pairs"))
                .isEqualTo(JsonParser.parseString(Files.readString(pairs)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "[",
                "[{\"key\": \"02:00:00:00:00:01\"}]",
                "[{\"key\": \"02:00:00:00:00\", \"value\": 1}]",
                "[{\"key\": \"02:00:00:00:00:01\", \"value\": 256}]",
                "[{\"key\": \"02:00:00:00:00:01\", \"value\": [1]}]",
                "[{\"key\": 1, \"value\": 1}, {\"key\": 2, \"value\": 1}, {\"key\": 3, \"value\": 1}]"
            })
    void malformedTablesAreDiagnosed(String text) throws IOException {
        Files.writeString(senders, text);
        CommandRun run = CommandRun.of("run", program, "--table", "senders=" + senders);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("error[E0907]").doesNotContain("Exception", "com.google");
    }

    @Test
    void inputsThatCannotBeUsedAreDiagnosed() {
        assertThat(CommandRun.of("run", program, "--in", "inside=" + program).err())
                .contains("error[E0904]");
        assertThat(CommandRun.of("run", program, "--in", "lan=" + capture).err())
                .contains("error[E0905]", "its ports are inside, outside");
        assertThat(CommandRun.of("run", program, "--table", "flows=" + senders).err())
                .contains("error[E0906]");
        assertThat(CommandRun.of("run", program, "--out", "inside=/proc/none/x.pcap")
                        .err())
                .contains("error[E0903]");
        assertThat(CommandRun.of("run", program, "--engine", "x86", "--in", "inside=veth:missing0")
                        .err())
                .contains("error[E0909]");
        assertThat(CommandRun.of("run", program, "--in", "inside=tap:missing0").err())
                .contains("error[E0908]");
        assertThat(CommandRun.of("check", directory).err()).contains("error[E0901]");
        assertThat(CommandRun.of("check", capture).err()).contains("error[E0902]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chekc",
                "check",
                "check --colour never x",
                "run",
                "run x --in noequals",
                "run x --engine arm",
                "run x --engine x86 --seed 3",
                "build x",
                "build x -o y --target arm",
                "explain",
                "explain E9999",
                "ebpf",
                "ebpf run x",
                "ebpf run x --packet 00 --in y"
            })
    void wrongUsageIsToldInTwoLinesOrThree(String line) {
        CommandRun run = CommandRun.of((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--help shows how it is used").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "check --help",
                "build --help",
                "run --help",
                "diff --help",
                "graph --help",
                "explain --help",
                "ebpf --help",
                "ebpf verify --help",
                "ebpf run --help",
                "ebpf dump --help"
            })
    void helpTeachesWithAnExample(String line) {
        CommandRun run = CommandRun.of((Object[]) line.split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: toec", "Example:\n  toec ");
    }

    @Test
    void buildWritesOneDirectoryPerTargetAndNotOverOthersWork() throws IOException {
        Path build = directory.resolve("build");
        CommandRun run = CommandRun.of("build", program, "-o", build);
        assertThat(run.err()).isEmpty();
        assertThat(build.resolve("x86/Makefile")).exists();
        assertThat(build.resolve("bluefield/Makefile")).exists();
        assertThat(build.resolve("nfp/Makefile")).exists();
        assertThat(CommandRun.of("build", program, "-o", build).code()).isZero();
        Files.writeString(Files.createDirectories(directory.resolve("mine/x86")).resolve("work.c"), "");
        assertThat(CommandRun.of("build", program, "--target", "x86", "-o", directory.resolve("mine"))
                        .err())
                .contains("error[E0903]", "toec did not write");
    }

    @Test
    void faultsOfToecItselfAreOneLineAndAReport() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(System.out, new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = Main.internalFault(console, new String[] {"check", "a"}, new IllegalStateException("broken"));
        String line = err.toString(StandardCharsets.UTF_8);
        Path report = Path.of(
                line.substring(line.indexOf("report ") + "report ".length()).strip());
        assertThat(code).isEqualTo(70);
        assertThat(line.lines()).hasSize(1);
        assertThat(report).content().contains("arguments [check, a]", "IllegalStateException: broken");
        Files.delete(report);
    }

    @Test
    void schedulesAreCompared() {
        CommandRun run = CommandRun.of("run", program, "--in", "inside=" + capture, "--schedules", "20");
        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("differ");
    }

    @Test
    void graphDrawsStagesAndLinks() {
        assertThat(CommandRun.of("graph", program).out())
                .startsWith("digraph \"guard\" {")
                .contains(
                        "\"Admit\" [label=\"Admit\\ntable senders, 2\\n",
                        "\"inside.rx\" -> \"Admit\" [label=\"packet\"]");
    }

    @Test
    void graphAsJsonHasItsKeys() throws IOException {
        Path file = directory.resolve("guard.json");
        JsonObject graph = json(CommandRun.of("graph", program, "--format", "json"));
        assertThat(graph.keySet()).containsExactly("program", "ports", "stages", "sequences", "reorderPoints", "links");
        assertThat(graph.getAsJsonArray("stages").toString())
                .isEqualTo("[{\"name\":\"Admit\",\"module\":\"Admit\",\"replicated\":false,\"replicas\":1,"
                        + "\"inputs\":[{\"name\":\"frame\",\"work\":\"packet\"}],"
                        + "\"outputs\":[{\"name\":\"admitted\",\"work\":\"packet\"}],\"counters\":[\"seen\"],"
                        + "\"tables\":[{\"name\":\"senders\",\"capacity\":2},{\"name\":\"pairs\",\"capacity\":8}],"
                        + "\"variables\":[],\"hooks\":[]}]");
        assertThat(graph.getAsJsonArray("links").get(0).toString())
                .isEqualTo("{\"from\":\"inside\",\"fromPort\":\"rx\",\"to\":\"Admit\",\"toPort\":\"frame\","
                        + "\"work\":\"packet\",\"reorder\":null}");
        assertThat(CommandRun.of("graph", program, "-o", file).code()).isZero();
        assertThat(JsonParser.parseString(Files.readString(file))).isEqualTo(graph);
    }

    @Test
    void graphAsJsonTellsWhatIsPutBackInOrder() {
        JsonObject graph = json(CommandRun.of("graph", "../../examples/edge/edge.toe", "--format", "json"));
        JsonObject point = graph.getAsJsonArray("reorderPoints").get(0).getAsJsonObject();
        assertThat(point.keySet()).containsExactly("name", "sequence", "consumer");
        assertThat(graph.getAsJsonArray("sequences").toString())
                .contains("\"name\":" + point.get("sequence") + ",\"ports\":[");
        assertThat(graph.getAsJsonArray("links").toString()).contains("\"reorder\":" + point.get("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tap:lan0", "veth:lan0"})
    void onlyGeneratedCodeRunsLive(String input) {
        CommandRun run = CommandRun.of("run", program, "--in", "inside=" + input);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("error[E0908]: ", "interp", input, "--engine x86");
    }

    @Test
    void explainShowsThePage() {
        assertThat(CommandRun.of("explain", "e0501").out()).startsWith("# E0501: ");
    }
}
