"""Computers in a network of their own: Linux's network namespaces, and a cable."""

import itertools
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Host:
    """One computer; what runs in it reaches the others of its network and no more."""

    namespace: str
    cable: str

    def within(self, *command: str) -> tuple[str, ...]:
        """Give a command that runs on this computer."""
        return ("ip", "netns", "exec", self.namespace, *command)

    def run(self, *command: str) -> None:
        subprocess.run(self.within(*command), check=True, timeout=30)

    def take_address(self, address: str) -> None:
        """Have this address and no other, as after a change of networks."""
        self.run("ip", "address", "flush", "dev", self.cable)
        self.run("ip", "address", "add", f"{address}/24", "dev", self.cable)
        self.plug_in()

    def filter_what_comes(self, *rules: str, policy: str = "accept") -> None:
        """Have a firewall (nftables) with these rules for what comes in."""
        chain = "{ type filter hook input priority 0; policy " + policy + "; }"
        self.run("nft", "add", "table", "inet", "filter")
        self.run("nft", f"add chain inet filter input {chain}")
        for rule in rules:
            self.run("nft", f"add rule inet filter input {rule}")

    def unplug(self) -> None:
        self.run("ip", "link", "set", self.cable, "down")

    def plug_in(self) -> None:
        self.run("ip", "link", "set", self.cable, "up")
        self.run("ip", "route", "replace", "224.0.0.0/4", "dev", self.cable)


@contextmanager
def two_hosts(addresses: Sequence[str]) -> Iterator[tuple[Host, Host]]:
    """Give two computers with a cable between them, until the block is left."""
    name = f"chatapp-{os.getpid()}-{next(_numbers)}"
    one, other = (Host(f"{name}-{end}", f"cable{end}") for end in "ab")
    with ExitStack() as stack:
        for host in (one, other):
            subprocess.run(["ip", "netns", "add", host.namespace], check=True)
            stack.callback(
                subprocess.run, ["ip", "netns", "delete", host.namespace], check=True
            )
            host.run("ip", "link", "set", "lo", "up")
        ends = ("peer", "name", other.cable, "netns", other.namespace)
        one.run("ip", "link", "add", one.cable, "type", "veth", *ends)
        for host, address in zip((one, other), addresses, strict=True):
            host.take_address(address)
        yield one, other
