"""REDACT: takes back what was said.

Specification: https://ircv3.net/specs/extensions/message-redaction
"""

from chatapp.wire.message import Message, Source
from chatapp.wire.names import is_channel
from server.commands.context import Context
from server.commands.history_requests import first_of_talk
from server.commands.ports import Line
from server.commands.recipients import Recipient, find_recipient, spoken_reason
from server.commands.table import commands
from server.replies import Failed, Refused, safe_word
from server.sequence import parse_msgid
from server.world.channel_modes import MAY_MODERATE
from server.world.chat_message import ChatMessage
from server.world.page import PastLine
from server.world.redaction import COMMAND, MessageRedacted

OPERATOR = "o"
HIGHEST_SEQUENCE = 2**62


@commands.handles(COMMAND, min_params=2)
def redact(context: Context, message: Message) -> None:
    """Take back a message: your own, or in a channel that you moderate anyone's."""
    recipient = _find_conversation(context, message)
    sequence = parse_msgid(message.params[1])
    is_possible = sequence is not None and sequence <= HIGHEST_SEQUENCE
    if not is_possible or not context.settings.history.enabled:
        raise _unknown(message)
    key, number = recipient.key, sequence or 0
    context.later(
        lambda history: history.line(key, number),
        lambda later, line: _redact(later, message, line),
    )


def _redact(context: Context, message: Message, line: Line | None) -> None:
    """Take the line back that was found; much may have changed while it was sought."""
    recipient = _find_conversation(context, message)
    is_said = line is not None and line.target == recipient.key
    if line is None or not is_said or _command_of(line) not in REDACTABLE:
        raise _unknown(message)
    if line.sequence < _first_of(context, recipient):
        raise _unknown(message)
    if not (_is_own(context, line) or _may_moderate(context, recipient)):
        text = (
            "Only who said it, and operators, can take this back; a guest can for as "
            "long as he is here under the same nick."
        )
        raise Failed(COMMAND, "REDACT_FORBIDDEN", *message.params[:2], text=text)
    context.commit(
        MessageRedacted(
            context.session,
            recipient.channel,
            recipient.user,
            line,
            _trace(context, message, recipient),
        )
    )


REDACTABLE = frozenset(("PRIVMSG", "NOTICE", "TAGMSG"))


def _find_conversation(context: Context, message: Message) -> Recipient:
    """Give whose message it is about.

    Raises:
        Failed: there is no such channel or user, or the sender is not in it.
    """
    target = message.params[0]
    try:
        recipient = find_recipient(context, target)
    except Refused:
        raise _invalid(target) from None
    is_outside = (
        recipient.channel is not None
        and recipient.channel not in context.user.channels
        and OPERATOR not in context.user.modes
    )
    if is_outside or (recipient.channel is not None and not is_channel(target)):
        raise _invalid(target)
    return recipient


def _first_of(context: Context, recipient: Recipient) -> int:
    """Give the number with which begins what was said there."""
    if recipient.channel is not None:
        return recipient.channel.history_start
    other = recipient.user or context.user
    return first_of_talk(context.world, context.user.id, other.id)


def _is_own(context: Context, line: Line) -> bool:
    """Tell whether it is the user's: his account's, or said as who he is now.

    What guests say is theirs until they give up the nick: who comes after them may have
    the same one, and the same address.
    """
    user = context.user
    if isinstance(line, ChatMessage) and line.account is not None:
        key = user.fold(line.account)
        is_his = line.sequence >= context.world.first_of_account(key)
        return is_his and key == user.account_key
    if line.sequence <= user.nick_since:
        return False
    source = Source.parse(_source_of(line))
    return user.fold(source.nick) == user.key and f"{source.user}@{source.host}" == (
        user.address
    )


def _may_moderate(context: Context, recipient: Recipient) -> bool:
    if recipient.channel is None:
        return False
    ranks = recipient.channel.ranks_of(context.user)
    return not MAY_MODERATE.isdisjoint(ranks) or OPERATOR in context.user.modes


def _trace(context: Context, message: Message, recipient: Recipient) -> PastLine:
    services, by = context.services, context.user.prefix
    reason = "".join(message.params[2:3])[: context.settings.limits.kick_length]
    if not _may_moderate(context, recipient):
        reason = spoken_reason(context, recipient, reason)
    name = recipient.channel.name if recipient.channel else recipient.name
    body = f":{by} {COMMAND} {name} {safe_word(message.params[1])}"
    if reason:
        body = f"{body} :{reason}"
    number, now = services.numbers.next(), services.clock.milliseconds()
    return PastLine(recipient.key, number, now, body)


def _source_of(line: Line) -> str:
    if isinstance(line, ChatMessage):
        return line.source
    return line.body.partition(" ")[0].removeprefix(":")


def _command_of(line: Line) -> str:
    if isinstance(line, ChatMessage):
        return line.command
    return line.body.split(" ", 2)[1]


def _invalid(target: str) -> Failed:
    text = "You can take back what was said where you are, and what you wrote to users."
    return Failed(COMMAND, "INVALID_TARGET", target, text=text)


def _unknown(message: Message) -> Failed:
    text = "There is no such message here, or it is too old."
    return Failed(COMMAND, "UNKNOWN_MSGID", *message.params[:2], text=text)
