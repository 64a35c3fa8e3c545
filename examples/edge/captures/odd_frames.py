#!/usr/bin/env python3
"""Sends runts, malformed frames and rarities from an interface, one of each; needs scapy.

usage: odd_frames.py INTERFACE SOURCE-MAC DESTINATION-MAC
"""

import sys

from scapy.all import ARP, ICMP, IP, TCP, UDP, Dot1Q, Ether, IPOption, IPv6, Raw, conf, fragment

CLIENT, SERVER = "10.1.0.1", "10.1.0.2"


def runts(eth, ip):
    syn = bytes(eth / ip / TCP(sport=40100, dport=80, flags="S"))
    for length in (14, 15, 20, 33, 34, 37, 47, 53):
        yield syn[:length]
    tagged = bytes(eth / Dot1Q(vlan=5) / ip / UDP(sport=40101, dport=53))
    for length in (14, 16, 17, 18, 22, 38):
        yield tagged[:length]


def wrong_headers(eth, ip):
    udp, tcp = UDP(sport=40102, dport=53), TCP(sport=40103, dport=80, flags="S")
    yield eth / IP(src=CLIENT, dst=SERVER, version=5) / udp
    yield eth / IP(src=CLIENT, dst=SERVER, ihl=4) / udp
    yield eth / IP(src=CLIENT, dst=SERVER, ihl=15) / udp
    yield eth / IP(src=CLIENT, dst=SERVER, len=19) / udp
    yield eth / IP(src=CLIENT, dst=SERVER, len=1000) / udp
    yield eth / IP(src=CLIENT, dst=SERVER, len=24, proto=17) / udp
    yield eth / IP(src=CLIENT, dst=SERVER, chksum=0x1234) / udp
    yield eth / ip / UDP(sport=40104, dport=53, len=7)
    yield eth / ip / UDP(sport=40105, dport=53, len=999)
    yield eth / ip / TCP(sport=40106, dport=80, dataofs=4)
    yield eth / ip / TCP(sport=40107, dport=80, dataofs=15)
    yield eth / ip / TCP(sport=40108, dport=80, flags="SF")
    yield eth / ip / TCP(sport=40109, dport=80, flags="SR")


def fragments(eth):
    whole = IP(src=CLIENT, dst=SERVER, id=77) / UDP(sport=40110, dport=53) / Raw(bytes(range(256)) * 2)
    for part in fragment(whole, 200):
        yield eth / part
    tcp = bytes(TCP(sport=40111, dport=80, flags="S"))
    yield eth / IP(src=CLIENT, dst=SERVER, id=78, flags="MF", proto=6) / Raw(tcp[:16])
    yield eth / IP(src=CLIENT, dst=SERVER, id=78, frag=1, proto=6) / Raw(tcp[8:])
    yield eth / IP(src=CLIENT, dst=SERVER, id=79, frag=100, proto=6) / Raw(b"late")


def rarities(eth, ip):
    options = [IPOption(b"\x94\x04\x00\x00")]  # router alert, RFC 2113
    yield eth / IP(src=CLIENT, dst=SERVER, options=options) / UDP(sport=40112, dport=53) / Raw(b"alert")
    yield eth / IP(src=CLIENT, dst=SERVER, options=options * 10) / TCP(sport=40113, dport=80, flags="S")
    yield eth / ip / TCP(sport=40114, dport=80, flags="S", options=[("MSS", 1460), ("SAckOK", b""), ("WScale", 7)])
    yield eth / IP(src=CLIENT, dst=SERVER, flags="DF", tos=0xb9) / UDP(sport=40001, dport=5001) / Raw(b"pinned")
    yield eth / IP(src=CLIENT, dst=SERVER, proto=47) / Raw(b"\0" * 8)
    yield eth / IPv6(src="fe80::1", dst="fe80::2") / UDP(sport=1, dport=2)
    yield eth / Dot1Q(vlan=1) / Dot1Q(vlan=2) / Dot1Q(vlan=3) / ip / ICMP()
    yield eth / Dot1Q(vlan=1) / ARP(psrc=CLIENT, pdst=SERVER)
    yield eth / ip / UDP(sport=40115, dport=7) / Raw(b"are you there?")
    yield eth / IP(src="10.1.0.66", dst=SERVER) / ICMP()
    yield Ether(src=eth.src, dst="01:80:c2:00:00:00", type=38) / Raw(b"\x42\x42\x03" + b"\0" * 35)  # spanning tree


def main():
    interface, source, destination = sys.argv[1:]
    eth, ip = Ether(src=source, dst=destination), IP(src=CLIENT, dst=SERVER)
    wire = conf.L2socket(iface=interface)
    for frame in (*runts(eth, ip), *wrong_headers(eth, ip), *fragments(eth), *rarities(eth, ip)):
        wire.send(Raw(bytes(frame)))


if __name__ == "__main__":
    main()
