"""Exports the rooms of one network: finds what an export is of, and has it written."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from chatapp.language import gettext as _
from chatapp.models.conversations import Conversations
from chatapp.models.entities import ChatMessage
from chatapp.models.export.document import About, Period
from chatapp.models.export.exporter import (
    Exporter,
    ExportFormat,
    NotExported,
    Outcome,
    Work,
)
from chatapp.models.storage.jobs import Jobs

NOTHING_KEPT = _("nothing of this room is kept on this computer")


class RoomExports:
    """Writes what is kept of a room into a file."""

    def __init__(
        self,
        rooms: Conversations,
        jobs: Jobs,
        work: Work,
        clock: Callable[[], datetime],
    ) -> None:
        self._rooms = rooms
        self._jobs = jobs
        self._work = work
        self._clock = clock

    def export(
        self,
        room: str,
        network: str,
        period: Period,
        path: Path,
        format_: ExportFormat,
        words: Callable[[ChatMessage], str],
        then: Callable[[Outcome], None],
    ) -> None:
        """Write a file; `then` is told later what came of it.

        Args:
            room: the room's name.
            network: what its server is called.
            period: of what time.
            path: the file.
            format_: how it is written.
            words: how a line is read; called on another thread.
            then: takes the outcome.
        """
        conversation = self._rooms.find(room)
        if conversation is None or conversation.room_id is None:
            then(NotExported(NOTHING_KEPT))
            return
        about = About(
            conversation.name, network, conversation.topic, self._clock(), period
        )
        exporter = Exporter(self._jobs, self._work, words)
        exporter.export(conversation.room_id, about, path, format_, then)
