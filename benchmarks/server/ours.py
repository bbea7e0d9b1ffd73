"""chatapp's own server, in the ways in which it is measured."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, cast

from benchmarks.server.contender import Serving, with_children
from tools.own_folders import own_environment
from tools.process_group import end_group
from tools.programs import SERVER, port_told_in

# Nobody waits at the others either, and there is nothing like #lobby.
LIKE_THE_OTHERS = {
    "CHATAPP_SERVER__FLOOD__ENABLED": "false",
    "CHATAPP_SERVER__CHANNELS__AUTO_JOIN": "",
}
PROCESS = {"CHATAPP_SERVER__STORAGE__DURABILITY": "process"}
NO_HISTORY = {"CHATAPP_SERVER__HISTORY__ENABLED": "false"}


@dataclass(frozen=True, slots=True)
class Ours:
    """Our server with some settings, and with a load that asks more of it."""

    name: str
    settings: Mapping[str, str] = field(default_factory=dict)
    load_options: tuple[str, ...] = ()
    most_clients: int = 20_000
    at_once: int = 64
    is_peer: bool = False

    def missing(self) -> str:
        """Say nothing: it is here."""
        return ""

    @contextmanager
    def running(self, folder: Path) -> Iterator[Serving]:
        """Start it, with its history in the folder."""
        chosen = {**os.environ, **LIKE_THE_OTHERS, **self.settings}
        with (
            (folder / "log").open("wb") as log,
            subprocess.Popen(
                SERVER,
                env=own_environment(chosen, folder),
                stdout=subprocess.PIPE,
                stderr=log,
                process_group=0,
            ) as server,
        ):
            try:
                port = port_told_in(cast(IO[bytes], server.stdout))
                yield Serving(port, with_children(server.pid))
            finally:
                end_group(server)


DEFAULT = Ours("chatapp")
PROCESS_ONLY = Ours("chatapp, process", PROCESS)
WITHOUT_HISTORY = Ours("chatapp, no history", NO_HISTORY)
ALL_CAPABILITIES = Ours("chatapp, all capabilities", {}, ("--all-capabilities",))
WITH_TLS = Ours("chatapp, TLS", {}, ("--tls",))
EVERY_WAY = (DEFAULT, PROCESS_ONLY, WITHOUT_HISTORY, ALL_CAPABILITIES, WITH_TLS)
