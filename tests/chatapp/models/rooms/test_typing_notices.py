"""What others are told of one's writing, and how often."""

import pytest

from chatapp.models.entities import Delivery
from chatapp.models.events import RequestRefused
from chatapp.models.rooms.typing_notices import AGAIN_SECONDS, PAUSE_SECONDS
from chatapp.wire.message import Message
from tests.chatapp.models.fakes import NetworkStage

ACTIVE, PAUSED, DONE = (
    f"@+typing={word};label=typing TAGMSG #lobby"
    for word in ("active", "paused", "done")
)


@pytest.fixture
def stage() -> NetworkStage:
    stage = NetworkStage()
    stage.sign_in()
    stage.enter()
    stage.wire.take_sent()
    return stage


def told(stage) -> list[str]:
    return [line for line in stage.wire.take_sent() if "TAGMSG" in line]


def test_others_are_told_at_once_and_then_not_too_often(stage):
    for text in ("h", "he", "hel"):
        stage.network.typing.wrote("#lobby", text)
    first = told(stage)
    stage.time.pass_by(AGAIN_SECONDS)
    stage.network.typing.wrote("#lobby", "hell")

    assert (first, told(stage)) == ([ACTIVE], [ACTIVE])


def test_who_stops_to_think_has_paused(stage):
    stage.network.typing.wrote("#lobby", "h")
    stage.time.pass_by(PAUSE_SECONDS)

    assert told(stage) == [ACTIVE, PAUSED]


def test_who_goes_on_after_a_pause_is_told_of_at_once(stage):
    stage.network.typing.wrote("#lobby", "h")
    stage.time.pass_by(PAUSE_SECONDS)
    stage.network.typing.wrote("#lobby", "he")

    assert told(stage) == [ACTIVE, PAUSED, ACTIVE]


def test_who_empties_the_box_has_done(stage):
    stage.network.typing.wrote("#lobby", "h")
    stage.network.typing.wrote("#lobby", "")
    stage.network.typing.wrote("#lobby", "")

    assert told(stage) == [ACTIVE, DONE]


def test_who_goes_to_another_room_has_done_in_this_one(stage):
    stage.network.typing.wrote("#lobby", "h")

    stage.network.typing.stop()

    assert told(stage) == [ACTIVE, DONE]


def test_a_message_says_itself_that_one_has_done(stage):
    stage.network.typing.wrote("#lobby", "hello")
    stage.network.typing.sent()
    stage.time.pass_by(PAUSE_SECONDS)

    assert told(stage) == [ACTIVE]


@pytest.mark.parametrize("text", ["/join #garden", "   "])
def test_nobody_is_told_of_commands_and_blanks(stage, text):
    stage.network.typing.wrote("#lobby", text)

    assert told(stage) == []


def test_it_can_be_switched_off(stage):
    stage.network.typing.is_on = lambda: False

    stage.network.typing.wrote("#lobby", "h")

    assert told(stage) == []


def test_nothing_is_told_without_a_connection(stage):
    stage.wire.end()

    stage.network.typing.wrote("#lobby", "h")
    stage.time.pass_by(PAUSE_SECONDS)

    assert told(stage) == []


def test_nobody_is_told_in_a_room_that_one_is_not_in(stage):
    stage.wire.feed(":ann!u@h KICK #lobby noor :Enough")

    stage.network.typing.wrote("#lobby", "h")

    assert told(stage) == []


def test_who_leaves_while_writing_says_no_more(stage):
    stage.network.typing.wrote("#lobby", "h")
    stage.wire.take_sent()

    stage.network.part("#lobby", "")
    stage.wire.feed(":noor!u@h PART #lobby")
    stage.network.typing.stop()

    assert told(stage) == []


def test_one_is_told_that_one_cannot_write_only_when_one_sends(stage):
    refusal = ":s 404 noor #lobby :Cannot send to channel"
    stage.network.typing.wrote("#lobby", "h")
    stage.wire.feed(f"@label=typing {refusal}")
    before = stage.told(RequestRefused)

    stage.network.say("#lobby", "hello")
    (label,) = (
        Message.parse(line).tags["label"]
        for line in stage.wire.take_sent()
        if "PRIVMSG" in line
    )
    stage.wire.feed(f"@label={label} {refusal}")

    assert before == []
    assert stage.network.history("#lobby")[-1].delivery is Delivery.FAILED
