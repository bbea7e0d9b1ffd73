"""A server that echoes nothing: a PONG tells that it has what was said before."""

import pytest

from chatapp.models.entities import Delivery
from chatapp.models.events import RequestRefused
from chatapp.models.outbox.progress import NOT_SURE


@pytest.fixture
def plain(stage):
    stage.sign_in(capabilities="")
    stage.enter()
    stage.wire.sent.clear()
    return stage


def states(stage, room: str = "#lobby") -> list[tuple[str, Delivery]]:
    return [(it.text, it.delivery) for it in stage.network.history(room)[1:]]


def last_asked(stage) -> str:
    """Give the token of the PING that went out last."""
    pings = [line for line in stage.wire.sent if line.startswith("PING ")]
    return pings[-1].removeprefix("PING ")


def answer(stage) -> None:
    """Answer the PING that went out last."""
    stage.wire.feed(f":s PONG s :{last_asked(stage)}")


def test_what_is_said_counts_as_said_when_the_server_has_come_that_far(plain):
    plain.network.say("#lobby", "hello")
    before = states(plain)

    answer(plain)

    assert before == [("hello", Delivery.SENT)]
    assert states(plain) == [("hello", Delivery.CONFIRMED)]


def test_one_is_out_at_a_time_so_that_a_refusal_is_of_the_right_one(plain):
    plain.network.say("#lobby", "one")
    plain.network.say("#lobby", "two")
    answer(plain)

    plain.wire.feed(":s 404 noor #lobby :Cannot send to channel")
    answer(plain)

    confirmed, failed = (Delivery.CONFIRMED, Delivery.FAILED)
    assert states(plain) == [("one", confirmed), ("two", failed)]
    assert plain.wire.take_said() == ["#lobby one", "#lobby two"]
    assert not plain.told(RequestRefused)


def test_what_was_said_as_the_link_died_is_asked_about(plain):
    plain.network.say("#lobby", "hello")

    plain.wire.end()

    unclear = plain.network.history("#lobby")[-1]
    assert (unclear.delivery, unclear.problem) == (Delivery.FAILED, NOT_SURE)


def test_a_question_that_overtakes_a_receipt_leaves_it_unanswered(plain):
    plain.enter("#other")
    plain.network.say("#lobby", "one")
    receipt = last_asked(plain)
    plain.time.pass_by(1)  # the keepalive asks, and is answered first
    answer(plain)
    plain.network.say("#other", "two")

    plain.wire.feed(f":s PONG s :{receipt}")
    after = states(plain), states(plain, "#other")
    plain.wire.feed(":s 404 noor #other :Cannot send to channel")
    answer(plain)

    assert after == ([("one", Delivery.CONFIRMED)], [("two", Delivery.SENT)])
    assert states(plain, "#other") == [("two", Delivery.FAILED)]
