"""CHATHISTORY: what was said before.

Specification: https://ircv3.net/specs/extensions/chathistory
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.wire.message import Message
from chatapp.wire.names import fold, is_channel
from chatapp.wire.timestamps import milliseconds, parse_time
from server.announcements.messages import message_words
from server.commands.context import Context
from server.commands.table import commands
from server.replies import Failed
from server.sequence import parse_msgid
from server.world.events import ChatMessage
from server.world.page import Page
from server.world.user import conversation_key_of

COMMAND = "CHATHISTORY"
NO_SELECTOR = "*"
MAX_LIMIT_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Selector:
    """The message or the moment from which history is counted."""

    sequence: int | None = None
    time: int | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """Whose history is asked for: its key, the first number, and its name."""

    key: str
    first: int
    name: str


@commands.handles(COMMAND, min_params=4)
def chathistory(context: Context, message: Message) -> None:
    """Read what was said in a channel, or with a user."""
    subcommand = message.params[0].upper()
    function = SUBCOMMANDS.get(subcommand)
    if function is None or not context.settings.history.enabled:
        text = "This is not known here. LATEST and BEFORE are."
        raise Failed(COMMAND, "INVALID_PARAMS", message.params[0], text=text)
    conversation = _conversation(context, subcommand, message.params[1])
    page = function(context, conversation, message)
    context.later(
        lambda history: history.newest(page),
        lambda later, messages: _tell_page(later, conversation, messages),
        lambda later: later.fail(_unreadable(subcommand, conversation)),
    )


def latest(context: Context, conversation: Conversation, message: Message) -> Page:
    """Ask for the newest messages, all of them or those since a message or time."""
    limit = _limit(context, message)
    if message.params[2] == NO_SELECTOR:
        return Page(conversation.key, conversation.first, limit)
    since = _selector(message)
    first = conversation.first
    if since.sequence is not None:
        first = max(first, since.sequence + 1)
    return Page(conversation.key, first, limit, after_time=since.time)


def before(context: Context, conversation: Conversation, message: Message) -> Page:
    """Ask for the newest messages before a message or a time."""
    until = _selector(message)
    return Page(
        conversation.key,
        conversation.first,
        _limit(context, message),
        before_sequence=until.sequence,
        before_time=until.time,
    )


SUBCOMMANDS: dict[str, Callable[[Context, Conversation, Message], Page]] = {
    "LATEST": latest,
    "BEFORE": before,
}


def _conversation(context: Context, subcommand: str, target: str) -> Conversation:
    if is_channel(target):
        channel = context.world.channel(target)
        if channel is not None and channel in context.user.channels:
            return Conversation(channel.key, channel.history_start, channel.name)
    else:
        other = context.world.user(target)
        identity = other.id if other else context.user.correspondents.get(fold(target))
        if identity is not None:
            key = conversation_key_of(context.user.id, identity)
            return Conversation(key, 0, other.nick if other else target)
    text = "You can read what was said where you are, and with whom you talked."
    raise Failed(COMMAND, "INVALID_TARGET", subcommand, target, text=text)


def _selector(message: Message) -> Selector:
    kind, _, value = message.params[2].partition("=")
    if kind == "msgid" and (sequence := parse_msgid(value)) is not None:
        return Selector(sequence=sequence)
    if kind == "timestamp":
        try:
            return Selector(time=milliseconds(parse_time(value)))
        except ValueError:
            pass
    text = "Expected msgid=… or timestamp=2026-01-31T12:00:00.000Z."
    raise Failed(COMMAND, "INVALID_PARAMS", *message.params[:1], text=text)


def _limit(context: Context, message: Message) -> int:
    asked = message.params[3]
    longest = context.settings.history.page_length
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= MAX_LIMIT_DIGITS
    if not is_number or int(asked) == 0:
        text = f"The limit is a whole number from 1 to {longest}."
        raise Failed(COMMAND, "INVALID_PARAMS", *message.params[:1], text=text)
    return min(int(asked), longest)


def _tell_page(
    context: Context, conversation: Conversation, messages: Sequence[ChatMessage]
) -> None:
    with context.batch("chathistory", conversation.name):
        for message in messages:
            parts = message_words(message).parts(context.session.dialect)
            if parts is not None:
                tags, body = parts
                context.send(body, tags)


def _unreadable(subcommand: str, conversation: Conversation) -> Failed:
    text = "The history cannot be read now. Please try again later."
    return Failed(COMMAND, "MESSAGE_ERROR", subcommand, conversation.name, text=text)
