"""The transcript is a part of the history, whatever happens in whatever order."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.controllers.reading.conversation import MOST_SHOWN, ConversationController
from chatapp.models.entities import Delivery, Room, RoomKind
from chatapp.models.events import (
    FrameEnded,
    HistoryLoaded,
    MessageAdded,
    MessageReplaced,
    RoomSelected,
)
from chatapp.models.program.event_bus import EventBus
from tests.chatapp.controllers.fakes import (
    FakeHistory,
    ListTranscript,
    message,
    messages,
    say,
)

READER_STEPS = ("older", "newer", "jump")


class FreeView(ListTranscript):
    """A transcript for property tests, which mocks would slow down."""

    def __init__(self) -> None:
        self.shown = []

    def __getattr__(self, name: str):
        return lambda *_args, **_named: None


class NobodyIgnored:
    """Ignores nobody."""

    def ignores(self, _nick: str) -> bool:
        return False


class FreeNetwork:
    """A network for property tests, which mocks would slow down."""

    ignoring = NobodyIgnored()

    def __init__(self, history: FakeHistory) -> None:
        self._history = history

    def history(self, _room: str) -> FakeHistory:
        return self._history

    def room(self, name: str) -> Room:
        return Room(name, RoomKind.CHANNEL)

    def same(self, one: str, other: str) -> bool:
        return one == other

    def __getattr__(self, name: str):
        return lambda *_args, **_named: True


class FreeConversation:
    """A conversation of property tests: each method is something that can happen."""

    def __init__(self, count: int) -> None:
        self.bus, self.view = EventBus(), FreeView()
        self.all_said = FakeHistory(messages(count))
        network = FreeNetwork(self.all_said)
        self._controller = ConversationController(self.view, network, self.bus)
        self._made = 10_000
        self.older = self._controller.show_older
        self.newer = self._controller.show_newer
        self.jump = self._controller.jump_to_end
        self.bus.publish(RoomSelected("#lobby"))

    def say(self) -> None:
        self._made += 1
        said = message(f"k{self._made}")
        self.all_said.insert(self.all_said.confirmed_count, said)
        self.bus.publish(MessageAdded(said))

    def write(self) -> None:
        """Write something that is not confirmed: it stays at the end."""
        self._made += 1
        said = message(f"k{self._made}", delivery=Delivery.WAITING)
        say(self.bus, self.all_said, said)

    def page(self) -> None:
        self._made += 100
        self.all_said[0:0] = messages(50, start=self._made)
        self.bus.publish(HistoryLoaded("#lobby", 50, complete=False))

    def drop(self) -> None:
        if self.all_said:
            gone = self.all_said.pop()
            self.bus.publish(MessageReplaced("#lobby", gone.key, None))

    def leave(self) -> None:
        self.view.on_end(False)

    def back(self) -> None:
        self.view.on_end(True)


@given(
    steps=st.lists(
        st.sampled_from(
            ["say", "write", "page", "drop", "leave", "back", *READER_STEPS]
        ),
        max_size=40,
    ),
    count=st.integers(0, 900),
)
def test_whatever_happens_the_transcript_is_a_part_of_the_history(
    steps: list[str], count: int
) -> None:
    conversation = FreeConversation(count)

    for step in steps:
        getattr(conversation, step)()
        conversation.bus.publish(FrameEnded())

        shown, history = conversation.view.shown, conversation.all_said
        start = history.index_of(shown[0].key) if shown else 0
        assert len(shown) <= MOST_SHOWN
        assert shown == history[start : start + len(shown)]
