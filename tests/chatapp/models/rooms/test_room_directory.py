"""What one asks a server about its rooms."""

import pytest

from chatapp.models.events import RequestRefused
from chatapp.models.rooms.room_events import RoomLookedFor
from tests.chatapp.models.fakes import FULL, NetworkStage
from tests.chatapp.models.kept import SAFE


def sign_in(capabilities: str) -> NetworkStage:
    stage = NetworkStage()
    stage.sign_in(capabilities)
    stage.wire.feed(":s 005 noor ELIST=CMNTU CHANNELLEN=20 :are supported")
    stage.wire.take_sent()
    return stage


@pytest.mark.parametrize(
    ("capabilities", "sent", "below"),
    [(SAFE, ["LIST"], 0), (FULL, ["LIST >2"], 3)],
)
def test_only_elsewhere_small_rooms_are_left_out(capabilities, sent, below):
    stage = sign_in(capabilities)

    assert stage.network.directory.ask()

    assert stage.wire.take_sent() == sent
    assert stage.network.directory.leaves_out_below == below


def test_the_server_tells_how_long_a_name_may_be():
    assert sign_in(SAFE).network.directory.longest_name == 20
    assert NetworkStage().network.directory.longest_name == 50


def test_a_room_is_looked_for_without_coming_into_it():
    stage = sign_in(SAFE)

    assert stage.network.directory.look_for("#tea")
    stage.wire.feed(":s 403 noor #tea :No such channel")
    stage.wire.feed(":s PONG s chatapp-room-check")

    assert stage.wire.take_sent() == ["MODE #tea", "PING chatapp-room-check"]
    assert stage.told(RoomLookedFor) == [RoomLookedFor("#tea", is_there=False)]
    assert stage.told(RequestRefused) == []


def test_without_a_connection_nothing_is_asked():
    stage = NetworkStage()

    assert not stage.network.directory.ask()
    assert len(stage.told(RequestRefused)) == 1
