"""Notes which server runs on this computer, for another window to look after it."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from chatapp.models.program.files import write_whole
from chatapp.wire.fingerprints import Fingerprint

PLACE_FILE = "running.json"


@dataclass(frozen=True, slots=True)
class Started:
    """A server that listens.

    Args:
        port: where.
        address: where others found it when it started.
        fingerprint: its certificate's.
        operator: the name by which this program becomes its operator (OPER).
        password: what proves that; it holds for this run alone.
    """

    port: int
    address: str
    fingerprint: Fingerprint
    operator: str
    password: str = field(repr=False)

    @classmethod
    def read(cls, said: Mapping[str, object]) -> Self:
        """Read what a server says of itself.

        Raises:
            ValueError, TypeError, KeyError: it is something else.
        """
        return cls(
            int(str(said["port"])),
            str(said["address"]),
            Fingerprint.parse(str(said["fingerprint"])),
            str(said["operator"]),
            str(said["password"]),
        )


def write_note(folder: Path, started: Started) -> None:
    """Let another window find this server, as long as it runs; for its owner only."""
    told = {
        "port": started.port,
        "address": started.address,
        "fingerprint": started.fingerprint.hex,
        "operator": started.operator,
        "password": started.password,
    }
    with suppress(OSError):
        write_whole(folder / PLACE_FILE, json.dumps(told))


def read_note(folder: Path) -> Started | None:
    """Find the server that runs, or ran last."""
    try:
        told = json.loads((folder / PLACE_FILE).read_text(encoding="utf-8"))
        return Started.read(told)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def forget_note(folder: Path) -> None:
    """Let nobody look for a server that has ended."""
    with suppress(OSError):
        (folder / PLACE_FILE).unlink()
