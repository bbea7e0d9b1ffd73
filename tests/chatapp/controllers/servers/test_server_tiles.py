"""How a server is summed up, with a mocked network."""

import pytest

from chatapp.controllers.servers import server_wording as wording
from chatapp.controllers.servers.server_tiles import (
    signed_in_tile,
    signing_in_tile,
    signing_in_title,
)
from chatapp.models.entities import Connectedness, Room, RoomKind, SignInForm

FORM = SignInForm("10.0.0.5", "6667", "noor")


def test_all_that_is_new_on_a_server_is_summed_up(network) -> None:
    network.rooms.side_effect = lambda: [
        Room("#lobby", RoomKind.CHANNEL, unread=5, mentions=1),
        Room("kofi", RoomKind.DIRECT, unread=2),
    ]

    tile = signed_in_tile("1", network)

    assert (tile.unread, tile.mentions) == (7, 3)
    assert tile.name == network.name


def test_the_tooltip_says_where_it_is_and_as_whom_one_is_there(network) -> None:
    network.rooms.side_effect = list
    network.state = Connectedness.ONLINE

    words = signed_in_tile("1", network).words

    assert f"{network.host}:{network.port}" in words
    assert f"signed in as {network.nick}" in words


@pytest.mark.parametrize(
    ("problem", "trying", "standing", "state"),
    [
        (False, False, wording.NOT_SIGNED_IN, Connectedness.OFFLINE),
        (True, False, wording.NEEDS_YOU, Connectedness.OFFLINE),
        (
            False,
            True,
            wording.STATES[Connectedness.WAITING],
            Connectedness.WAITING,
        ),
    ],
)
def test_a_sign_in_says_whether_it_needs_somebody(
    network, problem, trying, standing, state
) -> None:
    network.state = Connectedness.OFFLINE

    tile = signing_in_tile("1", network, FORM, problem=problem, trying=trying)

    assert tile.words == f"10.0.0.5\n10.0.0.5:6667\n{standing}"
    assert (tile.state, tile.problem) == (state, problem)


@pytest.mark.parametrize(
    ("address", "title"),
    [("chat.example", "chat.example – chatapp"), ("", "New server – chatapp")],
)
def test_the_title_names_the_server_that_one_signs_in_to(address, title) -> None:
    assert signing_in_title(SignInForm(address)) == title
