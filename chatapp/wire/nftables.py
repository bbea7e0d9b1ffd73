"""Reads the rules of nftables: which chains keep others out, and at which ports."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TABLE = re.compile(r"table (\S+ \S+) \{")
_CHAIN = re.compile(r"chain (\S+) \{")
_KEEPS_OUT = r"(?:counter packets \d+ bytes \d+ )?(?:log\b.* )?(?:drop|reject\b.*)$"
_ALL = re.compile(rf"(?:(?:ip protocol|meta l4proto) tcp )?{_KEEPS_OUT}")
_AT_PORTS = re.compile(rf"(?:tcp|th) dport (\d+|\{{[^}}]*\}}) {_KEEPS_OUT}")


@dataclass(frozen=True, slots=True)
class Chain:
    """Rules that are asked one after the other.

    Args:
        name: with its table, as commands name it.
        rules: one in each line; the first may say when they are asked.
    """

    name: str
    rules: tuple[str, ...]

    @property
    def is_for_what_comes(self) -> bool:
        """Whether all that comes to this computer has to pass it."""
        return any("type filter hook input" in rule for rule in self.rules)

    @property
    def is_asked_by_others(self) -> bool:
        """Whether only rules of other chains lead to it."""
        return not any(" hook " in rule for rule in self.rules)

    @property
    def keeps_out(self) -> bool:
        """Whether anything that comes to this computer ends here, whoever sends it."""
        return self.is_for_what_comes and any(
            "policy drop" in rule or _ALL.match(rule) or _AT_PORTS.match(rule)
            for rule in self.rules
        )

    def is_open(self, port: int) -> bool | None:
        """Tell whether a port is let in; None: only rules tell that are not read.

        Ranges, sets with a name and what is for some senders only are not read.
        """
        for rule in self.rules:
            if accepts(rule, port):
                return True
            closed = _AT_PORTS.match(rule)
            if closed and str(port) in re.findall(r"\d+", closed[1]):
                return False
            if _ALL.match(rule):
                return None
        return None if any("policy drop" in rule for rule in self.rules) else True


def accepts(rule: str, port: int) -> bool:
    """Tell whether a rule names a port and lets it in."""
    return re.search(rf"(?<!udp )dport\b.*\b{port}\b.* accept$", rule) is not None


def chains_in(text: str) -> Iterator[Chain]:
    """Read what `nft list ruleset` says."""
    table, name = "", ""
    rules: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if found := _TABLE.match(line):
            table = found[1]
        elif found := _CHAIN.match(line):
            name, rules = f"{table} {found[1]}", []
        elif line == "}" and name:
            yield Chain(name, tuple(rules))
            name = ""
        elif name:
            rules.append(line)


def closing_chains(text: str) -> list[str]:
    """Give the chains that keep others out, of this port or that."""
    return [chain.name for chain in chains_in(text) if chain.keeps_out]


def lets_in(text: str, port: int) -> bool | None:
    """Tell whether all chains let a port in; None: that cannot be told."""
    chains = list(chains_in(text))
    told = {chain.is_open(port) for chain in chains if chain.is_for_what_comes}
    if False in told:
        return False
    return True if None not in told or _is_let_in_elsewhere(chains, port) else None


def _is_let_in_elsewhere(chains: Iterable[Chain], port: int) -> bool:
    return any(
        accepts(rule, port)
        for chain in chains
        if chain.is_asked_by_others
        for rule in chain.rules
    )
