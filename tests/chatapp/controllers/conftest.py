"""Mocked views and models, for controllers that are tested without a display."""

from collections.abc import Callable, Sequence

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
    drafts: dict[str, str] = {}
    model.state = Connectedness.ONLINE
    model.room_looked_at = ""
    model.returns(
        history=history,
        people=people,
        fetch_older=True,
        count_messages=1,
        rooms_with=[],
    )
    model.does(
        rooms=lambda: tuple(rooms),
        room=lambda name: next((room for room in rooms if room.name == name), None),
        same=lambda one, other: one.casefold() == other.casefold(),
        draft=lambda room: drafts.get(room, ""),
        write_draft=drafts.__setitem__,
    )
    model.has(**PARTS)
    return model


def _part(kind: type, **returned: object) -> Callable[[], LazySpec]:
    """Give what makes a part of a server that can do no more than return these."""

    def make() -> LazySpec:
        part = LazySpec(kind)
        part.returns(**returned)
        return part

    return make


def _with(make: Callable[[], LazySpec], **values: object) -> Callable[[], LazySpec]:
    """Give what makes such a part, with these attributes."""

    def make_with() -> LazySpec:
        part = make()
        part.configure_mock(**values)
        return part

    return make_with


def _begun_edits() -> LazySpec:
    begun: dict[str, BegunEdit] = {}
    part = LazySpec(BegunEdits)
    part.does(
        of=begun.get,
        write=lambda room, *edit: begun.update({room: BegunEdit(*edit)}),
        end=lambda room: begun.pop(room, None),
    )
    return part


PARTS: dict[str, Callable[[], LazySpec]] = {
    "own_name": _part(OwnName),
    "standing": _part(Standing),
    "opening_kept": _part(OpeningKept),
    "expecting": _with(_part(Expecting), demand=ANY),
    "typing": _part(TypingNotices),
    "correcting": _part(Correcting, can_edit=False, can_delete=False),
    "operating": _part(Operating),
    "unsent": _part(Unsent),
    "answering": _part(Answering, is_possible=False, of=None),
    "begun_edits": _begun_edits,
    "emoji_reactions": _part(EmojiReactions, is_possible=False),
    "exports": _part(RoomExports),
    "arranging": _part(Arranging),
    "moderation": _with(
        _part(Moderation, powers=frozenset(), may_moderate=False),
        longest_topic=30,
        longest_reason=30,
    ),
    "directory": _with(_part(RoomDirectory), longest_name=50, leaves_out_below=0),
    "seen_people": _part(SeenPeople),
    "ignoring": _with(_part(Ignoring, ignores=False), nicks=[]),
}
