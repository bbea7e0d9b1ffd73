"""Keeps the invitations to the chat that one hosts, to show their links again."""

import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from chatapp.models.program.files import set_aside, write_whole
from chatapp.models.settings.kept_value import Do, KeptValue

log = logging.getLogger(__name__)

INVITATION_FILE = "invitations.json"
MOST_KEPT = 100


class InvitationKeeper:
    """Tokens by the numbers of their invitations, which the server itself forgets.

    They are in the folder of the hosted server, for its owner alone; other windows of
    his keep theirs there, too.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / INVITATION_FILE
        self._kept = KeptValue(
            "invitations",
            _read_first(path),
            lambda: _read_file(path),
            lambda kept: write_whole(path, json.dumps(kept)),
        )

    def write_by(self, do: Do) -> None:
        """Have a thread write the file from now on, as a disk may take its time."""
        self._kept.write_by(do)

    def all(self) -> Mapping[int, str]:
        """Give all that are kept, by whichever window, as far as that is known."""
        return self._kept.value

    def refresh(self, then: Callable[[], None]) -> None:
        """Take over what other windows keep."""
        self._kept.refresh(then)

    def keep(self, number: int, token: str) -> None:
        """Keep one more; the oldest go where there are too many."""

        def add(before: dict[int, str]) -> dict[int, str]:
            kept = {**before, number: token}
            return {each: kept[each] for each in sorted(kept)[-MOST_KEPT:]}

        self._kept.edit(add)

    def forget(self, number: int) -> None:
        """Keep one no more."""
        self._kept.edit(
            lambda before: {each: before[each] for each in before if each != number}
        )


def _read_first(path: Path) -> dict[int, str]:
    try:
        return _read_file(path)
    except OSError as error:
        log.warning("The invitations cannot be read: %s", error.strerror)
        return {}


def _read_file(path: Path) -> dict[int, str]:
    """Read what is kept; a file that makes no sense is set aside and never lost.

    Raises:
        OSError: it is there and cannot be read; nothing may be written over it.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {int(number): str(token) for number, token in told.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, AttributeError, RecursionError) as error:
        log.warning("The invitations are broken: %s", type(error).__name__)
        set_aside(path)
        return {}
