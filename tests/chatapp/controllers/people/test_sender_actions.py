"""What can be done about whoever said a message, with a mocked network."""

import pytest

from chatapp.controllers.people.sender_actions import sender_actions
from chatapp.models.entities import ChatMessage, MessageKind
from tests.chatapp.controllers.fakes import message


def words(network, said: ChatMessage) -> list[str]:
    rows = sender_actions(network)
    return [row.offer(said).words for row in rows if row.is_offered(said)]


def test_others_can_be_looked_at_and_ignored(network) -> None:
    assert words(network, message("k1")) == ["Who is Ada?", "Ignore Ada"]


@pytest.mark.parametrize(
    "said",
    [
        message("k1", mine=True),
        message("k2", kind=MessageKind.CHANGE),
        message("k3", sender=""),
    ],
)
def test_oneself_and_what_nobody_said_offer_nothing(network, said) -> None:
    assert words(network, said) == []


def test_what_is_chosen_is_done(network) -> None:
    for row in sender_actions(network):
        row.act(message("k1"))

    network.whois.assert_called_once_with("Ada")
    network.ignoring.ignore.assert_called_once_with("Ada")
