"""An echo without a label, whose words the server has changed on the way."""

import pytest

from chatapp.models.entities import Delivery

LONG = "word " * 90


@pytest.fixture
def echoing(stage):
    stage.sign_in(capabilities="echo-message")
    stage.enter()
    return stage


def states(stage) -> list[tuple[str, Delivery]]:
    return [(it.text, it.delivery) for it in stage.network.history("#lobby")[1:]]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("\x02bold\x02 words", "bold words"),
        (LONG, LONG[:-40]),
        (f"{LONG}\u00e4", f"{LONG}\ufffd"),
    ],
)
def test_what_a_server_has_stripped_or_cut_is_the_same_message(echoing, said, heard):
    echoing.network.say("#lobby", said)

    echoing.wire.feed(f":noor!u@h PRIVMSG #lobby :{heard}")

    assert states(echoing) == [(heard, Delivery.CONFIRMED)]


def test_the_same_words_come_before_words_that_are_alike(echoing):
    echoing.network.say("#lobby", "\x02yes\x02")
    echoing.network.say("#lobby", "yes")

    echoing.wire.feed(":noor!u@h PRIVMSG #lobby :yes")

    assert ("\x02yes\x02", Delivery.SENT) in states(echoing)


def test_other_words_of_ones_own_are_a_message_of_their_own(echoing):
    echoing.network.say("#lobby", "yes and no")

    echoing.wire.feed(":noor!u@h PRIVMSG #lobby :yes")

    assert ("yes and no", Delivery.SENT) in states(echoing)
