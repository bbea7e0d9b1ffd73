"""The list of chats around here, in a real window."""

import pytest

from chatapp.models.entities import ServerRow
from chatapp.views.rails.server_list import ServerList
from tests.chatapp.views.rail_reading import click, texts

PHYSICS = ServerRow("physics", "Physics 2b", "23 people · 2 ms")
GARDEN = ServerRow("garden", "Garden", "nobody yet · 4 ms", is_encrypted=False)


@pytest.fixture
def servers(place, look, settle) -> ServerList:
    servers = ServerList(place, look)
    servers.pack(fill="x")
    servers.show([], "Looking for chats around here…")
    settle()
    return servers


@pytest.fixture
def chosen(servers):
    chosen = []
    servers.on_choose = chosen.append
    return chosen


def test_each_server_stands_with_what_it_is(servers, settle):
    servers.show([PHYSICS, GARDEN], "")
    settle()

    assert sorted(texts(servers.rail)) == sorted(
        [PHYSICS.name, PHYSICS.details, GARDEN.name, GARDEN.details]
    )
    assert servers.words == ""


def test_where_there_are_none_words_say_why(servers, settle):
    servers.show([PHYSICS], "")
    servers.show([], "No chat was found.")
    settle()

    assert servers.words == "No chat was found."
    assert not servers.rail.winfo_ismapped()


def test_a_list_is_made_when_there_is_something_to_list(servers, settle):
    assert servers.rail is None

    servers.show([PHYSICS], "")
    settle()

    assert servers.rail.winfo_ismapped()


def test_the_cursor_in_the_list_is_told_of(servers, settle, mocker):
    servers.on_focus = mocker.Mock()
    servers.show([PHYSICS], "")
    settle()

    servers.rail.canvas.focus_force()
    settle()

    servers.on_focus.assert_called()


def test_what_comes_and_goes_moves_nothing_else(servers, settle):
    before = servers.winfo_height()

    servers.show([ServerRow(str(it), "chat", "1 person") for it in range(50)], "")
    settle()

    assert servers.winfo_height() == before > 50


def test_a_click_chooses(servers, chosen, settle):
    servers.show([PHYSICS, GARDEN], "")
    settle()

    click(servers.rail, "Garden", settle)

    assert chosen == ["garden"]


def test_arrows_and_enter_choose(servers, chosen, settle):
    servers.show([PHYSICS, GARDEN], "")
    servers.rail.canvas.focus_force()
    settle()

    servers.rail.canvas.event_generate("<Down>")
    servers.rail.canvas.event_generate("<Return>")
    settle()

    assert chosen == ["garden"]


def test_a_name_that_is_far_too_long_leaves_room_for_what_it_is(servers, settle):
    servers.show([ServerRow("long", "x" * 500, "2 people · 1 ms")], "")
    settle()

    assert "2 people · 1 ms" in texts(servers.rail)
    assert any(text.endswith("…") for text in texts(servers.rail))


def test_words_are_broken_into_lines_that_have_room_at_any_width(
    place, servers, settle
):
    servers.show([], "No chat was found around here: type the address of one.")
    servers.pack_forget()
    servers.pack_propagate(flag=False)
    cut = []

    for width in range(240, 300):
        servers.place(width=width)
        settle()
        if servers._words.winfo_reqwidth() > servers._words.winfo_width():
            cut.append(width)

    assert cut == []
