"""Asks this computer's system for its firewall, and knows what sets its clock."""

import sys
from collections.abc import Sequence
from functools import partial

from chatapp.language import gettext as _
from chatapp.system.programs import ask_program
from chatapp.wire.firewalls import Ask, firewalls_of

_SECONDS = 5.0
_CLOCKS = {"win32": "w32tm /resync", "darwin": "sudo sntp -sS time.apple.com"}
_LINUX_CLOCK = "sudo timedatectl set-ntp true"


class Commands:
    """What to type on this computer."""

    def __init__(self, system: str = sys.platform, ask: Ask | None = None) -> None:
        """Take the system as sys.platform names it; `ask` runs what only tells."""
        self._system = system
        self._ask = ask or partial(ask_program, seconds=_SECONDS)

    @property
    def about_the_clock(self) -> str:
        """How this computer is made to set its clock by the network."""
        command = _CLOCKS.get(self._system, _LINUX_CLOCK)
        return _("Let this computer set its clock: {command}").format(command=command)

    def find_firewall(self, ports: Sequence[int]) -> tuple[str, str] | None:
        """Give the firewall that is on, and the command that opens ports in it."""
        for firewall in firewalls_of(self._system):
            answer, is_active = firewall.look(self._ask)
            if answer and is_active:
                return firewall.name, firewall.opening(ports, answer, sys.executable)
        return None
