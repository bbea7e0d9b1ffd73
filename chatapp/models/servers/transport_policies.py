"""Keeps which servers are to be come to with TLS only, and for how long (STS)."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from chatapp.models.program.folders import config_folder
from chatapp.models.settings.entries_file import EntriesFile
from chatapp.models.settings.kept_value import Do, KeptValue
from chatapp.wire.this_computer import is_here

FILE_NAME = "transport_policies.toml"
MOST_POLICIES = 2000
_POLICIES = "policies"


@dataclass(frozen=True, slots=True)
class KeptPolicy:
    """Until when a host is to be come to with TLS only, and at which port."""

    host: str
    port: int
    until: datetime


class TransportPolicies:
    """The policies of all servers, by the host's name as it was asked for."""

    def __init__(
        self,
        path: Path,
        policies: Mapping[str, KeptPolicy],
        clock: Callable[[], datetime],
        *,
        keeps_here: bool = False,
    ) -> None:
        """Keep policies.

        Args:
            path: the file.
            policies: what is in it.
            clock: tells the time.
            keeps_here: whether those of this computer are kept as well. Nobody is
                between, and servers come and go there, so the window keeps none.
        """
        self.aside: Path | None = None
        """Where the file lies if it made no sense at the start."""

        self._kept = KeptValue(
            "transport policies",
            dict(policies),
            lambda: _by_host(_file(path).read()),
            lambda found: _file(path).write(found.values()),
        )
        self._clock = clock
        self._keeps_here = keeps_here

    @classmethod
    def load(
        cls,
        clock: Callable[[], datetime],
        folder: Path | None = None,
        *,
        keeps_here: bool = False,
    ) -> Self:
        """Read the file; one that cannot be read is set aside and never lost."""
        path = (folder or config_folder(os.environ)) / FILE_NAME
        file = _file(path)
        found = _by_host(file.read_at_start())
        policies = cls(path, found, clock, keeps_here=keeps_here)
        policies.aside = file.aside
        return policies

    def write_by(self, do: Do) -> None:
        """Have a thread write the file from now on, as a disk may take its time."""
        self._kept.write_by(do)

    def port_of(self, host: str) -> int | None:
        """Tell at which port a host is to be come to with TLS; None: as one likes."""
        kept = self._kept.value.get(host.lower())
        return kept.port if kept and kept.until > self._clock() else None

    def keep(self, host: str, port: int, seconds: int) -> None:
        """Keep a policy for so long from now on; 0 forgets it."""
        if is_here(host) and not self._keeps_here:
            return
        now, name = self._clock(), host.lower()
        kept = KeptPolicy(name, port, now + timedelta(seconds=seconds))
        self._kept.edit(lambda policies: _with(policies, kept, now))


def _with(
    policies: Mapping[str, KeptPolicy], kept: KeptPolicy, now: datetime
) -> dict[str, KeptPolicy]:
    """Add one to those that hold; the oldest go where there are too many."""
    others = (each for each in policies.values() if each.host != kept.host)
    found = {each.host: each for each in (*others, kept) if each.until > now}
    for host in list(found)[: max(0, len(found) - MOST_POLICIES)]:
        del found[host]
    return found


def _by_host(policies: Iterable[KeptPolicy]) -> dict[str, KeptPolicy]:
    return {it.host: it for it in policies}


def _file(path: Path) -> EntriesFile[KeptPolicy]:
    return EntriesFile(path, _POLICIES, _read_one, _table)


def _table(kept: KeptPolicy) -> dict[str, object]:
    return {"host": kept.host, "port": kept.port, "until": kept.until}


def _read_one(table: Mapping[str, Any]) -> KeptPolicy | None:
    host, port, until = (table.get(key) for key in ("host", "port", "until"))
    if not isinstance(host, str) or type(port) is not int:
        return None
    if not isinstance(until, datetime) or until.tzinfo is None:
        return None
    return KeptPolicy(host, port, until)
