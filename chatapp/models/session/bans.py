"""Lists of who is banned from a channel, or may not speak there (367, 728)."""

from datetime import datetime
from typing import TYPE_CHECKING

from chatapp.models.entities import Ban
from chatapp.models.rooms.room_events import BansListed
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.extended_bans import BAN, QUIET, BanKind, read_ban
from chatapp.wire.masks import Mask
from chatapp.wire.message import Message, Source
from chatapp.wire.timestamps import parse_seconds

if TYPE_CHECKING:
    from chatapp.models.rooms.roster import Channel
    from chatapp.models.session.session import Session

MOST_BANS = 2_000


def ask_bans(session: "Session", channel: str) -> None:
    """Ask who is banned from a channel; BansListed follows."""
    session.listed_bans.clear()
    if QUIET in session.mode_types.lists:
        session.send("MODE", channel, QUIET)
    session.send("MODE", channel, BAN)


def note_ban(
    session: "Session", channel: "Channel", text: str, *, adding: bool
) -> None:
    """Take in that an entry came to a channel's list of bans, or was lifted."""
    key = session.fold(text)
    channel.bans.pop(key, None)
    if adding:
        channel.bans[key] = text
    if len(channel.bans) > MOST_BANS:
        del channel.bans[next(iter(channel.bans))]


def bans_me(session: "Session", channel: "Channel") -> bool:
    """Tell whether a ban that was made while one was there keeps this session out."""
    return any(_describes_me(session, text) for text in channel.bans.values())


def _describes_me(session: "Session", text: str) -> bool:
    found = read_ban(session.isupport, BAN, text)
    if found.kind is not BanKind.KEEPS_OUT:
        return False
    if found.account:
        return session.fold(found.account) == session.fold(session.account)
    return Mask(found.mask, session.fold).matches(session.address)


@inbound.handles(n.RPL_BANLIST, min_params=3)
def ban(session: "Session", message: Message) -> None:
    """Collect a ban."""
    _collect(session, BAN, message.params[2:])


@inbound.handles(n.RPL_QUIETLIST, min_params=4)
def quiet(session: "Session", message: Message) -> None:
    """Collect whom a list of its own lets not speak, as some servers have it."""
    _collect(session, QUIET, message.params[3:])


@inbound.handles(n.RPL_ENDOFBANLIST, min_params=2)
def end(session: "Session", message: Message) -> None:
    """Tell of all that was collected."""
    session.emit(BansListed(message.params[1], tuple(session.listed_bans)))
    session.listed_bans.clear()


def _collect(session: "Session", letter: str, params: tuple[str, ...]) -> None:
    if len(session.listed_bans) >= MOST_BANS:
        return
    text, by, since, *_ = (*params, "", "")
    found = read_ban(session.isupport, letter, text)
    session.listed_bans.append(
        Ban(
            letter,
            text,
            silences=found.kind is BanKind.SILENCES,
            account=found.account,
            mask=found.mask,
            by=Source.parse(by).nick,
            since=_moment(since),
        )
    )


def _moment(text: str) -> datetime | None:
    try:
        return parse_seconds(text)
    except ValueError:
        return None
