"""One's own coming and going is not told, and stands in nobody's way."""

import pytest

from chatapp.controllers.reading.conversation import (
    ConversationController,
    TranscriptView,
)
from chatapp.controllers.reading.shown_lines import ShownLines
from chatapp.models.entities import Change, MessageKind
from chatapp.models.events import FrameEnded, MessageAdded, RoomSelected
from chatapp.models.program.event_bus import EventBus
from chatapp.models.settings.choices import Comings
from tests.chatapp.controllers.fakes import FakeHistory, message, messages

LINES = ShownLines("Troll".__eq__, lambda: Comings.SHOWN)


@pytest.fixture
def shown(mocker):
    return []


@pytest.fixture
def view(mocker, shown):
    view = mocker.create_autospec(TranscriptView, instance=True)

    def splice(start, stop, added):
        shown[start:stop] = added

    view.splice.side_effect = splice
    return view


@pytest.fixture
def controller(view, network, bus: EventBus) -> ConversationController:
    return ConversationController(view, network, bus)


def comings(count: int, start: int = 0, *, mine: bool = True):
    """Make lines that tell of somebody's coming and going."""
    return [
        message(
            f"c{number}",
            kind=MessageKind.CHANGE,
            change=Change.QUIT if number % 2 else Change.JOINED,
            mine=mine,
        )
        for number in range(start, start + count)
    ]


def keys(lines) -> list[str]:
    return [line.key for line in lines]


def test_ones_own_coming_and_going_is_not_shown() -> None:
    history = FakeHistory([*messages(1), *comings(2), *messages(1, start=1)])

    assert keys(LINES.of(history, 0, 4)) == ["k0", "k1"]


def test_who_leaves_and_comes_back_reads_of_neither() -> None:
    changes = (Change.LEFT, Change.JOINED, Change.LEFT, Change.JOINED)
    history = FakeHistory(
        message(f"c{number}", kind=MessageKind.CHANGE, change=change, mine=True)
        for number, change in enumerate(changes)
    )

    assert LINES.of(history, 0, 4) == []


def test_what_somebody_says_whom_one_ignores_is_not_shown() -> None:
    history = FakeHistory(
        [
            message("k0", sender="Troll"),
            message("k1", sender="Troll", kind=MessageKind.CHANGE, change=Change.LEFT),
            message("k2"),
        ]
    )

    assert keys(LINES.of(history, 0, 3)) == ["k1", "k2"]


def test_that_of_others_is_shown() -> None:
    history = FakeHistory(comings(2, mine=False))

    assert keys(LINES.of(history, 0, 2)) == ["c0", "c1"]


def test_ones_own_other_changes_are_shown() -> None:
    history = FakeHistory(
        [message("t", kind=MessageKind.CHANGE, change=Change.TOPIC, mine=True)]
    )

    assert keys(LINES.of(history, 0, 1)) == ["t"]


def test_a_page_has_so_many_shown_lines_however_many_are_not() -> None:
    history = FakeHistory([*messages(5), *comings(100), *messages(3, start=5)])

    assert LINES.go_back(history, 108, 0, 5) == 3
    assert LINES.go_back(history, 108, 50, 5) == 50
    assert LINES.go_on(history, 3, 108, 4) == 107
    assert LINES.go_on(history, 3, 108, 9) == 108


def test_a_room_opens_with_what_was_said_before_many_comings(
    controller, shown, bus, history
) -> None:
    history.extend([*messages(3), *comings(500)])

    bus.publish(RoomSelected("#lobby"))

    assert keys(shown) == ["k0", "k1", "k2"]


def test_scrolling_up_passes_over_many_comings(
    controller, shown, view, bus, history
) -> None:
    history.extend([*messages(50), *comings(500), *messages(300, start=50)])
    bus.publish(RoomSelected("#lobby"))

    for _ in range(4):
        view.on_older()

    assert keys(shown)[0] == "k0"


def test_where_only_comings_are_known_what_was_said_is_fetched(
    controller, view, network, bus, history
) -> None:
    history.extend(comings(20))

    bus.publish(RoomSelected("#lobby"))

    network.fetch_older.assert_called_once_with("#lobby")
    view.show_empty.assert_called_once()


def test_what_is_said_after_one_has_come_is_shown(
    controller, shown, bus, history
) -> None:
    history.extend(comings(1))
    bus.publish(RoomSelected("#lobby"))

    history.append(message("said"))
    bus.publish(MessageAdded(history[-1]))
    bus.publish(FrameEnded())

    assert keys(shown) == ["said"]
