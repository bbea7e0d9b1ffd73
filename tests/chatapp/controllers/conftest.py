"""Mocked views and models, for controllers that are tested without a display."""

from collections.abc import Sequence

import pytest

from chatapp.models.accounts.own_name import OwnName
from chatapp.models.connection.encryption import ANY
from chatapp.models.connection.expecting import Expecting
from chatapp.models.connection.standing import Standing
from chatapp.models.entities import Connectedness, Person, Room, RoomKind
from chatapp.models.export.room_exports import RoomExports
from chatapp.models.hosting.operating import Operating
from chatapp.models.messages.answering import Answering
from chatapp.models.messages.begun_edits import BegunEdits
from chatapp.models.messages.correcting import Correcting
from chatapp.models.messages.emoji_reactions import EmojiReactions
from chatapp.models.network import Network
from chatapp.models.opening_kept import OpeningKept
from chatapp.models.outbox.unsent import Unsent
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.arranging import Arranging
from chatapp.models.rooms.ignoring import Ignoring
from chatapp.models.rooms.moderation import Moderation
from chatapp.models.rooms.room_directory import RoomDirectory
from chatapp.models.rooms.seen_people import SeenPeople
from chatapp.models.rooms.typing_notices import TypingNotices
from chatapp.models.storage.rooms import BegunEdit
from tests.chatapp.controllers.fakes import FakeHistory, FakeScheduler
from tests.chatapp.controllers.lazy_spec import LazySpec


@pytest.fixture
def bus() -> EventBus:
    return EventBus()


@pytest.fixture
def scheduler() -> FakeScheduler:
    return FakeScheduler()


@pytest.fixture
def history() -> FakeHistory:
    return FakeHistory()


@pytest.fixture
def rooms() -> list[Room]:
    return [Room("#lobby", RoomKind.CHANNEL), Room("Ada", RoomKind.DIRECT)]


@pytest.fixture
def people() -> Sequence[Person]:
    return [Person("Ada", rank="@"), Person("Adam"), Person("Kofi", is_me=True)]


@pytest.fixture
def network(
    history: FakeHistory,
    rooms: list[Room],
    people: Sequence[Person],
) -> Network:
    model = LazySpec(Network)
    model.nick, model.host, model.port, model.name = "Kofi", "10.0.0.5", 6667, "Lab"
    model.away = False
    model.history.return_value = history
    model.rooms.side_effect = lambda: tuple(rooms)
    model.room.side_effect = lambda name: next(
        (room for room in rooms if room.name == name), None
    )
    model.people.return_value = people
    model.same.side_effect = lambda one, other: one.casefold() == other.casefold()
    model.fetch_older.return_value = True
    model.room_looked_at = ""
    model.count_messages.return_value = 1
    drafts: dict[str, str] = {}
    model.draft.side_effect = lambda room: drafts.get(room, "")
    model.write_draft.side_effect = drafts.__setitem__
    model.state = Connectedness.ONLINE
    model.rooms_with.return_value = []
    _give_parts(model)
    return model


def _give_parts(model: Network) -> None:
    """Let a server have its parts, none of which can do much."""
    model.own_name = LazySpec(OwnName)
    model.standing = LazySpec(Standing)
    model.opening_kept = LazySpec(OpeningKept)
    model.expecting = LazySpec(Expecting)
    model.expecting.demand = ANY
    model.typing = LazySpec(TypingNotices)
    model.correcting = LazySpec(Correcting)
    model.correcting.can_edit.return_value = False
    model.correcting.can_delete.return_value = False
    model.operating = LazySpec(Operating)
    model.unsent = LazySpec(Unsent)
    model.answering = LazySpec(Answering)
    model.answering.is_possible.return_value = False
    model.answering.of.return_value = None
    begun: dict[str, BegunEdit] = {}
    model.begun_edits = LazySpec(BegunEdits)
    model.begun_edits.of.side_effect = begun.get
    model.begun_edits.write.side_effect = lambda room, *edit: begun.update(
        {room: BegunEdit(*edit)}
    )
    model.begun_edits.end.side_effect = lambda room: begun.pop(room, None)
    model.emoji_reactions = LazySpec(EmojiReactions)
    model.emoji_reactions.is_possible.return_value = False
    model.exports = LazySpec(RoomExports)
    model.arranging = LazySpec(Arranging)
    model.moderation = LazySpec(Moderation)
    model.moderation.longest_topic = model.moderation.longest_reason = 30
    model.moderation.powers.return_value = frozenset()
    model.moderation.may_moderate.return_value = False
    model.directory = LazySpec(RoomDirectory)
    model.directory.longest_name = 50
    model.directory.leaves_out_below = 0
    model.seen_people = LazySpec(SeenPeople)
    model.ignoring = LazySpec(Ignoring)
    model.ignoring.ignores.return_value = False
    model.ignoring.nicks = []
