"""Stand-ins that the controllers' tests share."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from pytest_mock import MockerFixture

from chatapp.controllers.writing.composer import ComposerView
from chatapp.models.entities import ChatMessage, Delivery, MenuPart
from chatapp.models.events import MessageAdded
from chatapp.models.program.event_bus import EventBus

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class FakeHistory(list[ChatMessage]):
    """A room's messages, as the controllers see them."""

    def __init__(self, messages: Iterable[ChatMessage] = ()) -> None:
        super().__init__(messages)
        self.cut: int | None = None
        self.filling = self.complete = False
        self.gaps: list[int] = []
        self.reader: str | None = None

    @property
    def confirmed_count(self) -> int:
        return sum(line.delivery is Delivery.CONFIRMED for line in self)

    def index_of(self, key: str) -> int | None:
        for index, message in enumerate(self):
            if message.key == key:
                return index
        return None

    def place_of(self, msgid: str) -> int | None:
        return next((at for at, it in enumerate(self) if it.msgid == msgid), None)

    def find(self, key: str) -> ChatMessage | None:
        return next((line for line in self if line.key == key), None)

    def with_msgid(self, msgid: str) -> ChatMessage | None:
        return next((line for line in self if msgid and line.msgid == msgid), None)

    def run_around(self, index: int) -> tuple[int, int]:
        if self.cut is None:
            return 0, len(self)
        return (0, self.cut) if index < self.cut else (self.cut, len(self))

    def holes(self) -> list[int]:
        return self.gaps

    def note_reader(self, key: str | None) -> None:
        self.reader = key


class FakeTimer:
    """A call that a test can let happen."""

    def __init__(self, seconds: float, callback: Callable[[], None]) -> None:
        self.seconds = seconds
        self.callback = callback
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class FakeScheduler:
    """Keeps what is to be called until the test calls it."""

    def __init__(self) -> None:
        self.timers: list[FakeTimer] = []

    def call_later(self, seconds: float, callback: Callable[[], None]) -> FakeTimer:
        self.timers.append(FakeTimer(seconds, callback))
        return self.timers[-1]

    def run_next(self) -> None:
        self.timers.pop(0).callback()


def message(key: str, room: str = "#lobby", **others: object) -> ChatMessage:
    values = {"sender": "Ada", "text": f"text of {key}", "time": NOON, **others}
    return ChatMessage(key, room, **values)


def messages(count: int, start: int = 0) -> list[ChatMessage]:
    return [message(f"k{number}") for number in range(start, start + count)]


class ListTranscript:
    """A transcript that only keeps what it was told to show."""

    def __init__(self, view) -> None:
        self.shown: list[ChatMessage] = []
        view.splice.side_effect = self.splice

    def splice(self, start: int, stop: int, added: Sequence[ChatMessage]) -> None:
        assert 0 <= start <= stop <= len(self.shown)
        self.shown[start:stop] = added

    def keys(self) -> list[str]:
        return [message.key for message in self.shown]


def say(bus: EventBus, history: FakeHistory, said: ChatMessage) -> None:
    history.append(said)
    bus.publish(MessageAdded(said))


def composer_view(mocker: MockerFixture):
    """Make a composer that shows what it was told to show."""
    view = mocker.create_autospec(ComposerView, instance=True)
    view.text.return_value = ""

    def show_text(text: str) -> None:
        view.text.return_value = text

    view.show_text.side_effect = show_text
    return view


def labels(parts: Sequence[MenuPart]) -> list[list[str]]:
    """Give what a menu offers, part by part; what is switched on has a tick."""
    return [[f"{it.words}{' ✓' * bool(it.is_on)}" for it in part] for part in parts]


def choose(parts: Sequence[MenuPart], words: str) -> None:
    """Choose an entry of a menu."""
    found = [entry for part in parts for entry in part if entry.words == words]
    assert len(found) == 1, labels(parts)
    found[0].do()
