"""Floods the network with forged announcements. Usage: forging.py ADDRESS NUMBER"""

import socket
import sys

from zeroconf import DNSOutgoing, ServiceInfo

from chatapp.wire.announcement import SERVICE, Announcement

RESPONSE = 0x8400
MULTICAST = ("224.0.0.251", 5353)


def forged(number: int, address: str) -> bytes:
    """Give a packet that announces a chat which does not exist."""
    info = ServiceInfo(
        SERVICE,
        f"forged {number}.{SERVICE}",
        port=7001,
        properties=Announcement("x" * 200, None).render(),
        server=f"forged-{number}.local.",
        parsed_addresses=[address],
    )
    packet = DNSOutgoing(RESPONSE)
    records = (info.dns_pointer(), info.dns_service(), info.dns_text())
    for record in (*records, *info.dns_addresses()):
        packet.add_answer_at_time(record, 0)
    return packet.packets()[0]


def main(address: str, count: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        own = socket.inet_aton(address)
        sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, own)
        for number in range(count):
            sender.sendto(forged(number, address), MULTICAST)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
