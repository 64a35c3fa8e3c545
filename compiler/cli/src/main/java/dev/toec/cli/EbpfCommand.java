package dev.toec.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "ebpf",
        description = "Looks into eBPF objects and runs their XDP programs, outside of any firmware.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  toec ebpf verify firewall.o", "  toec ebpf run firewall.o --in packets.pcap"})
final class EbpfCommand implements Runnable {
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "name one of verify, run and dump");
    }
}
