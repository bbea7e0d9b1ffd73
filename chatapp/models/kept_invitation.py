"""Keeps the invitations to the chat that one hosts, to show their links again."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from chatapp.models.files import write_whole

log = logging.getLogger(__name__)

INVITATION_FILE = "invitations.json"
MOST_KEPT = 100


class InvitationKeeper:
    """Tokens by the numbers of their invitations, which the server itself forgets.

    They are in the folder of the hosted server, for its owner alone; other windows of
    his keep theirs there, too.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / INVITATION_FILE

    def load(self) -> dict[int, str]:
        """Give all that are kept, by whichever window."""
        try:
            told = json.loads(self._path.read_text(encoding="utf-8"))
            return {int(number): str(token) for number, token in told.items()}
        except (OSError, ValueError, AttributeError):
            return {}

    def keep(self, number: int, token: str) -> None:
        """Keep one more; the oldest go where there are too many."""
        kept = {**self.load(), number: token}
        self._write({each: kept[each] for each in sorted(kept)[-MOST_KEPT:]})

    def forget(self, number: int) -> None:
        """Keep one no more."""
        kept = self.load()
        if kept.pop(number, None) is not None:
            self._write(kept)

    def _write(self, kept: Mapping[int, str]) -> None:
        try:
            write_whole(self._path, json.dumps(kept))
        except OSError as error:  # it is no harm now, only at the next start
            log.warning("The invitations cannot be kept: %s", error.strerror)
