"""Exports the rooms of one network: brings their past, and has it written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from chatapp.language import gettext as _
from chatapp.models.export.document import (
    About,
    ExportFormat,
    NotExported,
    Outcome,
    Pictures,
    Wording,
    Work,
)
from chatapp.models.history.bringing_past import BringingPast, Brought, OnProgress
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.periods import Period

NOTHING_KEPT = _("nothing of this room is kept on this computer")


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported, where to and how.

    Args:
        room: the room's name.
        network: what its server is called.
        period: of what time.
        path: the file.
        format: how it is written.
        words: how lines are read.
        pictures: makes what draws; called on another thread.
    """

    room: str
    network: str
    period: Period
    path: Path
    format: ExportFormat
    words: Wording
    pictures: Callable[[], Pictures]


class RoomExports:
    """Writes what was said in a room into a file, with what the server has of it."""

    def __init__(
        self,
        rooms: Conversations,
        jobs: Jobs,
        work: Work,
        clock: Callable[[], datetime],
        bringing: BringingPast,
    ) -> None:
        self._rooms = rooms
        self._jobs = jobs
        self._work = work
        self._clock = clock
        self._bringing = bringing

    def export(
        self,
        request: Request,
        progress: OnProgress,
        then: Callable[[Outcome], None],
    ) -> Callable[[], None]:
        """Write a file; `then` is told later what came of it.

        Returns:
            What has the server be asked no longer; what came until then is written.
        """
        conversation = self._rooms.find(request.room)
        if conversation is None or conversation.room_id is None:
            then(NotExported(NOTHING_KEPT))
            return lambda: None
        return self._bringing.begin(
            conversation,
            request.period,
            progress,
            lambda brought: self._write(conversation, request, brought, then),
        )

    def _write(
        self,
        conversation: Conversation,
        request: Request,
        brought: Brought,
        then: Callable[[Outcome], None],
    ) -> None:
        # Half a dozen modules that only an export needs.
        from chatapp.models.export.exporter import Exporter  # noqa: PLC0415 - see above

        about = About(
            conversation.name,
            request.network,
            conversation.topic,
            self._clock(),
            brought,
            request.period,
        )
        exporter = Exporter(self._jobs, self._work, request.words, request.pictures)
        room = conversation.room_id
        if room is None:
            then(NotExported(NOTHING_KEPT))
            return
        exporter.export(room, about, request.path, request.format, then)
