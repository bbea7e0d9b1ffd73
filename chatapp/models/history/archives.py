"""Gives each conversation the archive that keeps its lines."""

from collections.abc import Callable

from chatapp.models.history.archive import Archive
from chatapp.models.rooms.conversations import Conversation
from chatapp.models.storage.jobs import Jobs


class Archives:
    """Gives each conversation its archive, once for as long as it is open."""

    def __init__(
        self,
        jobs: Jobs,
        identify: Callable[[Conversation, Callable[[int | None], None]], None],
    ) -> None:
        """Take the database, and what finds a conversation's row in it."""
        self._jobs = jobs
        self._identify = identify

    def of(self, conversation: Conversation) -> Archive:
        """Give a conversation's archive; what is heard goes there from now on."""
        archive = conversation.archive
        if archive is None:
            archive = Archive(self._jobs, lambda: conversation.name)
            conversation.archive = archive
            self._find_row(conversation, archive)
        elif archive.room not in (None, conversation.room_id):
            self._find_row(conversation, archive)
        return archive

    def anew(self, conversation: Conversation) -> Archive:
        """Give an archive whose lines may not join what is kept; it may have a row now.

        Only then may it get one: what was said while it had none is missing in it.
        """
        archive = self.of(conversation)
        if archive.has_no_row:
            self._find_row(conversation, archive)
        return archive

    def _find_row(self, conversation: Conversation, archive: Archive) -> None:
        archive.wait_for_row()
        self._identify(conversation, archive.identified)
