"""Saved messages in the panel and in the table of actions, with mocks."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.finding.panel import PanelLines, PanelView
from chatapp.controllers.messages.saved import SavedPart
from chatapp.controllers.moments import Moments
from chatapp.models.events import RoomSelected, SignedIn
from chatapp.models.messages.saving import Saving
from tests.chatapp.controllers.fakes import NOON, message, messages


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(PanelView, instance=True)


@pytest.fixture
def saving(mocker: MockerFixture):
    saving = mocker.create_autospec(Saving, instance=True)
    saving.is_known = False
    return saving


@pytest.fixture
def part(view, saving, bus) -> SavedPart:
    lines = PanelLines(Moments(lambda: NOON, lambda: "%H:%M"))
    return SavedPart(view, saving, bus, lines)


def open_with(part: SavedPart, saving, saved) -> None:
    part.begin()
    saving.read.call_args.args[0](saved)


def test_what_is_saved_is_shown_with_its_room(part, view, saving) -> None:
    open_with(part, saving, messages(2))

    lines = view.add_lines.call_args.args[0]
    assert [(line.key, line.room) for line in lines] == [
        ("k0", "#lobby"),
        ("k1", "#lobby"),
    ]
    view.show_note.assert_called_with("")


def test_enter_acts_as_soon_as_what_is_saved_is_there(part, saving) -> None:
    done: list[int] = []
    part.begin()
    part.when_listed(lambda: done.append(1))
    done_before = list(done)

    saving.read.call_args.args[0](messages(2))

    assert (done_before, done) == ([], [1])


def test_enter_does_nothing_once_another_part_is_open(part, saving) -> None:
    done: list[int] = []
    part.begin()
    part.when_listed(lambda: done.append(1))
    part.end()

    saving.read.call_args.args[0](messages(2))

    assert done == []


def test_where_nothing_is_saved_the_panel_says_how(part, view, saving) -> None:
    open_with(part, saving, [])

    view.show_note.assert_called_with(wording.NOTHING_SAVED)


def test_a_message_can_be_taken_out_in_the_panel(part, view, saving) -> None:
    (one,) = saved = messages(1)
    open_with(part, saving, saved)

    part.remove("k0")

    saving.remove.assert_called_once_with(one)
    view.remove_line.assert_called_once_with("k0")
    view.show_note.assert_called_with(wording.NOTHING_SAVED)


@pytest.mark.parametrize("event", [SignedIn("Kofi"), RoomSelected("#lobby")])
@pytest.mark.usefixtures("part")
def test_what_is_saved_is_known_before_anybody_asks(saving, bus, event) -> None:
    bus.publish(event)

    saving.read.assert_called_once()


def test_a_message_is_offered_to_be_saved_or_to_be_taken_out(part, saving) -> None:
    saving.can_save.return_value = False
    saving.is_saved.return_value = True
    save, unsave = part.actions()
    said = message("k1")

    assert (save.is_offered(said), unsave.is_offered(said)) == (False, True)
    unsave.act(said)
    saving.remove.assert_called_once_with(said)


def test_what_the_disk_tells_late_stays_out_of_another_part(part, view, saving) -> None:
    part.begin()

    part.end()
    saving.read.call_args.args[0](messages(2))

    view.clear.assert_not_called()
    view.add_lines.assert_not_called()
    view.show_note.assert_not_called()
    assert part.line("k0") is None


def test_that_a_message_is_saved_is_said_where_the_list_is_not_open(
    part, saving
) -> None:
    said, line = [], message("k1")
    part.on_saved = said.append
    save = part.actions()[0]

    save.act(line)
    part.begin()
    save.act(line)

    assert said == ["Saved for yourself. The panel at the side lists it."]
    assert saving.save.call_count == 2
