"""What can be done about whoever said a message, as rows of the table of actions."""

from collections.abc import Sequence

from chatapp.controllers.messages.message_actions import MessageAction
from chatapp.controllers.people import people_wording as words
from chatapp.models.entities import ChatMessage
from chatapp.models.network import Network


def sender_actions(network: Network) -> Sequence[MessageAction]:
    """Give the rows: to look at the card of a message's sender, and to ignore them."""
    return (
        MessageAction(
            "who",
            words.WHO_IS_SENDER,
            "person-vcard",
            _is_by_other,
            lambda message: network.whois(message.sender),
        ),
        MessageAction(
            "ignore",
            words.IGNORE_SENDER,
            "person-slash",
            _is_by_other,
            lambda message: network.ignoring.ignore(message.sender),
        ),
    )


def _is_by_other(message: ChatMessage) -> bool:
    return bool(message.sender) and message.kind.is_said and not message.mine
