package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.graph.InstanceGraph;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Packets and table entries for a run. */
final class PacketArguments {
    @Option(names = "--in", paramLabel = "PORT=FILE.pcap", description = "Packets an external port receives.")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "PORT=FILE.pcap", description = "Where to write what it transmits.")
    private Map<String, Path> outputs = new LinkedHashMap<>();

    @Option(
            names = "--table",
            paramLabel = "NAME=FILE.json",
            description = "Entries of a table (TABLE or STAGE.TABLE) before the first packet.")
    private Map<String, Path> tables = new LinkedHashMap<>();

    /** What is given with {@code --in}, by port, captures and interfaces alike. */
    Map<String, String> inputs() {
        return inputs;
    }

    boolean writesCaptures() {
        return !outputs.isEmpty();
    }

    /** Reports ports that the program has not, before anything runs. */
    void requirePorts(InstanceGraph graph) throws InputFault {
        requirePorts(graph, inputs.keySet());
        requirePorts(graph, outputs.keySet());
    }

    private static void requirePorts(InstanceGraph graph, Set<String> named) throws InputFault {
        List<String> ports =
                graph.ports().stream().map(InstanceGraph.ExternalPort::name).toList();
        for (String port : named) {
            if (!ports.contains(port)) {
                throw InputFault.of(
                        Code.E0905, "the program has no port " + port, "its ports are " + String.join(", ", ports));
            }
        }
    }

    /** The captures given, read. */
    Map<String, List<Frame>> frames() throws InputFault {
        Map<String, List<Frame>> frames = new LinkedHashMap<>();
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            frames.put(input.getKey(), InputFiles.capture(Path.of(input.getValue())));
        }
        return frames;
    }

    /** The entries given, by {@code Stage.table}. */
    Map<String, List<TableEntry>> tables(InstanceGraph graph) throws InputFault {
        Map<String, List<TableEntry>> entries = new TreeMap<>();
        for (Map.Entry<String, Path> table : tables.entrySet()) {
            TableName name = TableName.find(graph, table.getKey());
            entries.put(name.qualified(), TableFile.read(name.table(), table.getValue()));
        }
        return entries;
    }

    /** Writes the captures that are wanted. */
    void writeOutputs(RunResult result) throws InputFault {
        for (Map.Entry<String, Path> output : outputs.entrySet()) {
            List<Frame> frames = result.transmitted().get(output.getKey());
            OutputFiles.write(output.getValue(), Pcap.write(frames));
        }
    }
}
