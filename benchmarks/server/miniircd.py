"""miniircd, which needs no configuration and can hold no more than select() can."""

import os
from collections.abc import Sequence
from pathlib import Path

from benchmarks.server.contender import HOST
from benchmarks.server.peer import Peer

MOST_OF_SELECT = 1_000


def set_up(folder: Path, port: int) -> Sequence[str | Path]:
    """Write its message of the day."""
    motd = folder / "motd"
    motd.write_text("Welcome.\n", encoding="utf-8")
    as_root = ["--setuid", "root"] if os.geteuid() == 0 else []
    return ["--listen", HOST, "--ports", str(port), "--motd", motd, *as_root]


MINIIRCD = Peer(
    "miniircd", "PyPI: miniircd", set_up, at_once=4, most_clients=MOST_OF_SELECT
)
