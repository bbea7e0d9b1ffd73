"""A room that is closed is let go of, with all that was said in it."""

import gc
import weakref

from chatapp.models.events import RoomSelected
from chatapp.models.rooms.admission import TRY_AGAIN_SECONDS
from tests.chatapp.models.fakes import FULL, NetworkStage

COUNT = 40


def test_nothing_holds_a_room_that_is_closed():
    stage = NetworkStage()
    stage.sign_in(f"{FULL} draft/read-marker")
    stage.enter("#garden")
    stage.give_page("#garden")
    stage.bus.publish(RoomSelected("#garden"))
    for number in range(COUNT):
        said = f"@msgid=m{number:05};time=2026-01-01T00:00:{number:02}.000Z"
        stage.wire.feed(f"{said} :Ann!a@h PRIVMSG #garden :line {number}")
    stage.wire.feed(":s MARKREAD #garden timestamp=2026-01-01T00:00:10.000Z")
    stage.network.mark_read("#garden")
    stage.time.pass_by(60)
    history = weakref.ref(stage.network.history("#garden"))

    stage.network.close("#garden")
    stage.wire.feed(":noor!u@h PART #garden")
    stage.enter("#kitchen")
    stage.bus.publish(RoomSelected("#kitchen"))
    gc.collect()

    assert history() is None


def test_nothing_holds_a_closed_room_that_was_to_be_tried_again():
    stage = NetworkStage()
    stage.sign_in()
    stage.enter("#garden")
    stage.wire.end()
    stage.reconnect()
    stage.welcome()
    stage.wire.feed(":s 480 noor #garden :Throttle exceeded, try again later")
    history = weakref.ref(stage.network.history("#garden"))

    stage.network.close("#garden")
    stage.stay_online(int(TRY_AGAIN_SECONDS) + 1)
    gc.collect()

    assert history() is None
