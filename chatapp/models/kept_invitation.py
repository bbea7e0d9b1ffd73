"""Keeps the invitation of the chat that one hosts, so that its link goes on to hold."""

import json
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from chatapp.models.files import write_whole

log = logging.getLogger(__name__)

INVITATION_FILE = "invitation.json"


@dataclass(frozen=True, slots=True)
class KeptInvitation:
    """An invitation's number and its token, which the server itself does not know."""

    number: int
    token: str = field(repr=False)


class InvitationKeeper:
    """One invitation at most, in the folder of the hosted server; for its owner."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / INVITATION_FILE

    def load(self) -> KeptInvitation | None:
        """Give the invitation that was kept last, by whichever window."""
        try:
            told = json.loads(self._path.read_text(encoding="utf-8"))
            return KeptInvitation(int(told["number"]), str(told["token"]))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, invitation: KeptInvitation) -> None:
        """Keep this one in place of another; a disk that refuses is no harm now."""
        told = {"number": invitation.number, "token": invitation.token}
        try:
            write_whole(self._path, json.dumps(told))
        except OSError as error:
            log.warning("The invitation cannot be kept: %s", error.strerror)

    def forget(self) -> None:
        """Keep none any more."""
        with suppress(OSError):
            self._path.unlink()
