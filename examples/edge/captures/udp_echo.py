#!/usr/bin/env python3
"""Answers every datagram with itself on each port given: udp_echo.py PORT…"""

import select
import socket
import sys


def opened(port):
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("", port))
    return server


def main():
    servers = [opened(int(port)) for port in sys.argv[1:]]
    while True:
        for server in select.select(servers, [], [])[0]:
            data, peer = server.recvfrom(65536)
            server.sendto(data, peer)


if __name__ == "__main__":
    main()
