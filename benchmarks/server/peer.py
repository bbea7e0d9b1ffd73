"""Somebody else's server: how it is found, set up and started."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.server.contender import (
    Serving,
    free_port,
    wait_for_port,
    with_children,
)
from tools.process_group import end_group

SYSTEM_FOLDERS = "/usr/sbin:/usr/local/sbin:/usr/games"


@dataclass(frozen=True, slots=True)
class Peer:
    """A server that is measured beside ours where it is installed."""

    name: str
    package: str
    set_up: Callable[[Path, int], Sequence[str | Path]]
    """Writes its files for a port; gives what follows the program's name."""
    at_once: int
    """Of 4, 8, 64 and 512, the number with which most came in in a second."""
    most_clients: int = 20_000
    load_options: tuple[str, ...] = ()
    is_peer: bool = True

    def missing(self) -> str:
        """Say which package brings it, where it is not installed."""
        if self._program():
            return ""
        return f"{self.name} is not installed, so it is left out ({self.package})."

    @contextmanager
    def running(self, folder: Path) -> Iterator[Serving]:
        """Start it at a free port of this computer, with its files in the folder."""
        port = free_port()
        command = [str(self._program()), *self.set_up(folder, port)]
        path = folder / "log"
        with path.open("wb") as log:
            server = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=folder, process_group=0
            )
            try:
                wait_for_port(port, server, path)
                yield Serving(port, with_children(server.pid))
            finally:
                end_group(server)

    def _program(self) -> str | None:
        beside_python = str(Path(sys.executable).parent)
        folders = (beside_python, SYSTEM_FOLDERS)
        found = (shutil.which(self.name, path=folder) for folder in folders)
        return next(filter(None, found), None) or shutil.which(self.name)
