package com.example.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.interp.Drop;
import dev.toec.interp.Ip4;
import dev.toec.interp.Mac;
import dev.toec.interp.Packet;
import dev.toec.interp.ToeModule;
import dev.toec.ir.Verdict;
import dev.toec.junit.OfModule;
import dev.toec.junit.Toe;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Toe("firewall.toe")
class FirewallTest {
    private static final Ip4 KNOWN = Ip4.of("10.0.0.7");
    private static final Mac STATION = Mac.of("02:00:00:00:00:07");

    /** From the known host at its station: Ethernet, then an IPv4 header without payload. */
    private static final Packet FRAME =
            Packet.hex("02:00:00:00:00:01 02:00:00:00:00:07 0800 45000014 00000000 40ff0000 0a000007 0a000001");

    @BeforeEach
    void oneHostIsKnown(Firewall firewall) {
        firewall.hostsTable().put(KNOWN, new Firewall.HostsTable.Value(STATION, 3));
    }

    @Test
    void letsAKnownHostPass(Firewall firewall) {
        Firewall.Outcome outcome = firewall.ingress(FRAME);

        assertThat(outcome.passed()).containsExactly(new Passed(KNOWN, 3, FRAME));
        assertThat(outcome.drops()).isEmpty();
    }

    @Test
    void blocksEverybodyElse(Firewall firewall) {
        firewall.hostsTable().remove(KNOWN);

        assertThat(firewall.ingress(FRAME).drops()).extracting(Drop::reason).containsExactly("blocked");
    }

    @Test
    void noticesAnotherStation(Firewall firewall) {
        firewall.hostsTable().put(KNOWN, new Firewall.HostsTable.Value(Mac.of("02:00:00:00:00:08"), 3));

        assertThat(firewall.ingress(FRAME).drops()).extracting(Drop::reason).containsExactly("spoofed");
    }

    @Test
    void dropsRunts(Firewall firewall) {
        Packet runt = Packet.hex("02:00:00:00:00:01 02:00:00:00:00:07 0800 45000014");

        assertThat(firewall.ingress(runt).drops()).extracting(Drop::reason).containsExactly("runt");
    }

    @Test
    void passesArpOnUnread(Firewall firewall) {
        Packet arp = Packet.hex("ff:ff:ff:ff:ff:ff 02:00:00:00:00:07 0806 0001");

        assertThat(firewall.ingress(arp).resolution()).containsExactly(arp);
        assertThat(firewall.arpSeenCounter()).isEqualTo(1);
    }

    @Test
    void theAttachedProgramDecidesFirst(Firewall firewall) {
        firewall.stubGuard(packet -> packet.length() > 30 ? Verdict.DROP : Verdict.PASS);

        assertThat(firewall.ingress(FRAME).drops()).extracting(Drop::reason).containsExactly("filtered");
    }

    @Test
    void anAttachedProgramKeepsCount(Firewall firewall, @OfModule("Firewall") ToeModule module) {
        firewall.attachGuard(Path.of("src/test/xdp/groups.o"));
        Packet toAll = Packet.hex("ff:ff:ff:ff:ff:ff 02:00:00:00:00:07 0806 0001");

        firewall.ingress(toAll);
        Firewall.Outcome outcome = firewall.ingress(toAll);

        assertThat(outcome.drops()).extracting(Drop::reason).containsExactly("filtered");
        assertThat(firewall.ingress(FRAME).passed()).hasSize(1);
        assertThat(module.table("groups_refused").entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.value()).containsExactly(2L));
    }

    @Test
    void packetsAreNumberedByClass(Number number) {
        Packet first = number.passed(new Passed(KNOWN, 3, FRAME)).numbered().get(0);
        Packet second = number.passed(new Passed(KNOWN, 3, FRAME)).numbered().get(0);
        Packet other = number.passed(new Passed(KNOWN, 4, FRAME)).numbered().get(0);

        assertThat(identification(first)).isEqualTo(1);
        assertThat(identification(second)).isEqualTo(2);
        assertThat(identification(other)).isEqualTo(1);
        assertThat(number.lastTable().get(3)).contains(2);
    }

    private static int identification(Packet packet) {
        byte[] bytes = packet.bytes();
        return (bytes[18] & 0xff) << 8 | bytes[19] & 0xff;
    }
}
