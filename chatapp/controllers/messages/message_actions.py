"""What can be done about a message: one table, for the bar, the menu and the keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from chatapp.controllers.messages import message_wording as wording
from chatapp.controllers.messages.message_reactions import MessageReactions
from chatapp.models.entities import ActionOffer, ChatMessage, Delivery, MessageKind
from chatapp.models.messages.correcting import Correcting
from chatapp.models.network import Network
from chatapp.wire import markdown


@dataclass(frozen=True, slots=True)
class MessageAction:
    """A row of the table: its words, its picture, when it is offered, what it does.

    `{sender}` in the words is who said the message. Whether it `needs_link` tells if
    it could be offered of a message were there a connection. For the rest see
    `ActionOffer`.
    """

    name: str
    words: str
    icon: str
    is_offered: Callable[[ChatMessage], object]
    act: Callable[[ChatMessage], object]
    key: str = ""
    in_bar: bool = False
    in_row: bool = False
    needs_link: Callable[[ChatMessage], object] = lambda _message: False

    def offer(self, message: ChatMessage) -> ActionOffer:
        """Give what the view is told of it."""
        words = self.words.format(sender=message.sender)
        return ActionOffer(
            self.name, words, self.icon, self.key, self.in_bar, self.in_row
        )


class MessageActionsView(Protocol):
    """Shows messages, and what can be done about each of them."""

    on_offers: Callable[[ChatMessage], Sequence[ActionOffer]]
    on_action: Callable[[str, ChatMessage], None]
    on_other_key: Callable[[Sequence[str], ChatMessage], bool]
    on_reaction: Callable[[ChatMessage, str], None]


class MessageActions:
    """Offers of each message what can be done about it now, and does that."""

    def __init__(
        self,
        view: MessageActionsView,
        actions: Sequence[MessageAction],
        reactions: MessageReactions,
        tell_offline: Callable[[], bool] = lambda: False,
    ) -> None:
        """Show them; `tell_offline` says that one is not connected, if that is so."""
        self._actions = tuple(actions)
        self._reactions = reactions
        self._tell_offline = tell_offline
        view.on_offers = self.offers
        view.on_action = self.act
        view.on_other_key = self.explain
        view.on_reaction = reactions.toggle

    def offers(self, message: ChatMessage) -> Sequence[ActionOffer]:
        """List what can be done about a message now."""
        actions = self._actions
        offered = [it.offer(message) for it in actions if it.is_offered(message)]
        return [*self._reactions.offers(message), *offered]

    def act(self, name: str, message: ChatMessage) -> None:
        """Do it, unless it cannot be done any more."""
        if self._reactions.act(name, message):
            return
        for action in self._actions:
            if action.name == name and action.is_offered(message):
                action.act(message)

    def explain(self, keys: Sequence[str], message: ChatMessage) -> bool:
        """Say why nothing is offered by one of these keys; False where it is none.

        What only a connection is missing for is told so.
        """
        is_known = any(
            it.key and it.key in keys and it.needs_link(message) for it in self._actions
        )
        return is_known and self._tell_offline()


def message_actions(
    network: Network,
    reactions: MessageReactions,
    go_to: Callable[[str], object],
    fill_gap: Callable[[], object],
    unfold: Callable[[str], object],
    edit_failed: Callable[[str], object],
    copy: Callable[[str], object],
) -> Sequence[MessageAction]:
    """Give the table, in the order of the menu.

    Args:
        network: the server that the messages go over.
        reactions: what one can react with.
        go_to: shows the message with a msgid.
        unfold: shows each of the lines that one stands for, by its key.
        fill_gap: has what is missing in the open room loaded.
        edit_failed: takes a message that failed back, by its key, to be written anew.
        copy: puts a text on the clipboard.
    """
    return (
        *_about_failed(network, edit_failed),
        *_about_lines(fill_gap, unfold),
        *_about_talk(network, reactions),
        *_about_words(network, go_to, copy),
    )


def _about_failed(
    network: Network, edit_failed: Callable[[str], object]
) -> Sequence[MessageAction]:
    """Give the rows about what did not reach the server, or not yet."""
    return (
        MessageAction(
            "retry",
            wording.RETRY,
            "arrow-clockwise",
            _has_failed,
            lambda message: network.unsent.retry(message.key),
            in_row=True,
        ),
        MessageAction(
            "edit-failed",
            wording.EDIT_FAILED,
            "pencil",
            _is_not_out,
            lambda message: edit_failed(message.key),
            in_row=True,
        ),
        MessageAction(
            "discard",
            wording.DISCARD,
            "trash",
            _is_not_out,
            lambda message: network.unsent.drop(message.key),
            in_row=True,
        ),
        MessageAction(
            "discard-waiting",
            wording.DISCARD_WAITING,
            "trash",
            lambda message: message.delivery is Delivery.WAITING,
            lambda message: network.unsent.drop_waiting(message.key),
        ),
    )


def _about_lines(
    fill_gap: Callable[[], object], unfold: Callable[[str], object]
) -> Sequence[MessageAction]:
    """Give the rows about lines that stand for others."""
    return (
        MessageAction(
            "load",
            wording.LOAD,
            "three-dots-vertical",
            lambda message: message.kind is MessageKind.GAP,
            lambda _message: fill_gap(),
        ),
        MessageAction(
            "unfold",
            wording.UNFOLD,
            "chevron-expand",
            lambda message: message.kind is MessageKind.FOLD,
            lambda message: unfold(message.key),
        ),
    )


def _about_talk(
    network: Network, reactions: MessageReactions
) -> Sequence[MessageAction]:
    """Give the rows about saying something to a message."""
    return (
        MessageAction(
            "react",
            wording.REACT,
            "emoji-smile",
            reactions.can_react,
            reactions.pick,
            key="e",
            in_bar=True,
            needs_link=_is_said,
        ),
        MessageAction(
            "answer",
            wording.ANSWER,
            "reply",
            network.answering.is_possible,
            network.answering.begin,
            key="r",
            in_bar=True,
            needs_link=_is_said,
        ),
    )


def _about_words(
    network: Network, go_to: Callable[[str], object], copy: Callable[[str], object]
) -> Sequence[MessageAction]:
    """Give the rows about what was said, and by whom."""
    return (
        MessageAction(
            "answered",
            wording.SHOW_ANSWERED,
            "arrow-up",
            lambda message: message.kind.is_said and message.reply_to,
            lambda message: go_to(message.reply_to),
            key="o",
        ),
        MessageAction(
            "copy",
            wording.COPY,
            "copy",
            lambda message: message.text.strip(),
            lambda message: copy(markdown.decode(message.text)),
            key="c",
        ),
        MessageAction(
            "write-to",
            wording.WRITE_TO,
            "person",
            lambda message: message.sender and not message.mine,
            lambda message: network.open_direct(message.sender),
        ),
    )


def correcting_actions(
    correcting: Correcting,
    edit: Callable[[ChatMessage], object],
    delete: Callable[[ChatMessage], object],
) -> Sequence[MessageAction]:
    """Give the rows about messages that are to have other words, or none.

    Args:
        correcting: knows what the server lets one do.
        edit: lets one write the new words.
        delete: asks, and then deletes.
    """
    return (
        MessageAction(
            "edit",
            wording.EDIT,
            "pencil",
            correcting.can_edit,
            edit,
            key="F2",
            in_bar=True,
        ),
        MessageAction(
            "delete",
            wording.DELETE,
            "trash",
            correcting.can_delete,
            delete,
            key="Delete",
            needs_link=lambda message: message.mine and _is_said(message),
        ),
    )


def _is_said(message: ChatMessage) -> bool:
    return message.kind.is_said


def _is_not_out(message: ChatMessage) -> bool:
    return message.delivery is Delivery.WAITING or _has_failed(message)


def _has_failed(message: ChatMessage) -> bool:
    is_mine = message.kind.is_said or message.kind is MessageKind.EDIT
    return is_mine and message.delivery is Delivery.FAILED
