"""Which reactions are offered to a message, and what pressing one does."""

import pytest

from chatapp.controllers.messages.message_reactions import USUAL, MessageReactions
from chatapp.models.entities import ActionOffer, Reaction
from tests.chatapp.controllers.fakes import message

SAID = message(
    "k1",
    msgid="m1",
    reactions=(Reaction("🎉", ("Ada", "Kofi"), mine=True), Reaction("lol", ("Ada",))),
)


@pytest.fixture
def recent() -> list[str]:
    return []


@pytest.fixture
def reactions(network, recent) -> MessageReactions:
    network.emoji_reactions.is_possible.return_value = True
    return MessageReactions(
        network.emoji_reactions, lambda: recent, lambda on_pick: on_pick("🙈")
    )


def at_hand(offers: list[ActionOffer]) -> list[str]:
    return [offer.emoji for offer in offers if offer.in_bar]


def test_a_few_emoji_are_at_hand(reactions):
    assert at_hand(reactions.offers(message("k1"))) == list(USUAL)


def test_those_that_were_used_last_come_first(reactions, recent):
    recent += ["🙈", "👀"]

    assert at_hand(reactions.offers(message("k1")))[:4] == ["🙈", "👀", "👍", "❤️"]


def test_what_is_there_already_says_by_whom(reactions):
    there = [offer for offer in reactions.offers(SAID) if offer.words]

    assert [(it.emoji, it.words, it.is_on, it.in_bar) for it in there] == [
        ("🎉", "Ada and Kofi", True, True),
        ("lol", "Ada", False, False),
    ]


def test_what_is_pressed_is_put_on_or_taken_off(reactions, network):
    offer = reactions.offers(SAID)[0]

    done = [reactions.act(offer.name, SAID), reactions.act("copy", SAID)]

    assert done == [True, False]
    network.emoji_reactions.toggle.assert_called_once_with(SAID, offer.emoji)


def test_any_other_emoji_is_picked_from_a_card(reactions, network):
    reactions.pick(SAID)

    network.emoji_reactions.toggle.assert_called_once_with(SAID, "🙈")


def test_where_nobody_would_see_it_nothing_is_offered(reactions, network):
    network.emoji_reactions.is_possible.return_value = False

    reactions.toggle(SAID, "👍")

    assert reactions.offers(SAID) == ()
    network.emoji_reactions.toggle.assert_not_called()
