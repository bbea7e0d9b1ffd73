"""Joins what is open in the window with what the database keeps of it."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.models.connection.encryption import Answering
from chatapp.models.events import RoomChanged
from chatapp.models.outbox.shelf import Shelf
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.storage import rooms as kept_rooms
from chatapp.models.storage.ignored import read_ignored
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.outbox import KeptMessage, hold_back
from chatapp.models.storage.profiles import (
    Profile,
    keep_known_by,
    keep_open_room,
    profile_id_for,
    read_known_by,
    read_open_room,
)
from chatapp.models.storage.rooms import BegunEdit, KeptRoom

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

DRAFT_SECONDS = 0.4
FOR_ANOTHER = _(
    "This was written when the server had another certificate. Send it only if it is"
    " the same server."
)

Identified = Callable[[int | None], None]
RoomWork = Callable[[sqlite3.Connection, int], None]
ProfileWork = Callable[[sqlite3.Connection, int], None]


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """What was open, and not sent, when this profile's window was last there.

    `read_until` is when the newest line was said that was read in any room.
    """

    rooms: tuple[KeptRoom, ...] = ()
    read_until: datetime | None = None
    open_room: str = ""
    outbox: tuple[KeptMessage, ...] = ()
    ignored: tuple[str, ...] = ()


class Keeping:
    """Gives each conversation its place in the database, and keeps how it stands."""

    def __init__(
        self,
        jobs: Jobs,
        conversations: Conversations,
        shelf: Shelf,
        scheduler: Scheduler,
        publish: Callable[[RoomChanged], None],
    ) -> None:
        self.on_other_history: Callable[[], None] = lambda: None
        self._profile: Profile | None = None
        self._known: Profile | None = None
        self._jobs = jobs
        self._conversations = conversations
        self._shelf = shelf
        self._scheduler = scheduler
        self._publish = publish
        self._waiting: dict[Conversation, list[Identified]] = {}
        self._written: dict[Conversation, None] = {}
        self._timer: Timer | None = None

    def begin(
        self,
        profile: Profile,
        answering: Answering,
        then: Callable[[KeptProfile | None], None],
    ) -> None:
        """Take up a profile; `then` is told what is kept and not known yet, if any.

        What was written for a server that another one is `answering` for now waits
        until somebody sends it.
        """
        if self.has_taken_up(profile):
            self.note(
                lambda connection, row: keep_known_by(
                    connection, row, answering.known_by
                )
            )
            then(None)
            return
        before, self._profile = self._profile, profile
        self._shelf.profile = profile
        if before not in (None, profile):
            self._leave_rows()
            self.on_other_history()

        def read(connection: sqlite3.Connection) -> KeptProfile:
            return self._read(connection, profile, answering)

        def found(kept: KeptProfile) -> None:
            if self._profile == profile:
                self._known = profile
                then(kept)

        self._jobs.submit(read, found, lambda _reason: then(None))

    def has_taken_up(self, profile: Profile) -> bool:
        """Tell whether this profile is the one that is open, and was read."""
        return profile == self._known == self._profile

    def end(self) -> None:
        """Keep what is not kept yet, and have nothing to do with a profile any more."""
        self.save_written()
        self._profile = self._known = None
        self._waiting.clear()
        self._shelf.let_go()

    def identify(
        self, conversation: Conversation, then: Identified | None = None
    ) -> None:
        """Find a conversation's row; `then` is told its id, None when it has none."""
        if conversation.room_id is not None or self._profile is None:
            if then:
                then(conversation.room_id)
            return
        is_asked = conversation in self._waiting
        waiting = self._waiting.setdefault(conversation, [])
        if then:
            waiting.append(then)
        if not is_asked:
            self._ask(conversation, self._profile)

    def closed(self, conversation: Conversation) -> None:
        """Note that a conversation is closed; one that opens again has its draft."""
        self.save_written()
        self.update(conversation, kept_rooms.close_room)

    def renamed(self, conversation: Conversation) -> None:
        """Note that a conversation has another name."""
        name = conversation.name
        key = self._conversations.key_of(name)
        self.update(
            conversation,
            lambda connection, room: kept_rooms.keep_name(connection, room, key, name),
        )

    def admitted(self, conversation: Conversation) -> None:
        """Note which word lets one into a channel."""
        word = conversation.key
        self.update(
            conversation,
            lambda connection, room: kept_rooms.keep_channel_key(
                connection, room, word
            ),
        )

    def note(self, work: ProfileWork) -> None:
        """Change what is kept of the profile, whatever that is."""
        profile = self._profile
        if profile:
            self._jobs.submit(
                lambda connection: work(connection, _profile_id(connection, profile))
            )

    def read(self, conversation: Conversation) -> None:
        """Note how far a conversation is read."""
        marker = conversation.marker
        if marker:
            self.update(
                conversation,
                lambda connection, room: kept_rooms.keep_marker(
                    connection, room, marker
                ),
            )

    def count_anew(
        self, conversation: Conversation, then: Callable[[KeptRoom], None]
    ) -> None:
        """Count what is unread of all that is kept; where nothing is, do not."""
        room_id = conversation.room_id
        if room_id is not None:
            self._jobs.submit(
                lambda connection: kept_rooms.read_room(connection, room_id), then
            )

    def looked_at(self, name: str) -> None:
        """Note which conversation is on the screen."""
        key = self._conversations.key_of(name)
        self.note(lambda connection, profile: keep_open_room(connection, profile, key))

    def write_draft(self, conversation: Conversation, draft: str) -> None:
        """Keep what is written and not sent: soon, and an empty one at once."""
        if draft != conversation.draft:
            conversation.draft = draft
            self._keep_soon(conversation, at_once=not draft)

    def write_edit(self, conversation: Conversation, edit: BegunEdit | None) -> None:
        """Keep which message is to have other words: soon, and that none is at once."""
        if edit != conversation.begun_edit:
            conversation.begun_edit = edit
            self._keep_soon(conversation, at_once=edit is None)

    def save_written(self) -> None:
        """Keep what is written and not kept yet."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        written, self._written = self._written, {}
        for conversation in written:
            self.identify(conversation, partial(self._save_written, conversation))

    def _keep_soon(self, conversation: Conversation, *, at_once: bool) -> None:
        self._written[conversation] = None
        if at_once:
            self.save_written()
        elif self._timer is None:
            self._timer = self._scheduler.call_later(DRAFT_SECONDS, self.save_written)

    def _save_written(self, conversation: Conversation, room_id: int | None) -> None:
        """Keep it with what an earlier window had written, which is known by now."""
        draft, edit = conversation.draft, conversation.begun_edit
        if room_id is not None:
            self._jobs.submit(
                lambda connection: kept_rooms.keep_written(
                    connection, room_id, draft, edit
                )
            )

    def update(self, conversation: Conversation, work: RoomWork) -> None:
        """Change a conversation's row, as soon as it has one."""

        def submit(room_id: int | None) -> None:
            if room_id is not None:
                self._jobs.submit(lambda connection: work(connection, room_id))

        self.identify(conversation, submit)

    def _ask(self, conversation: Conversation, profile: Profile) -> None:
        key = self._conversations.key_of(conversation.name)
        name, kind = conversation.name, conversation.kind

        def find(connection: sqlite3.Connection) -> KeptRoom:
            profile_id = _profile_id(connection, profile)
            room_id = kept_rooms.room_id_for(connection, profile_id, key, name, kind)
            kept_rooms.open_room(connection, room_id)
            return kept_rooms.read_room(connection, room_id)

        self._jobs.submit(
            find,
            lambda kept: self._found(conversation, profile, kept),
            lambda _reason: self._found(conversation, profile, None),
        )

    def _found(
        self, conversation: Conversation, profile: Profile, kept: KeptRoom | None
    ) -> None:
        if profile != self._profile:
            return
        if kept and conversation.room_id is None:
            conversation.take_up(kept)
            self._publish(RoomChanged(conversation.name))
        for then in self._waiting.pop(conversation, ()):
            then(conversation.room_id)

    def _leave_rows(self) -> None:
        """The server has another history now: what is open has other rows there."""
        for conversation in self._conversations.all():
            conversation.room_id = None
            for then in self._waiting.pop(conversation, ()):
                then(None)

    def _read(
        self, connection: sqlite3.Connection, profile: Profile, answering: Answering
    ) -> KeptProfile:
        profile_id = _profile_id(connection, profile)
        before = read_known_by(connection, profile_id)
        if before not in ("", answering.known_by, answering.said_to_be):
            hold_back(connection, profile_id, FOR_ANOTHER)
        keep_known_by(connection, profile_id, answering.known_by)
        return KeptProfile(
            tuple(kept_rooms.read_open_rooms(connection, profile_id)),
            kept_rooms.read_until(connection, profile_id),
            read_open_room(connection, profile_id),
            tuple(self._shelf.take_over(connection, profile_id)),
            tuple(read_ignored(connection, profile_id)),
        )


def _profile_id(connection: sqlite3.Connection, profile: Profile) -> int:
    return profile_id_for(connection, profile.network, profile.username)
