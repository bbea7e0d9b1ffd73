"""People: new nicks, who leaves the server, who is away, what WHO and ISON tell."""

from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.models.events import AwayChanged, NickChanged, PeopleChanged
from chatapp.models.session.facts import DoneByPerson, PersonRenamed, PresenceTold
from chatapp.models.session.lines import sender_of
from chatapp.models.session.login import reclaim_nick
from chatapp.models.session.readers import read
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.message import Message, Source, can_be_named

if TYPE_CHECKING:
    from chatapp.models.rooms.roster import KnownPerson
    from chatapp.models.session.session import Session


_SERVER_OPERATOR = "*"


@inbound.handles("NICK", min_params=1)
def renamed(session: "Session", message: Message) -> None:
    """Take in a new nick: one's own, or somebody else's."""
    old, new = sender_of(message).nick, message.params[0]
    if not can_be_named(new):
        return
    is_me = session.is_me(old)
    line = read(session, message, "")
    shared = session.roster.rename(old, new)
    if is_me:
        session.nick = new
        if session.account:  # perhaps one did that in another window of one's own
            session.wanted_nick = new
        session.login.reclaims = 0
        session.address = session.address.replace(old, new, 1)
        session.emit(NickChanged(old, new))
    else:
        session.emit(PersonRenamed(old, new))
    session.emit(DoneByPerson(new, line, tuple(shared)))
    _people_changed(session, shared)
    if not is_me:
        _watch_for_own_nick(session, old)


@inbound.handles("QUIT")
def quit_seen(session: "Session", message: Message) -> None:
    """Take in that somebody left the server."""
    nick = sender_of(message).nick
    if not nick or session.is_me(nick):
        return
    line = read(session, message, "")
    shared = session.roster.remove_everywhere(nick)
    session.emit(DoneByPerson(nick, line, tuple(shared)))
    session.inquiries.online.discard(session.fold(nick))
    session.emit(PresenceTold(nick))
    _people_changed(session, shared)
    _watch_for_own_nick(session, nick)


@inbound.handles("AWAY")
def away(session: "Session", message: Message) -> None:
    """Take in that somebody is away, or back."""
    nick = sender_of(message).nick
    _set_away(session, nick, message.trailing or None)


@inbound.handles(n.RPL_AWAY, min_params=3)
def away_told(session: "Session", message: Message) -> None:
    """Take in that somebody one wrote to, or asked about, is away."""
    nick, words = message.params[1], message.params[2]
    if not session.inquiries.note_whois(session, message, ("Away", words)):
        _set_away(session, nick, words)


@inbound.handles(n.RPL_UNAWAY, n.RPL_NOWAWAY)
def own_away(session: "Session", message: Message) -> None:
    """Take in that the server counts one as away, or as back."""
    session.emit(AwayChanged(message.command == n.RPL_NOWAWAY))
    is_away = message.command == n.RPL_NOWAWAY
    _set_away(session, session.nick, "" if is_away else None)


@inbound.handles("ACCOUNT", min_params=1)
def account(session: "Session", message: Message) -> None:
    """Take in which account somebody uses."""
    person = session.roster.person(sender_of(message).nick)
    if person:
        person.account = "" if message.params[0] == "*" else message.params[0]


@inbound.handles("CHGHOST", min_params=2)
def host_changed(session: "Session", message: Message) -> None:
    """Take in a new user name and host; one's own count for splitting messages."""
    nick = sender_of(message).nick
    user, host = message.params[:2]
    person = session.roster.person(nick)
    if person:
        person.user, person.host = user, host
    if session.is_me(nick):
        session.address = f"{session.nick}!{user}@{host}"


@inbound.handles(n.RPL_VISIBLEHOST, min_params=2)
def own_host_shown(session: "Session", message: Message) -> None:
    """Take in which host, or user and host, others see of one from now on."""
    user, _, host = message.params[1].rpartition("@")
    known = Source.parse(session.address)
    if known.user:
        session.address = str(replace(known, user=user or known.user, host=host))


@inbound.handles("SETNAME", min_params=1)
def real_name_changed(session: "Session", message: Message) -> None:
    """Take in a new real name."""
    person = session.roster.person(sender_of(message).nick)
    if person:
        person.realname = message.params[0]


@inbound.handles(n.RPL_WHOREPLY, min_params=8)
def who_reply(session: "Session", message: Message) -> None:
    """Take in what WHO tells of somebody: address, name, away or not."""
    session.inquiries.note_who()
    _, _, user, host, _, nick, flags, words = message.params[:8]
    person = session.roster.person(nick)
    if person:
        person.realname = words.partition(" ")[2]
        _learn(person, user, host, flags)


@inbound.handles(n.RPL_WHOSPCRPL, min_params=8)
def chosen_who_reply(session: "Session", message: Message) -> None:
    """Take in the same with the account, in the order of WHO_FIELDS; "0" is none."""
    session.inquiries.note_who()
    _, _, user, host, nick, flags, account_name, real_name = message.params[:8]
    person = session.roster.person(nick)
    if person:
        person.realname = real_name
        person.account = "" if account_name in ("0", "*") else account_name
        _learn(person, user, host, flags)


@inbound.handles(n.RPL_ENDOFWHO, min_params=2)
def who_end(session: "Session", message: Message) -> None:
    """Show what WHO told, and ask about the next channel, or person."""
    asked = message.params[1]
    channel = session.roster.channel(asked)
    _people_changed(
        session, [channel.name] if channel else session.roster.shared_with(asked)
    )
    session.inquiries.end_who(session, asked)


@inbound.handles(n.RPL_ISON, min_params=1)
def ison(session: "Session", message: Message) -> None:
    """Take in which of the people asked about are online."""
    session.inquiries.note_online(session, message.trailing.split())


def _learn(person: "KnownPerson", user: str, host: str, flags: str) -> None:
    person.user, person.host = user, host
    person.is_asked_about = True
    person.is_server_operator = _SERVER_OPERATOR in flags
    if flags.startswith("G"):
        person.away = person.away or ""
    elif flags.startswith("H"):
        person.away = None


def _set_away(session: "Session", nick: str, words: str | None) -> None:
    person = session.roster.person(nick)
    if person is None or person.away == words:
        return
    person.away = words
    session.emit(PresenceTold(nick))
    _people_changed(session, session.roster.shared_with(nick))


def _people_changed(session: "Session", channels: list[str]) -> None:
    for channel in channels:
        session.emit(PeopleChanged(channel))


def _watch_for_own_nick(session: "Session", freed: str) -> None:
    """Take the nick one wanted as soon as it is seen to be free."""
    if session.fold(freed) == session.fold(session.wanted_nick):
        reclaim_nick(session)
