"""KLINE, UNKLINE, DLINE and UNDLINE: whom this server does not let in, and how long."""

from collections.abc import Sequence

from chatapp.wire import numerics as n
from chatapp.wire.masks import compile_mask, complete_mask, fold_mask
from chatapp.wire.message import Message
from chatapp.wire.this_computer import is_here
from server.commands.audit import author_of, note_act
from server.commands.context import Context
from server.commands.operators import end_connections
from server.commands.table import commands
from server.replies import Failed, Refused
from server.settings.durations import parse_duration, render_duration
from server.world.server_bans import (
    MASK,
    MAX_BANS,
    NETWORK,
    ServerBan,
    ServerBanAdded,
    ServerBanRemoved,
    is_described,
    parse_network,
)
from server.world.session import Session

MOST_REASON = 200
NO_REASON = "No reason was given."
OWN_HOSTS = ("127.0.0.1", "0::1", "localhost")
ANYBODY = "a!b@"


@commands.handles("KLINE", min_params=1, operators_only=True)
def ban_mask(context: Context, message: Message) -> None:
    """Let nobody in whom a mask describes: [duration] nick!user@host [reason]."""
    seconds, words = _take_duration(message.params)
    if not words:
        raise Refused(n.ERR_NEEDMOREPARAMS, message.command)
    sentence = add_mask(context, words[0], seconds, "".join(words[1:2]))
    context.notice(sentence)


@commands.handles("DLINE", min_params=1, operators_only=True)
def ban_network(context: Context, message: Message) -> None:
    """Let nobody in from an address or a network: [duration] 192.0.2.0/24 [reason]."""
    seconds, words = _take_duration(message.params)
    if not words:
        raise Refused(n.ERR_NEEDMOREPARAMS, message.command)
    sentence = add_network(context, words[0], seconds, "".join(words[1:2]))
    context.notice(sentence)


@commands.handles("UNKLINE", min_params=1, operators_only=True)
def unban_mask(context: Context, message: Message) -> None:
    """Let those in again whom a mask describes."""
    sentence = remove_ban(context, MASK, complete_mask(message.params[0]))
    context.notice(sentence)


@commands.handles("UNDLINE", min_params=1, operators_only=True)
def unban_network(context: Context, message: Message) -> None:
    """Let an address or a network in again."""
    network = parse_network(message.params[0])
    described = message.params[0] if network is None else str(network)
    sentence = remove_ban(context, NETWORK, described)
    context.notice(sentence)


def add_mask(context: Context, mask: str, seconds: int | None, reason: str) -> str:
    """Let nobody in whom a mask describes, for so long; give what to say of it.

    Raises:
        Failed: it would keep everybody out, or this machine, or who asks for it.
    """
    described = complete_mask(mask)
    ban = _ban(context, MASK, described, seconds, reason)
    compiled = compile_mask(described, context.world.fold)
    if compiled.matches(ANYBODY):
        raise _failed(context, "That mask describes everybody.", mask)
    if any(compiled.matches(ANYBODY + address) for address in OWN_HOSTS):
        text = (
            "That mask describes this machine itself. Name a nick or a username, too."
        )
        raise _failed(context, text, mask)
    if is_described(context.user, ban):
        raise _failed(context, "That mask describes yourself.", mask)
    return _add(context, ban)


def add_network(context: Context, text: str, seconds: int | None, reason: str) -> str:
    """Let nobody in from a network, for so long; give what to say of it.

    Raises:
        Failed: it is none.
    """
    network = parse_network(text)
    if network is None:
        expected = "That is no address and no network such as 192.0.2.0/24."
        raise _failed(context, expected, text)
    ban = _ban(context, NETWORK, str(network), seconds, reason)
    sentence = _add(context, ban)
    if network.is_loopback or network.prefixlen == 0:
        sentence += " This machine itself is let in all the same."
    return sentence


def remove_ban(context: Context, kind: str, described: str) -> str:
    """Let somebody in again; give what to say of it.

    Raises:
        Failed: there is no such ban.
    """
    ban = context.world.server_bans.find(kind, described)
    if ban is None:
        raise _failed(context, "There is no such ban.", described)
    context.commit(ServerBanRemoved(ban))
    note_act(context, "unban", f"has lifted the ban of {described}.", ban=described)
    return f"{described} is let in again."


def is_kept_out(context: Context) -> bool:
    """Send a client away that a mask describes; tell whether one did."""
    now = context.services.clock.seconds()
    ban = context.world.server_bans.mask_against(context.user, now)
    if ban is None:
        return False
    context.reply(n.ERR_YOUREBANNEDCREEP, text=f"You are banned here: {ban.reason}")
    context.close(context.session, f"Banned ({ban.reason})")
    return True


def _ban(
    context: Context, kind: str, described: str, seconds: int | None, reason: str
) -> ServerBan:
    now = context.services.clock.seconds()
    ends_at = None if not seconds else now + seconds
    reason = reason[:MOST_REASON] or NO_REASON
    return ServerBan(
        kind,
        described,
        fold_mask(described, context.world.fold),
        reason,
        author_of(context),
        now,
        ends_at,
    )


def _add(context: Context, ban: ServerBan) -> str:
    bans = context.world.server_bans
    previous = bans.find(ban.kind, ban.described)
    if previous is None and len(bans) >= MAX_BANS:
        for ended in bans.ended(context.services.clock.seconds()):
            context.commit(ServerBanRemoved(ended))
    if previous is None and len(bans) >= MAX_BANS:
        text = "There are as many bans as are allowed. Lift some first."
        raise _failed(context, text, ban.described)
    context.commit(ServerBanAdded(ban, previous))
    how_long = length_of(ban)
    act = f"keeps {ban.described} out{how_long}."
    note_act(context, "ban", act, ban=ban.described, ends_at=ban.ends_at)
    # Nobody is sent away before the ban is on the disk.
    context.later(lambda _history: ban, _send_away)
    return f"{ban.described} is kept out{how_long}."


def length_of(ban: ServerBan) -> str:
    """Give how long a ban holds, to stand behind what it does."""
    if ban.ends_at is None:
        return ""
    return f" for {render_duration(ban.ends_at - ban.set_at)}"


def _send_away(context: Context, ban: ServerBan) -> None:
    """End the sessions that a ban describes, neither the asker's nor this machine's."""
    found = [
        session
        for session in list(context.world.sessions)
        if session.user is not context.user and _concerns(ban, session)
    ]
    for session in found:
        if not session.is_open:
            continue
        if ban.kind == MASK:
            end_connections(context, session.user, f"Banned ({ban.reason})", ban.reason)
        else:
            context.close(session, f"Banned ({ban.reason})")


def _concerns(ban: ServerBan, session: Session) -> bool:
    if ban.kind == MASK:
        return session.is_registered and is_described(session.user, ban)
    network, address = parse_network(ban.described), parse_network(session.address)
    if network is None or address is None or is_here(session.address):
        return False
    return address.network_address in network


def _take_duration(params: Sequence[str]) -> tuple[int | None, Sequence[str]]:
    seconds = parse_duration(params[0])
    return (None, params) if seconds is None else (seconds, params[1:])


def _failed(context: Context, text: str, *words: str) -> Failed:
    return Failed(context.step.command or "BAN", "INVALID_BAN", *words, text=text)
