"""PRIVMSG, NOTICE and TAGMSG: what people say to each other."""

from contextlib import suppress

from chatapp.wire import numerics as n
from chatapp.wire.message import MalformedMessage, Message, render_tags
from chatapp.wire.names import is_channel
from chatapp.wire.tag_names import CHATAPP_ID
from server.commands.channels import known_channel, known_user
from server.commands.context import Context
from server.commands.table import commands
from server.commands.targets import split_targets
from server.replies import Refused
from server.world.channel import Channel
from server.world.events import ChatMessage, MessageRepeated, MessageSent
from server.world.recent import RepeatKey, repeat_key
from server.world.user import User, conversation_key

CLIENT_TAG = "+"


@commands.handles("PRIVMSG")
def privmsg(context: Context, message: Message) -> None:
    """Say something in channels or to users."""
    targets, text = _targets_and_text(message)
    for target in targets:
        try:
            _send(context, message, target, text)
        except Refused as refusal:
            context.refuse(refusal)


@commands.handles("NOTICE")
def notice(context: Context, message: Message) -> None:
    """Say something that no program answers."""
    with suppress(Refused):
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
    channel = recipient = None
    if is_channel(target):
        channel = known_channel(context, target)
        key, name = channel.key, channel.name
    else:
        recipient = known_user(context, target)
        key, name = conversation_key(context.user, recipient), recipient.nick
    client_id = message.tags.get(CHATAPP_ID)
    mark = repeat_key(context.user.owner, client_id, key) if client_id else None
    if mark is not None and _is_repeated(context, mark):
        return
    if channel is not None:
        _require_voice(channel, context.user)
    said = _said(context, message, key, name, text)
    is_kept = text is not None and context.settings.history.enabled
    context.commit(
        MessageSent(context.session, channel, recipient, said, mark, is_kept)
    )
    is_talk = message.command == "PRIVMSG"
    if is_talk and recipient is not None and recipient.away is not None:
        context.reply(n.RPL_AWAY, recipient.nick, text=recipient.away)


def _said(
    context: Context, message: Message, key: str, name: str, text: str | None
) -> ChatMessage:
    services, user = context.services, context.user
    return ChatMessage(
        services.numbers.next(),
        services.clock.milliseconds(),
        user.prefix,
        user.account,
        message.command,
        key,
        name,
        text,
        _client_tags(message) if message.tags else "",
    )


def _require_voice(channel: Channel, user: User) -> None:
    ranks = channel.members.get(user)
    if ranks:
        return
    flags = channel.modes.flags
    is_outside = ranks is None and "n" in flags
    if is_outside or "m" in flags or channel.is_silenced(user):
        raise Refused(n.ERR_CANNOTSENDTOCHAN, channel.name)


def _is_repeated(context: Context, mark: RepeatKey) -> bool:
    first = context.world.recent.find(mark)
    if first is None:
        return False
    is_kept = first.text is not None and context.settings.history.enabled
    context.commit(MessageRepeated(context.session, first, is_kept))
    return True


def _client_tags(message: Message) -> str:
    tags = {
        name: value
        for name, value in message.tags.items()
        if name.startswith(CLIENT_TAG)
    }
    try:
        return render_tags(tags)
    except MalformedMessage:
        return ""
