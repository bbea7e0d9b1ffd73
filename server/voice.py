"""What the server tells who started it: sentences for people, JSON for programs."""

import json
import sys
from enum import Enum

from chatapp.console import print_line
from chatapp.wire.fingerprints import Fingerprint
from server.settings.operator_settings import OperatorSettings


class Fault(Enum):
    """Why the server does not start, as programs are told it."""

    CONFIGURATION = "configuration"
    ADDRESS = "address"
    STORAGE = "storage"
    STORAGE_IN_USE = "storage-in-use"
    CERTIFICATE = "certificate"


INVITED_ONLY = (
    "Only who is invited comes in; chatapp-server invite make gives a link for others."
)

NO_MORE = "the system allows the server no more."


class Voice:
    """Speaks once: of where the server listens, or of why it does not start.

    A program reads one line from standard output, a JSON object in ASCII: `port`,
    `address`, where others find the server, `join`, which is the command for them,
    `fingerprint`, the certificate's SHA-256 digest, and with `operator` and `password`
    what OPER asks for, so that the program is the server's operator; or `fault` (see
    Fault) and `sentence`.
    """

    def __init__(self, *, to_program: bool) -> None:
        self._to_program = to_program

    def invite(
        self,
        place: str,
        port: int,
        address: str,
        join: str,
        fingerprint: str,
        operator: OperatorSettings | None,
        *,
        here_only: bool,
        only_invited: bool = False,
        most: int | None = None,
    ) -> None:
        """Say that the server listens, how others join, and by what they know it.

        If the system allows fewer connections than are wanted, people are told how
        many: `most`.
        """
        if self._to_program:
            said: dict[str, str | int] = {"port": port, "address": address}
            said |= {"join": join, "fingerprint": fingerprint}
            if operator is not None:
                said |= {"operator": operator.name, "password": operator.password}
            self._tell(**said)
            return
        where = "computer" if here_only else "network"
        how = f"Join from this {where} with: {join}"
        say(f"Listening on {place}. {INVITED_ONLY if only_invited else how}")
        if most is not None:
            say(f"At most {most:,} can be connected at a time: {NO_MORE}")
        say(f"Its certificate's SHA-256 fingerprint: {fingerprint}")
        words = " ".join(Fingerprint.parse(fingerprint).words)
        say(f"In words, to compare with what a window shows: {words}")

    def complain(self, fault: Fault, sentence: str) -> None:
        """Say why the server does not start."""
        if self._to_program:
            self._tell(fault=fault.value, sentence=sentence)
        sys.stderr.write(f"{sentence}\n")

    def _tell(self, **values: str | int) -> None:
        say(json.dumps(values))


def say(text: str) -> None:
    """Print a line at once; where nobody reads on, the rest is said to nobody."""
    print_line(text)
