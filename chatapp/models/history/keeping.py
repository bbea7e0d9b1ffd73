"""Joins what is open in the window with what the database keeps of it."""

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from chatapp.models.connection.encryption import Answering
from chatapp.models.events import RoomChanged
from chatapp.models.history.kept_profile import (
    KeptProfile,
    read_left,
    read_profile,
    row_of,
)
from chatapp.models.outbox.shelf import Shelf
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.storage import rooms as kept_rooms
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.outbox import KeptMessage
from chatapp.models.storage.profiles import Profile, keep_open_room
from chatapp.models.storage.rooms import BegunEdit, KeptRoom

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

DRAFT_SECONDS = 0.4

Identified = Callable[[int | None], None]
RoomWork = Callable[[sqlite3.Connection, int], None]
ProfileWork = Callable[[sqlite3.Connection, int], None]


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
        answering: Answering | None,
        then: Callable[[KeptProfile | None], None],
        found_more: Callable[[Sequence[KeptMessage]], None],
    ) -> None:
        """Take up a profile; `then` is told what is kept and not known yet, if any.

        Of one that is taken up already, `found_more` is told what other windows have
        left meanwhile. What was written for a server that another one is `answering`
        for now waits until somebody sends it; with None, none answers yet.
        """
        if answering and self.has_taken_up(profile):
            then(None)
            self._jobs.submit(
                lambda connection: read_left(
                    connection, profile, answering, self._shelf
                ),
                lambda left: found_more(left) if self._profile == profile else None,
            )
            return
        before, self._profile = self._profile, profile
        self._shelf.profile = profile
        if before not in (None, profile):
            self._leave_rows()
            self.on_other_history()

        def read(connection: sqlite3.Connection) -> KeptProfile:
            return read_profile(connection, profile, answering, self._shelf)

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
                lambda connection: work(connection, row_of(connection, profile))
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
            row = row_of(connection, profile)
            room_id = kept_rooms.room_id_for(connection, row, key, name, kind)
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
