"""The servers one has met, and the certificates by which they are known again."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from chatapp.models.connection.encryption import ANY, Demand, Encryption, Need, Trust
from chatapp.models.program.folders import config_folder
from chatapp.models.settings.entries_file import EntriesFile
from chatapp.models.settings.kept_value import Do, KeptValue
from chatapp.wire.fingerprints import Fingerprint, MalformedFingerprint
from chatapp.wire.this_computer import is_here

FILE_NAME = "known_servers.toml"
MOST_SERVERS = 2000
_SERVERS = "servers"

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class KnownServer:
    """What is remembered of the server at one place.

    Without a `fingerprint` an authority vouches for it, each time anew.
    """

    host: str
    port: int
    since: datetime
    fingerprint: Fingerprint | None = None


Servers = dict[Place, KnownServer]


class KnownServers:
    """Remembers by place who answered there, so that nobody else can pose as it."""

    def __init__(
        self,
        path: Path,
        servers: Mapping[Place, KnownServer],
        clock: Callable[[], datetime],
    ) -> None:
        self.aside: Path | None = None
        """Where the file lies if it made no sense at the start."""

        self._kept = KeptValue(
            "known servers",
            dict(servers),
            lambda: _by_place(_file(path).read()),
            lambda found: _file(path).write(found.values()),
        )
        self._clock = clock

    @classmethod
    def load(cls, clock: Callable[[], datetime], folder: Path | None = None) -> Self:
        """Read the file; one that cannot be read is set aside and never lost."""
        path = (folder or config_folder(os.environ)) / FILE_NAME
        file = _file(path)
        servers = cls(path, _by_place(file.read_at_start()), clock)
        servers.aside = file.aside
        return servers

    def write_by(self, do: Do) -> None:
        """Have a thread write the file from now on, as a disk may take its time."""
        self._kept.write_by(do)

    def find(self, host: str, port: int) -> KnownServer | None:
        """Find who answers at a place."""
        return self._kept.value.get((host, port))

    def places_of(self, fingerprint: Fingerprint) -> list[tuple[str, int]]:
        """List where the server with this certificate was met, the latest first."""
        met = self._kept.value.values()
        found = [it for it in met if it.fingerprint == fingerprint]
        found.sort(key=lambda it: it.since, reverse=True)
        return [(it.host, it.port) for it in found]

    def demand(self, host: str, port: int) -> Demand:
        """Tell what a connection to a place must be, after what is known of it."""
        if is_here(host):
            return ANY
        known = self.find(host, port)
        if known is None:
            return Demand()
        if known.fingerprint is None:  # an authority vouched, and has to do so again
            return Demand(Need.VERIFIED)
        return Demand(Need.REQUIRED, known.fingerprint)

    def learn(self, host: str, port: int, encryption: Encryption | None) -> bool:
        """Remember with whom one spoke; tell whether that was for the first time.

        What is plain is not remembered: it may be encrypted the next time. Nor is
        what is on this computer: nobody is between, and servers come and go there.
        """
        if encryption is None or is_here(host):
            return False
        by_authority = encryption.trust is Trust.AUTHORITY
        fingerprint = None if by_authority else encryption.fingerprint
        known = self.find(host, port)
        if known and known.fingerprint == fingerprint:
            return False
        self.trust(host, port, fingerprint)
        return known is None

    def trust(self, host: str, port: int, fingerprint: Fingerprint | None) -> None:
        """Take this certificate, and no other, for the server at this place."""
        server = KnownServer(host, port, self._clock(), fingerprint)
        self._kept.edit(lambda servers: _with(servers, server))


def _with(servers: Mapping[Place, KnownServer], server: KnownServer) -> Servers:
    """Add one to what is known; the oldest go where there are too many."""
    place = (server.host, server.port)
    found = {key: each for key, each in servers.items() if key != place}
    found[place] = server
    for key in list(found)[: max(0, len(found) - MOST_SERVERS)]:
        del found[key]
    return found


def _by_place(servers: Iterable[KnownServer]) -> Servers:
    return {(it.host, it.port): it for it in servers}


def _file(path: Path) -> EntriesFile[KnownServer]:
    return EntriesFile(path, _SERVERS, _read_one, _table)


def _table(server: KnownServer) -> dict[str, object]:
    table = {"host": server.host, "port": server.port, "since": server.since}
    if server.fingerprint:
        return {**table, "fingerprint": server.fingerprint.hex}
    return table


def _read_one(table: Mapping[str, Any]) -> KnownServer | None:
    host, port, since = (table.get(key) for key in ("host", "port", "since"))
    if not isinstance(host, str) or type(port) is not int:
        return None
    if not isinstance(since, datetime) or since.tzinfo is None:
        return None
    told = table.get("fingerprint")
    if told is None:
        return KnownServer(host, port, since)
    try:
        return KnownServer(host, port, since, Fingerprint.parse(str(told)))
    except MalformedFingerprint:
        return None
