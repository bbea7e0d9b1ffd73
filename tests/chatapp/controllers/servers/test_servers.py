"""Which server is shown, and in which order they stand, with mocked pages."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.servers import server_wording as wording
from chatapp.controllers.servers.servers import Place, ServersController, StripView
from chatapp.models.entities import MenuEntry, ServerTile


def tile(key: str, unread: int = 0) -> ServerTile:
    return ServerTile(key, f"Server {key}", f"host{key}:6667", "", unread=unread)


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(StripView, instance=True)


@pytest.fixture
def places(mocker: MockerFixture):
    found = [mocker.create_autospec(Place, instance=True) for _ in range(3)]
    for number, place in enumerate(found, 1):
        place.key = str(number)
        place.tile.return_value = tile(place.key)
    return found


@pytest.fixture
def servers(view, places) -> ServersController:
    servers = ServersController()
    for place in places:
        servers.put(place)
    servers.begin(view)
    servers.show(places[0])
    return servers


def shown_in(view) -> tuple[list[str], str]:
    tiles, shown, _ = view.show_servers.call_args.args
    return [each.key for each in tiles], shown


@pytest.mark.usefixtures("servers")
def test_the_strip_lists_all_servers_with_the_one_that_is_shown(view) -> None:
    assert shown_in(view) == (["1", "2", "3"], "1")


@pytest.mark.usefixtures("servers")
def test_choosing_a_tile_shows_its_page_instead_of_the_other(view, places) -> None:
    view.on_server("2")

    places[0].hide.assert_called_once_with()
    places[1].show.assert_called_once_with()
    assert shown_in(view)[1] == "2"


def test_a_key_shows_the_server_at_its_place(servers, places) -> None:
    servers.select_at(2)
    servers.select_at(3)

    assert servers.shown is places[2]


def test_a_single_server_needs_no_strip(view, places) -> None:
    servers = ServersController()
    servers.put(places[0])
    servers.begin(view)

    servers.show(places[0])

    assert shown_in(view) == ([], "1")
    places[0].tile.assert_not_called()


def test_it_is_drawn_only_when_something_is_new(servers, view, places) -> None:
    view.show_servers.reset_mock()
    servers.draw()
    drawn_before = view.show_servers.call_count
    places[1].tile.return_value = tile("2", unread=4)

    servers.draw()

    assert drawn_before == 0
    assert view.show_servers.call_args.args[0][1].unread == 4


def test_when_the_shown_one_goes_its_neighbour_is_shown(servers, places) -> None:
    servers.show(places[1])

    servers.remove(places[1])

    assert servers.shown is places[2]


def test_when_the_last_in_the_row_goes_the_one_before_is_shown(servers, places) -> None:
    servers.show(places[2])

    servers.remove(places[2])

    assert servers.shown is places[1]


def test_when_another_one_goes_the_page_stays(servers, places) -> None:
    servers.remove(places[2])

    assert servers.shown is places[0]
    places[0].hide.assert_not_called()


def test_without_a_chat_window_the_keys_do_nothing(servers, places) -> None:
    added = []
    servers.on_add = lambda: added.append(1)
    servers.end()

    servers.select_at(1)
    servers.add()

    assert servers.shown is places[0]
    assert added == []


def test_the_menu_says_where_a_server_can_be_moved(servers, view) -> None:
    servers.on_menu = lambda key: (
        [MenuEntry(f"About {key}", print)],
        [MenuEntry("Leave", print)],
    )

    words = [[it.words for part in view.on_menu(key) for it in part] for key in "123"]

    assert words == [
        ["About 1", wording.MOVE_DOWN, "Leave"],
        ["About 2", wording.MOVE_UP, wording.MOVE_DOWN, "Leave"],
        ["About 3", wording.MOVE_UP, "Leave"],
    ]


def test_a_server_that_is_moved_stands_elsewhere_in_the_row(servers, view) -> None:
    told = []
    servers.on_order = lambda: told.append(1)

    view.on_menu("3")[-2][0].do()

    assert shown_in(view)[0] == ["1", "3", "2"]
    assert told == [1]


def test_a_tile_that_is_dragged_stands_where_it_was_let_go(servers, view) -> None:
    view.on_move("1", 2)

    assert shown_in(view)[0] == ["2", "3", "1"]


def test_no_menu_comes_up_where_there_is_no_server(servers) -> None:
    assert servers.menu("9") == ()


def test_servers_can_be_put_into_an_order_at_once(servers, view) -> None:
    servers.arrange({"1": 2, "2": 0, "3": 1})

    assert shown_in(view)[0] == ["2", "3", "1"]
