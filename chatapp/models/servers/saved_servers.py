"""The servers one was on: where, as whom, how safely, and which to join first."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.program.folders import config_folder
from chatapp.models.settings.entries_file import EntriesFile
from chatapp.models.settings.kept_value import Do, KeptValue
from chatapp.wire.fingerprints import Fingerprint, MalformedFingerprint
from chatapp.wire.ports import HIGHEST_PORT

FILE_NAME = "servers.toml"
MOST_SERVERS = 100
_SERVERS = "servers"

Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class SavedServer:
    """A server, and as whom one was there; nothing of it is secret.

    Args:
        host: its name or address.
        port: from 1 to 65535.
        username: the nick one asked for.
        demand: what a connection to it must be.
        account: the account one proves there, where it was named; its password lies
            with the other secrets.
        certificate: the file that proves it, or "".
        at_start: whether it is joined when the program starts.
    """

    host: str
    port: int
    username: str
    demand: Demand = ANY
    account: str = ""
    certificate: str = ""
    at_start: bool = False

    @property
    def key(self) -> Key:
        """What tells it from the others: one may be on a server under two names."""
        return (self.host.lower(), self.port, self.username)


class SavedServers:
    """Keeps them in the order in which they stand in the window."""

    def __init__(self, path: Path, servers: Sequence[SavedServer]) -> None:
        self.aside: Path | None = None
        """Where the file lies if it made no sense at the start."""

        self._kept = KeptValue(
            "saved servers",
            list(servers),
            lambda: _each_once(_file(path).read()),
            lambda found: _file(path).write(found),
        )

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read the file; one that cannot be read is set aside and never lost."""
        path = (folder or config_folder(os.environ)) / FILE_NAME
        file = _file(path)
        servers = cls(path, _each_once(file.read_at_start()))
        servers.aside = file.aside
        return servers

    def write_by(self, do: Do) -> None:
        """Have a thread write the file from now on, as a disk may take its time."""
        self._kept.write_by(do)

    def all(self) -> Sequence[SavedServer]:
        """List them."""
        return self._kept.value

    def find(self, host: str, port: int, username: str) -> SavedServer | None:
        """Find what is known of a server."""
        key = (host.lower(), port, username)
        return next((it for it in self.all() if it.key == key), None)

    def remember(self, server: SavedServer, instead_of: Key | None = None) -> None:
        """Keep a server in its place, or behind the others; it may have moved."""
        old = {server.key, instead_of or server.key}

        def edit(servers: list[SavedServer]) -> list[SavedServer]:
            at = next((at for at, it in enumerate(servers) if it.key in old), None)
            kept = [it for it in servers if it.key not in old]
            kept.insert(len(kept) if at is None else at, server)
            return kept[-MOST_SERVERS:]

        self._kept.edit(edit)

    def forget(self, host: str, port: int, username: str) -> None:
        """Keep a server no longer."""
        key = (host.lower(), port, username)
        self._kept.edit(lambda servers: [it for it in servers if it.key != key])

    def join_at_start(
        self, host: str, port: int, username: str, *, at_start: bool
    ) -> None:
        """Have a server joined when the program starts, or not."""
        known = self.find(host, port, username)
        if known and known.at_start != at_start:
            self.remember(replace(known, at_start=at_start))

    def arrange(self, keys: Sequence[Key]) -> None:
        """Have these stand in this order; the others keep their places behind."""
        places = {key: place for place, key in enumerate(keys)}
        self._kept.edit(
            lambda servers: sorted(
                servers, key=lambda it: places.get(it.key, len(places))
            )
        )


def _each_once(servers: Iterable[SavedServer]) -> list[SavedServer]:
    return list({it.key: it for it in servers}.values())


def _file(path: Path) -> EntriesFile[SavedServer]:
    return EntriesFile(path, _SERVERS, _read_one, _table)


def _table(server: SavedServer) -> dict[str, object]:
    """Write what is not as usual, so that people find their way in the file."""
    table: dict[str, object] = {
        "address": server.host,
        "port": server.port,
        "username": server.username,
        "at_start": server.at_start,
        "encrypted": server.demand.need.name.lower(),
    }
    if server.demand.fingerprint:
        table["fingerprint"] = server.demand.fingerprint.hex
    if server.account:
        table["account"] = server.account
    if server.certificate:
        table["certificate"] = server.certificate
    return table


def _read_one(table: Mapping[str, Any]) -> SavedServer | None:
    names = ("address", "username", "account", "certificate", "fingerprint")
    texts = [table.get(name, "") for name in names]
    port = table.get("port")
    if not all(isinstance(text, str) for text in texts) or type(port) is not int:
        return None
    host, username, account, certificate, fingerprint = texts
    if not host or not username or not 0 < port <= HIGHEST_PORT:
        return None
    return SavedServer(
        host,
        port,
        username,
        _read_demand(table.get("encrypted"), fingerprint),
        account,
        certificate,
        at_start=table.get("at_start") is True,
    )


def _read_demand(encrypted: object, fingerprint: str) -> Demand:
    """Read how safe it has to be; what makes no sense asks for more, not for less."""
    needs = {need.name.lower(): need for need in Need}
    need = needs.get(encrypted, Need.VERIFIED) if isinstance(encrypted, str) else None
    try:
        known = Fingerprint.parse(fingerprint) if fingerprint else None
    except MalformedFingerprint:
        return Demand(Need.VERIFIED)
    return Demand(Need.PREFERRED if need is None else need, known)
