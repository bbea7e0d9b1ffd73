"""What is drawn once a frame, on a bus."""

import pytest

from chatapp.controllers.drawing import Drawing
from chatapp.models.events import FrameEnded, PeopleChanged, RoomChanged


@pytest.fixture
def drawn() -> list[str]:
    return []


def test_many_changes_in_a_frame_are_drawn_once(bus, drawn) -> None:
    Drawing(bus, lambda: drawn.append("x"), RoomChanged, PeopleChanged)

    for _ in range(9):
        bus.publish(RoomChanged("#a"))
        bus.publish(PeopleChanged("#a"))
    assert drawn == []
    bus.publish(FrameEnded())
    bus.publish(FrameEnded())

    assert drawn == ["x"]


def test_without_a_change_nothing_is_drawn(bus, drawn) -> None:
    Drawing(bus, lambda: drawn.append("x"), RoomChanged)

    bus.publish(PeopleChanged("#a"))
    bus.publish(FrameEnded())

    assert drawn == []


def test_what_is_due_from_the_beginning_is_drawn_after_the_first_frame(
    bus, drawn
) -> None:
    Drawing(bus, lambda: drawn.append("x"), is_due=True)

    bus.publish(FrameEnded())

    assert drawn == ["x"]


def test_what_is_drawn_at_once_is_not_drawn_again(bus, drawn) -> None:
    drawing = Drawing(bus, lambda: drawn.append("x"))

    drawing.be_due()
    drawing.catch_up()
    bus.publish(FrameEnded())

    assert drawn == ["x"]
