"""What one may do to somebody in a channel, by the ranks of both."""

from chatapp.models.entities import Power
from chatapp.models.rooms.roster import Channel
from chatapp.models.session.session import Session
from chatapp.wire.capabilities import VISIT

_OPERATOR, _HALF_OPERATOR, _VOICE = "o", "h", "v"


def may_moderate(session: Session, channel: Channel) -> bool:
    """Tell whether one looks after a channel."""
    return _my_rank(session, channel) <= _least(session)


def may_set_topic(session: Session, channel: Channel) -> bool:
    """Tell whether the channel lets one change its topic, as far as known."""
    return "t" not in (channel.flags or "") or may_moderate(session, channel)


def rank_for_ruling(session: Session) -> str:
    """Give the symbol of the rank that an operator of the server has in effect."""
    return session.mode_types.symbols_of(_OPERATOR)[:1]


def rulers(session: Session, channel: Channel) -> frozenset[str]:
    """Give the folded nicks of those who rule a channel as the server's operators.

    They do where nobody else looks after it. That others do is known of servers of
    ours; elsewhere they may well not want to.
    """
    if _is_ruled(session, channel):
        return frozenset()
    me, known = session.fold(session.nick), session.roster.person
    found = {me} if session.is_server_operator else set()
    if VISIT in session.login.offered:
        people = ((key, known(key)) for key in channel.members if key != me)
        found |= {key for key, it in people if it and it.is_server_operator}
    return frozenset(found)


def powers_over(session: Session, channel: Channel, nick: str) -> frozenset[Power]:
    """Give what one may do to a member of a channel.

    Nobody may do anything to who stands above him; a half-operator gives no rank but
    a voice.
    """
    modes = channel.members.get(session.fold(nick))
    if modes is None or session.is_me(nick) or not may_moderate(session, channel):
        return frozenset()
    types = session.mode_types
    mine = _my_rank(session, channel)
    if types.rank(modes) < mine:
        return frozenset()
    powers = {Power.KICK, Power.BAN, Power.MUTE}
    if _VOICE in types.prefixes:
        powers.add(Power.TAKE_VOICE if _VOICE in modes else Power.GIVE_VOICE)
    if _OPERATOR in types.prefixes and mine <= types.rank(_OPERATOR):
        is_operator = types.rank(modes) <= types.rank(_OPERATOR)
        powers.add(Power.TAKE_OPERATOR if is_operator else Power.GIVE_OPERATOR)
    return frozenset(powers)


def _least(session: Session) -> int:
    """Give the lowest rank that looks after a channel."""
    types = session.mode_types
    return types.rank(_HALF_OPERATOR if _HALF_OPERATOR in types.prefixes else _OPERATOR)


def _my_rank(session: Session, channel: Channel) -> int:
    """Give one's rank; an operator of the server rules where nobody else does."""
    types = session.mode_types
    mine = types.rank(channel.members.get(session.fold(session.nick), ""))
    if session.is_server_operator and mine > _least(session):
        return mine if _is_ruled(session, channel) else 0
    return mine


def _is_ruled(session: Session, channel: Channel) -> bool:
    """Tell whether somebody has a rank to look after a channel."""
    rank, least = session.mode_types.rank, _least(session)
    return any(rank(modes) <= least for modes in channel.members.values())
