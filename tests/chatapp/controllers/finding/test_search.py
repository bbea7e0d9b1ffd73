"""Searching as one types, with a mocked panel and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.finding.panel import PanelController, PanelLines, PanelView
from chatapp.controllers.finding.search import SearchPart
from chatapp.controllers.finding.searched_servers import server_in_window
from chatapp.controllers.moments import Moments
from chatapp.models.entities import FoundPage, PanelTab, Search
from chatapp.models.events import RoomSelected
from chatapp.models.finding.searching import Searching
from chatapp.models.rooms.ignoring import Ignoring
from tests.chatapp.controllers.fakes import NOON, messages


@pytest.fixture
def view(mocker: MockerFixture):
    view = mocker.create_autospec(PanelView, instance=True)
    view.text.return_value = ""
    return view


@pytest.fixture
def went_to() -> list[str]:
    return []


@pytest.fixture
def part(mocker, view, network, bus, scheduler) -> SearchPart:
    network.searching = mocker.create_autospec(Searching, instance=True)
    network.ignoring = mocker.create_autospec(Ignoring, instance=True)
    network.ignoring.ignores.side_effect = lambda nick: nick == "Pest"
    lines = PanelLines(Moments(lambda: NOON, lambda: "%H:%M"))
    own = server_in_window(network, lambda: NOON, lambda _line: None)
    part = SearchPart(view, network, bus, scheduler, own, lines)
    bus.publish(RoomSelected("#lobby"))
    return part


@pytest.fixture
def panel(view, part, went_to) -> PanelController:
    panel = PanelController(
        view, {PanelTab.SEARCH: part}, lambda line: went_to.append(line.key)
    )
    panel.open(PanelTab.SEARCH)
    view.reset_mock()
    return panel


def write(view, scheduler, text: str) -> None:
    """Type something and pause."""
    view.text.return_value = text
    view.on_type(text)
    scheduler.run_next()


def asked(network) -> Search:
    return network.searching.find.call_args.args[0]


def answer(network, page: FoundPage) -> None:
    network.searching.find.call_args.args[1](page)


def test_the_open_room_is_searched_once_somebody_pauses(
    panel, view, network, scheduler
) -> None:
    write(view, scheduler, "tea")

    assert asked(network) == Search("tea", room="#lobby")
    view.show_note.assert_called_with(wording.LOADING)


def test_while_somebody_types_on_nothing_is_searched(
    panel, view, network, scheduler
) -> None:
    view.on_type("t")
    view.on_type("te")

    assert [timer.cancelled for timer in scheduler.timers] == [True, False]
    network.searching.find.assert_not_called()


def test_everywhere_is_searched_once_that_is_chosen(panel, view, network) -> None:
    view.text.return_value = "tea"

    view.on_scope(False)

    assert asked(network) == Search("tea")
    view.show_scope.assert_called_with(False, "#lobby")


def test_what_is_found_is_shown_with_what_was_looked_for_marked(
    panel, view, network, scheduler
) -> None:
    write(view, scheduler, "text")

    answer(network, FoundPage(tuple(messages(50)), is_last=False))

    lines = view.add_lines.call_args.args[0]
    assert [(line.key, line.room, line.sender) for line in lines[:2]] == [
        ("k0", "", "Ada"),
        ("k1", "", "Ada"),
    ]
    assert [part.text for part in lines[0].parts if part.is_hit] == ["text"]
    assert view.add_lines.call_args.kwargs == {"has_more": True}
    view.show_note.assert_called_with("")


def test_the_room_is_named_where_several_are_searched(panel, view, network) -> None:
    view.text.return_value = "text"
    view.on_scope(False)

    answer(network, FoundPage(tuple(messages(1))))

    assert view.add_lines.call_args.args[0][0].room == "#lobby"


def test_who_is_ignored_is_not_found(panel, view, network, scheduler) -> None:
    write(view, scheduler, "text")

    pest = messages(1)[0].__class__("p", "#lobby", "Pest", "text", NOON)
    answer(network, FoundPage((pest,)))

    assert view.add_lines.call_args.args[0] == []


@pytest.mark.parametrize(
    ("page", "note"),
    [
        (FoundPage(), wording.NOTHING_HERE.format(room="#lobby")),
        (FoundPage(is_local=True), wording.LOCAL_ONLY),
        (
            FoundPage(is_local=True, reason="No."),
            wording.LOCAL_ONLY_WHY.format(reason="No."),
        ),
    ],
)
def test_where_nothing_is_shown_it_is_said_why(
    panel, view, network, scheduler, page: FoundPage, note: str
) -> None:
    write(view, scheduler, "tea")

    answer(network, page)

    view.show_note.assert_called_with(note)


def test_a_wrong_filter_is_said_in_the_panel(panel, view, network, scheduler) -> None:
    write(view, scheduler, "from:")

    view.show_note.assert_called_with(wording.MISSING_VALUE["from"], is_error=True)
    network.searching.find.assert_not_called()


def test_with_nothing_typed_the_panel_says_how_to_search(panel, view, network) -> None:
    view.on_scope(True)

    view.show_note.assert_called_with(wording.HINT)


def test_more_is_asked_for_as_one_scrolls(panel, view, network) -> None:
    view.text.return_value = "tea"
    view.on_scope(True)
    answer(network, FoundPage(tuple(messages(50)), is_last=False))

    view.on_more()

    network.searching.find.return_value.more.assert_called_once_with()


def test_a_chosen_message_is_gone_to(panel, view, network, scheduler, went_to) -> None:
    write(view, scheduler, "text")
    answer(network, FoundPage(tuple(messages(2))))

    view.on_choose("k1")

    assert went_to == ["k1"]


def test_another_room_is_searched_when_it_is_opened(
    panel, view, network, bus, scheduler
) -> None:
    write(view, scheduler, "tea")

    bus.publish(RoomSelected("Ada"))

    assert asked(network) == Search("tea", room="Ada")


def test_a_closed_panel_searches_nothing(panel, view, network, bus, scheduler) -> None:
    write(view, scheduler, "tea")
    network.searching.find.reset_mock()

    view.on_close()

    bus.publish(RoomSelected("Ada"))
    view.on_type("tea")

    network.searching.find.return_value.stop.assert_called_once_with()
    network.searching.find.assert_not_called()


def test_enter_goes_to_what_is_found_by_the_words_that_stand_there(
    panel, view, network, scheduler
) -> None:
    write(view, scheduler, "tea")
    answer(network, FoundPage(tuple(messages(2))))
    view.text.return_value = "text"
    view.on_type("text")

    view.on_enter()
    before = view.go_to_chosen.call_count
    asked_at_once = asked(network)
    answer(network, FoundPage(tuple(messages(2))))
    view.on_enter()

    assert before == 0
    assert asked_at_once == Search("text", room="#lobby")
    assert [view.go_to_chosen.call_count, scheduler.timers[-1].cancelled] == [2, True]


def test_who_types_on_after_enter_is_not_led_away(
    panel, view, network, scheduler
) -> None:
    write(view, scheduler, "tea")

    view.on_enter()
    view.on_type("teas")
    answer(network, FoundPage(tuple(messages(2))))

    view.go_to_chosen.assert_not_called()
