"""Notes which server runs on this computer, for another window to look after it."""

import json
import logging
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from chatapp.models.program.files import write_whole
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.this_computer import LOOPBACK

log = logging.getLogger(__name__)

HOSTED = "hosted"
"""The folder, in that of the data, in which the server keeps its own."""

PLACE_FILE = "running.json"
_CONTROL_FILES = "server/*.control"
SECONDS_TO_ANSWER = 2.0


@dataclass(frozen=True, slots=True)
class Started:
    """A server that listens.

    Args:
        port: where.
        address: where others found it when it started.
        fingerprint: its certificate's.
        operator: the name by which this program becomes its operator (OPER).
        password: what proves that; it holds for this run alone.
        username: as whom one was there when it started; "" where that is not known.
        stays: whether it goes on without the window that has started it.
    """

    port: int
    address: str
    fingerprint: Fingerprint
    operator: str
    password: str = field(repr=False)
    username: str = ""
    stays: bool = False

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
            str(said.get("username", "")),
            bool(said.get("stays")),
        )


def write_note(folder: Path, started: Started) -> None:
    """Let another window find this server, as long as it runs; for its owner only."""
    told = {
        "port": started.port,
        "address": started.address,
        "fingerprint": started.fingerprint.hex,
        "operator": started.operator,
        "password": started.password,
        "username": started.username,
        "stays": started.stays,
    }
    try:
        write_whole(folder / PLACE_FILE, json.dumps(told))
    except OSError as error:
        log.warning("Other windows do not find the chat: %s", error.strerror)


def read_note(folder: Path) -> Started | None:
    """Find the server that runs, or ran last."""
    try:
        told = json.loads((folder / PLACE_FILE).read_text(encoding="utf-8"))
        return Started.read(told)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def find_running(folder: Path) -> Started | None:
    """Find the server that runs now; it is asked, which may take a moment."""
    started = read_note(folder)
    return started if started and answers(started) else None


def answers(started: Started) -> bool:
    """Tell whether it is that server which listens at its port: TLS proves it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # its fingerprint is looked at
    place = (LOOPBACK, started.port)
    try:
        with (
            socket.create_connection(place, SECONDS_TO_ANSWER) as plain,
            context.wrap_socket(plain) as secured,
        ):
            certificate = secured.getpeercert(binary_form=True)
    except (OSError, OverflowError):
        return False
    found = Fingerprint.of(certificate) if certificate else None
    return found == started.fingerprint


def has_died(folder: Path) -> bool:
    """Tell of a server that has ended whether nobody told it to.

    One that is told to end takes what it heard orders by with it, before it says
    goodbye to anybody.
    """
    return any(folder.glob(_CONTROL_FILES))


def forget_note(folder: Path, started: Started) -> None:
    """Let nobody look for a server that has ended.

    Another window may have started its server again: that one's note stays.
    """
    noted = read_note(folder)
    if noted and noted.password == started.password:
        with suppress(OSError):
            (folder / PLACE_FILE).unlink()
