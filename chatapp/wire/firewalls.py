"""Firewalls: how one sees that one is active, and what opens a port in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.language import gettext as _
from chatapp.wire.nftables import closing_chains, lets_in

_UFW_RULE = re.compile(r"^(\d{1,5})(?:/tcp)?\s+ALLOW", re.M | re.I)
_ZONE_PORT = re.compile(r"\b(\d{1,5})(?:-(\d{1,5}))?/tcp")
USUAL_CHAIN = "inet filter input"

MORE_FOLDERS = "/usr/sbin:/sbin"
"""Where firewalls are, and where people do not look who are no administrators."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program said: its exit code and its words."""

    code: int
    text: str

    def has(self, *words: str) -> bool:
        """Tell whether it has one of these words, in capitals or not."""
        text = self.text.lower()
        return any(word in text for word in words)


Ask = Callable[[Sequence[str]], Answer | None]
"""Runs a program that only tells; None: it is not there, or says nothing in time."""


@dataclass(frozen=True, slots=True)
class Firewall:
    """One kind of firewall.

    Args:
        name: as people know it.
        systems: where it is found, as sys.platform begins.
        asked: commands that tell whether it is active; the next where one does not.
        is_active: reads an answer; None: it does not tell.
        is_open: tells whether an answer lets a port in; None: it does not tell.
        command: what opens a {port}; {chain} and {program} are filled in, too.
    """

    name: str
    systems: tuple[str, ...]
    asked: tuple[tuple[str, ...], ...]
    is_active: Callable[[Answer], bool | None]
    is_open: Callable[[Answer, int], bool | None]
    command: str

    def look(self, ask: Ask) -> tuple[Answer | None, bool | None]:
        """Give what it answers, and whether it is active as far as that tells."""
        answer = None
        for command in self.asked:
            told = ask(command)
            if told is None:
                continue
            answer = told
            if (is_active := self.is_active(told)) is not None:
                return told, is_active
        return answer, None

    def opening(self, ports: Sequence[int], answer: Answer, program: str) -> str:
        """Write the command that opens these ports.

        Args:
            ports: those of the server.
            answer: what the firewall said.
            program: the file of the program that listens.
        """
        chains = closing_chains(answer.text) or [USUAL_CHAIN]
        commands = (
            self.command.format(port=port, chain=chain, program=program)
            for port in ports
            for chain in chains
        )
        return " && ".join(dict.fromkeys(commands))


def _ufw_is_active(answer: Answer) -> bool | None:
    if answer.has("status: inactive", "enabled=no"):
        return False
    return True if answer.has("status: active", "enabled=yes") else None


def _ufw_is_open(answer: Answer, port: int) -> bool | None:
    if not answer.has("status: active"):
        return None
    return str(port) in _UFW_RULE.findall(answer.text)


def _firewalld_is_active(answer: Answer) -> bool | None:
    if answer.code == 0:
        return True
    return False if answer.has("not running") else None


def _firewalld_is_open(answer: Answer, port: int) -> bool | None:
    return any(
        int(first) <= port <= int(last or first)
        for first, last in _ZONE_PORT.findall(answer.text)
    )


def _nftables_is_active(answer: Answer) -> bool | None:
    return bool(closing_chains(answer.text)) if answer.code == 0 else None


def _nftables_is_open(answer: Answer, port: int) -> bool | None:
    return lets_in(answer.text, port)


def _windows_is_active(answer: Answer) -> bool | None:
    """Look for a profile that is on, in the languages in which it is written so."""
    if answer.code != 0:
        return None
    return re.search(r"\b(on|ein|activé|activado)\b", answer.text.lower()) is not None


def _macos_is_active(answer: Answer) -> bool | None:
    return answer.has("enabled") if answer.code == 0 else None


def _does_not_tell(_answer: Answer, _port: int) -> bool | None:
    return None


_MACOS = "/usr/libexec/ApplicationFirewall/socketfilterfw"

FIREWALLS: tuple[Firewall, ...] = (
    Firewall(
        "ufw",
        ("linux",),
        (("ufw", "status"), ("cat", "/etc/ufw/ufw.conf")),
        _ufw_is_active,
        _ufw_is_open,
        "sudo ufw allow {port}/tcp",
    ),
    Firewall(
        "firewalld",
        ("linux",),
        (("firewall-cmd", "--list-ports"),),
        _firewalld_is_active,
        _firewalld_is_open,
        "sudo firewall-cmd --add-port={port}/tcp"
        " && sudo firewall-cmd --permanent --add-port={port}/tcp",
    ),
    Firewall(
        "nftables",
        ("linux",),
        (("nft", "list", "ruleset"),),
        _nftables_is_active,
        _nftables_is_open,
        "sudo nft insert rule {chain} tcp dport {port} accept",
    ),
    Firewall(
        _("Windows Firewall"),
        ("win32",),
        (("netsh", "advfirewall", "show", "allprofiles", "state"),),
        _windows_is_active,
        _does_not_tell,
        'netsh advfirewall firewall add rule name="chatapp {port}" dir=in'
        " action=allow protocol=TCP localport={port}",
    ),
    Firewall(
        _("The firewall of macOS"),
        ("darwin",),
        ((_MACOS, "--getglobalstate"),),
        _macos_is_active,
        _does_not_tell,
        f'sudo {_MACOS} --add "{{program}}"'
        f' && sudo {_MACOS} --unblockapp "{{program}}"',
    ),
)
"""Each with what opens a port. ufw comes before nftables, which it makes use of."""


def firewalls_of(system: str) -> list[Firewall]:
    """Give those that there may be on a system, named as in sys.platform."""
    return [each for each in FIREWALLS if system.startswith(each.systems)]
