"""PRIVMSG, NOTICE and TAGMSG: what people say to each other."""

from contextlib import suppress

from chatapp.wire import numerics as n
from chatapp.wire.message import MalformedMessage, Message, render_tags
from chatapp.wire.tag_names import CHATAPP_AGAIN, CHATAPP_EDIT
from server.commands.acceptance import let_write
from server.commands.attendants import attendant
from server.commands.context import Context
from server.commands.recipients import (
    Recipient,
    find_recipient,
    require_permission,
)
from server.commands.repeats import (
    is_repeated,
    look_for_first,
    repeat_mark,
    says_again,
    tell_first,
)
from server.commands.table import commands
from server.commands.targets import split_targets
from server.replies import Refused
from server.sequence import parse_msgid
from server.world.chat_message import ChatMessage
from server.world.message_events import MessageSent
from server.world.recent import RepeatKey
from server.world.user import User

CLIENT_TAG = "+"
ONLY_ACCOUNTS = "R"


@commands.handles("PRIVMSG")
def privmsg(context: Context, message: Message) -> None:
    """Say something in channels or to users."""
    targets, text = _targets_and_text(message)
    for target in targets:
        try:
            _send(context, message, target, text)
        except Refused as refusal:
            serve = attendant(context, target)
            if serve is None:
                context.refuse(refusal)
            else:
                serve(context, text)


@commands.handles("NOTICE")
def notice(context: Context, message: Message) -> None:
    """Say something that no program answers."""
    targets, text = _targets_and_text(message)
    for target in targets:
        with suppress(Refused):
            _send(context, message, target, text)


@commands.handles("TAGMSG", min_params=1)
def tagmsg(context: Context, message: Message) -> None:
    """Send tags without a text, for instance that one is typing."""
    if not any(name.startswith(CLIENT_TAG) for name in message.tags):
        return
    for target in split_targets(message.command, message.params[0]):
        try:
            _send(context, message, target, None)
        except Refused as refusal:
            context.refuse(refusal)


def _targets_and_text(message: Message) -> tuple[list[str], str]:
    if not message.params or not message.params[0]:
        raise Refused(n.ERR_NORECIPIENT, command=message.command)
    if len(message.params) == 1 or not message.params[1]:
        raise Refused(n.ERR_NOTEXTTOSEND)
    return split_targets(message.command, message.params[0]), message.params[1]


def _send(context: Context, message: Message, target: str, text: str | None) -> None:
    recipient = find_recipient(context, target)
    mark = repeat_mark(context, message, recipient) if message.tags else None
    if mark is not None:
        if is_repeated(context, mark, recipient):
            return
        if text is not None and says_again(context, message):
            _look_for_first(context, message, target, text, mark)
            return
    _send_new(context, message, recipient, text, mark)


def _look_for_first(
    context: Context, message: Message, target: str, text: str, mark: RepeatKey
) -> None:
    if target != message.params[0]:
        raise Refused(n.ERR_TOOMANYTARGETS, target)

    def go_on(later: Context, first: ChatMessage | None) -> None:
        recipient = find_recipient(later, target)
        if first is not None:
            tell_first(later, first, recipient)
            return
        _send_new(later, message, recipient, text, mark)

    recipient = find_recipient(context, target)
    look_for_first(context, message, mark, recipient, go_on)


def _send_new(
    context: Context,
    message: Message,
    recipient: Recipient,
    text: str | None,
    mark: RepeatKey | None,
) -> None:
    require_permission(context, recipient, text)
    if recipient.user is not None and ONLY_ACCOUNTS in context.user.modes:
        let_write(context, recipient.user)
    said = _said(context, message, recipient, text)
    is_for_all = text is not None and not recipient.ranks
    context.commit(
        MessageSent(
            context.session,
            recipient.channel,
            recipient.user,
            said,
            mark,
            is_for_all and context.settings.history.enabled,
            recipient.ranks,
        )
    )
    if recipient.user is not None and message.command == "PRIVMSG":
        _tell_absence(context, recipient.user)


def _tell_absence(context: Context, user: User) -> None:
    if user.away is not None:
        context.reply(n.RPL_AWAY, user.nick, text=user.away)


def _said(
    context: Context, message: Message, recipient: Recipient, text: str | None
) -> ChatMessage:
    services, user = context.services, context.user
    return ChatMessage(
        services.numbers.next(),
        services.clock.milliseconds(),
        user.prefix,
        user.account,
        message.command,
        recipient.key,
        recipient.name,
        text,
        _client_tags(context, message) if message.tags else "",
    )


def _may_be_own(context: Context, msgid: str) -> bool:
    """Tell whether a message may be of the sender's account, not of one that ended.

    A guest's was said since he took his nick: an earlier guest may have had it, and his
    address. Whether it is, clients find out: they know who said it.
    """
    user, sequence = context.user, parse_msgid(msgid)
    key = user.account_key
    first = user.nick_since + 1
    if key is not None:
        first = context.world.first_of_account(key)
    return sequence is None or sequence >= first


def _client_tags(context: Context, message: Message) -> str:
    tags = {
        name: value
        for name, value in message.tags.items()
        if name.startswith(CLIENT_TAG) and name != CHATAPP_AGAIN
    }
    if CHATAPP_EDIT in tags and not _may_be_own(context, tags[CHATAPP_EDIT]):
        del tags[CHATAPP_EDIT]
    try:
        return render_tags(tags)
    except MalformedMessage:
        return ""
