"""Joins what is open in the window with what the database keeps of it."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from chatapp.models.conversations import Conversation, Conversations
from chatapp.models.storage import rooms as kept_rooms
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.profiles import Profile, profile_id_for, read_open_room
from chatapp.models.storage.rooms import KeptRoom

Identified = Callable[[int | None], None]


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """What was open when this profile's window was last there."""

    id: int
    rooms: tuple[KeptRoom, ...] = ()
    open_room: str = ""


class Keeping:
    """Gives each conversation its place in the database, soon after it opens."""

    def __init__(self, jobs: Jobs, conversations: Conversations) -> None:
        self.profile: Profile | None = None
        self._known: Profile | None = None
        self._jobs = jobs
        self._conversations = conversations
        self._waiting: dict[Conversation, list[Identified]] = {}
        conversations.on_open = self.identify

    def begin(
        self, profile: Profile, then: Callable[[KeptProfile | None], None]
    ) -> None:
        """Take up a profile; `then` is told what is kept and not known yet, if any."""
        if profile == self._known:
            then(None)
            return
        if self.profile and profile != self.profile:
            self._forget_rows()
        self.profile = profile

        def found(kept: KeptProfile) -> None:
            if self.profile == profile:
                self._known = profile
                then(kept)

        self._jobs.submit(
            lambda connection: _read_profile(connection, profile),
            found,
            lambda _reason: then(None),
        )

    def end(self) -> None:
        """Have nothing to do with a profile any more."""
        self.profile = self._known = None
        self._waiting.clear()

    def identify(
        self, conversation: Conversation, then: Identified | None = None
    ) -> None:
        """Find a conversation's row; `then` is told its id, None when it has none."""
        if conversation.room_id is not None or self.profile is None:
            if then:
                then(conversation.room_id)
            return
        is_asked = conversation in self._waiting
        waiting = self._waiting.setdefault(conversation, [])
        if then:
            waiting.append(then)
        if not is_asked:
            self._ask(conversation, self.profile)

    def _ask(self, conversation: Conversation, profile: Profile) -> None:
        key, name, kind = (
            self._conversations.key_of(conversation.name),
            conversation.name,
            conversation.kind,
        )

        def find(connection: sqlite3.Connection) -> KeptRoom:
            profile_id = profile_id_for(connection, profile.network, profile.username)
            room_id = kept_rooms.room_id_for(connection, profile_id, key, name, kind)
            kept_rooms.open_room(connection, room_id)
            return kept_rooms.read_room(connection, room_id)

        self._jobs.submit(
            find,
            lambda kept: self._found(conversation, kept),
            lambda _reason: self._found(conversation, None),
        )

    def _forget_rows(self) -> None:
        """The server has another history now: what is open has other rows there."""
        for conversation in self._conversations.all():
            conversation.room_id = None

    def _found(self, conversation: Conversation, kept: KeptRoom | None) -> None:
        if kept:
            conversation.room_id = kept.id
        for then in self._waiting.pop(conversation, ()):
            then(conversation.room_id)


def _read_profile(connection: sqlite3.Connection, profile: Profile) -> KeptProfile:
    profile_id = profile_id_for(connection, profile.network, profile.username)
    return KeptProfile(
        profile_id,
        tuple(kept_rooms.read_open_rooms(connection, profile_id)),
        read_open_room(connection, profile_id),
    )
