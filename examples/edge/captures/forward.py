#!/usr/bin/env python3
"""A cable that overtakes: carries frames between two interfaces and lets some of them be overtaken by later ones.

usage: forward.py LEFT RIGHT [CHANCE [TAGS]]

CHANCE is the share of frames held back (0 to 1, default 0); a held frame goes out behind the next three of its
direction, or after 5 ms. TAGS are VLAN tags in hexadecimal, outermost first, which frames get on their way to RIGHT and
lose on their way to LEFT, as at an access port of a switch: 8100000a is VLAN 10. The kernel hands a tag over beside
the frame; it is put back.
"""

import random
import select
import socket
import struct
import sys
import time

ETH_P_ALL = 3
SOL_PACKET = 263
PACKET_AUXDATA = 8
PACKET_IGNORE_OUTGOING = 23
TP_STATUS_VLAN_VALID = 1 << 4
TP_STATUS_VLAN_TPID_VALID = 1 << 6
AUXDATA = struct.Struct("=IIIHHHH")  # struct tpacket_auxdata of linux/if_packet.h

HELD_FRAMES = 3
HELD_SECONDS = 0.005


def opened(interface):
    port = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    port.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
    port.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
    port.bind((interface, 0))
    return port


def received(port):
    frame, control, _, _ = port.recvmsg(65536, 256)
    for level, kind, data in control:
        if level == SOL_PACKET and kind == PACKET_AUXDATA:
            status, _, _, _, _, tci, tpid = AUXDATA.unpack(data[: AUXDATA.size])
            if status & TP_STATUS_VLAN_VALID:
                tpid = tpid if status & TP_STATUS_VLAN_TPID_VALID else 0x8100
                return frame[:12] + struct.pack("!HH", tpid, tci) + frame[12:]
    return frame


def tagged(frame, tags):
    return frame[:12] + tags + frame[12:]


def untagged(frame, tags):
    return frame[:12] + frame[12 + len(tags) :]


class Direction:
    """Frames from one port to the other, at most one of them held back."""

    def __init__(self, source, sink, chance, change):
        self.source, self.sink, self.chance, self.change = source, sink, chance, change
        self.held, self.overtaken_by, self.until = None, 0, 0.0

    def carry(self):
        frame = self.change(received(self.source))
        if self.held is None and random.random() < self.chance:
            self.held, self.overtaken_by, self.until = frame, 0, time.monotonic() + HELD_SECONDS
            return
        self.sink.send(frame)
        self.overtaken_by += 1
        if self.overtaken_by >= HELD_FRAMES:
            self.release()

    def release(self):
        if self.held is not None:
            self.sink.send(self.held)
            self.held = None


def main():
    random.seed(1624)
    left, right = opened(sys.argv[1]), opened(sys.argv[2])
    chance = float(sys.argv[3]) if len(sys.argv) > 3 else 0.0
    tags = bytes.fromhex(sys.argv[4]) if len(sys.argv) > 4 else b""
    ways = {
        left: Direction(left, right, chance, lambda frame: tagged(frame, tags)),
        right: Direction(right, left, chance, lambda frame: untagged(frame, tags)),
    }
    print("ready", flush=True)
    while True:
        ready, _, _ = select.select(list(ways), [], [], 0.001)
        for port in ready:
            ways[port].carry()
        for way in ways.values():
            if way.held is not None and time.monotonic() > way.until:
                way.release()


if __name__ == "__main__":
    main()
