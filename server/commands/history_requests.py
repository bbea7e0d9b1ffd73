"""Reads what a CHATHISTORY asks for: whose history, from where on, how much."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatapp.wire.capabilities import EVENT_PLAYBACK
from chatapp.wire.message import Message
from chatapp.wire.names import is_channel
from chatapp.wire.timestamps import milliseconds, parse_time
from chatapp.wire.whole_numbers import whole_number
from server.commands.context import Context
from server.replies import Failed
from server.sequence import parse_msgid
from server.world.page import Edge, Page
from server.world.user import ACCOUNT_SIGN, conversation_key_of, identity_of
from server.world.world import World

if TYPE_CHECKING:
    from server.world.channel import Channel

COMMAND = "CHATHISTORY"
REFERENCE_TYPES = ("msgid", "timestamp")
HIGHEST_SEQUENCE = 2**62


@dataclass(frozen=True, slots=True)
class Conversation:
    """Whose history is asked for: its key, the first number, and how it was named.

    `channel` is where it is said; None for what two people say to each other.
    """

    key: str
    first: int
    name: str
    channel: "Channel | None" = None

    def can_be_read(self, context: Context) -> bool:
        """Tell whether the asker may read it now; he may have left since he asked."""
        return self.channel is None or self.channel in context.user.channels


def read_conversation(context: Context, message: Message) -> Conversation:
    """Give the conversation that is asked for.

    Raises:
        Failed: the sender is not part of it, or there is none.
    """
    subcommand, target = message.params[:2]
    conversation = find_conversation(context, target)
    if conversation is None:
        raise no_part_of(subcommand, target)
    return conversation


def no_part_of(subcommand: str, target: str) -> Failed:
    """Give the failure of a request for what the sender is not part of."""
    text = "You can read what was said where you are, and with whom you talked."
    return Failed(COMMAND, "INVALID_TARGET", subcommand, target, text=text)


def find_conversation(context: Context, target: str) -> Conversation | None:
    """Give what is said in a channel or to a user, if the sender is part of it."""
    if is_channel(target):
        channel = context.world.channel(target)
        if channel is None or channel not in context.user.channels:
            return None
        return Conversation(
            channel.conversation, channel.history_start, target, channel
        )
    other = context.world.user(target)
    identity = other.id if other else _identity_of_absent(context, target)
    if identity is None:
        return None
    return _talk(context, identity, target)


def conversations_of(context: Context) -> list[Conversation]:
    """Give all conversations of the user: his channels, and with whom he talked."""
    user, world = context.user, context.world
    accounts = (
        world.accounts.get(identity.removeprefix(ACCOUNT_SIGN))
        for identity in user.correspondents.values()
        if identity.startswith(ACCOUNT_SIGN)
    )
    nicks = {identity_of(each.key): each.name for each in accounts if each}
    nicks |= {person.id: person.nick for person in world.registered()}
    talks = [
        _talk(context, identity, nicks.get(identity, nick_key))
        for nick_key, identity in user.correspondents.items()
        if identity in nicks or world.user(nick_key) is None
    ]
    return [
        *(
            Conversation(each.conversation, each.history_start, each.name, each)
            for each in user.channels
        ),
        *{talk.key: talk for talk in talks}.values(),
    ]


def _talk(context: Context, identity: str, name: str) -> Conversation:
    """Give what the user and somebody said to each other, as who they are now."""
    first = first_of_talk(context.world, context.user.id, identity)
    return Conversation(conversation_key_of(context.user.id, identity), first, name)


def first_of_talk(world: World, *identities: str) -> int:
    """Give the number with which a talk begins that no account had before them."""
    return max(
        world.first_of_account(each.removeprefix(ACCOUNT_SIGN))
        if each.startswith(ACCOUNT_SIGN)
        else 0
        for each in identities
    )


def _identity_of_absent(context: Context, nick: str) -> str | None:
    """Give the identity of somebody who is not here; accounts know each other."""
    user = context.user
    if user.account is not None and (account := context.world.account(nick)):
        return identity_of(account.key)
    return user.correspondents.get(context.world.fold(nick))


def whole_page(context: Context, talk: Conversation, limit: int) -> Page:
    """Give a conversation's newest page, with what the client can understand."""
    with_events = context.session.has(EVENT_PLAYBACK)
    return Page(talk.key, talk.first, limit, with_events=with_events)


def read_edge(message: Message, position: int) -> Edge:
    """Give the message or the moment that a parameter names.

    Raises:
        Failed: it names none.
    """
    kind, _, value = message.params[position].partition("=")
    if value and kind not in REFERENCE_TYPES:
        text = "Messages are found here by msgid=… or timestamp=…."
        context = (message.params[0], message.params[1], kind)
        raise Failed(COMMAND, "INVALID_MSGREFTYPE", *context, text=text)
    if kind == "msgid" and (sequence := parse_msgid(value)) is not None:
        return Edge(sequence=min(sequence, HIGHEST_SEQUENCE))
    if kind == "timestamp":
        return read_moment(message, position)
    text = "Expected msgid=… or timestamp=2026-01-31T12:00:00.000Z."
    raise invalid_parameters(message, text)


def read_moment(message: Message, position: int) -> Edge:
    """Give the moment that a parameter names.

    Raises:
        Failed: it names none.
    """
    kind, _, value = message.params[position].partition("=")
    try:
        if kind == "timestamp":
            return Edge(time=milliseconds(parse_time(value)))
    except ValueError:
        pass
    text = "Expected timestamp=2026-01-31T12:00:00.000Z."
    raise invalid_parameters(message, text)


def read_limit(context: Context, message: Message) -> int:
    """Give how many lines are asked for, at most as many as the server gives.

    Raises:
        Failed: it is no number, or zero.
    """
    asked = whole_number(message.params[-1])
    longest = context.settings.history.page_length
    if not asked:
        text = f"The limit is a whole number from 1 to {longest}."
        raise invalid_parameters(message, text)
    return min(asked, longest)


def invalid_parameters(message: Message, text: str) -> Failed:
    """Give the failure of a request that makes no sense."""
    return Failed(COMMAND, "INVALID_PARAMS", message.params[0], text=text)
