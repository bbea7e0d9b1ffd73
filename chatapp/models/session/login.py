"""Registration: capabilities, nick and password, up to the server's welcome."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chatapp.models.events import NetworkNamed, Problem, ServerSaid
from chatapp.models.session import problems
from chatapp.models.session.facts import (
    PongHeard,
    Registered,
    ServerClosed,
    SignInRefused,
)
from chatapp.models.session.table import inbound
from chatapp.wire import capabilities as names
from chatapp.wire.capabilities import parse_capabilities
from chatapp.wire.message import Message
from chatapp.wire.similar_names import similar_nick

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

WANTED = (
    names.MESSAGE_TAGS,
    names.SERVER_TIME,
    names.ECHO_MESSAGE,
    names.BATCH,
    names.LABELED_RESPONSE,
    names.MULTI_PREFIX,
    names.AWAY_NOTIFY,
    names.CHATHISTORY,
    names.EVENT_PLAYBACK,
    names.ACCOUNT_NOTIFY,
    names.ACCOUNT_TAG,
    names.EXTENDED_JOIN,
    names.SETNAME,
    names.CHGHOST,
    names.USERHOST_IN_NAMES,
    names.INVITE_NOTIFY,
    names.CAP_NOTIFY,
    names.STANDARD_REPLIES,
    names.EXACTLY_ONCE,
)
_MOST_OFFERED = 500
_MOST_TRIES = 8
_MOST_MOTD_LINES = 500
_FOR_GOOD = re.compile(r"\b(kill|[kgdz]-?line|banned|you are not welcome)", re.I)


@dataclass(slots=True)
class Login:
    """How far registration has come; `reclaims` is how many NICKs were sent unasked."""

    offered: dict[str, str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    negotiating: bool = True
    tries: int = 0
    reclaims: int = 0
    motd: list[str] = field(default_factory=list)


def begin(session: "Session") -> None:
    """Ask for the capabilities and say who signs in, in one go."""
    identity = session.identity
    session.send("CAP", "LS", "302")
    if identity.password:
        session.send("PASS", identity.password)
    session.send("NICK", identity.nick)
    session.send("USER", _user_name(identity.nick), "0", "*", identity.nick)


def _user_name(nick: str) -> str:
    """Give a user name that old servers take too: ASCII letters and digits."""
    plain = "".join(each for each in nick if each.isascii() and each.isalnum())
    return plain[:10] or "chatapp"


@inbound.handles("CAP", min_params=2)
def cap(session: "Session", message: Message) -> None:
    """Go on with the negotiation of capabilities."""
    step = _CAP_STEPS.get(message.params[1].upper())
    if step:
        step(session, message)


def _cap_ls(session: "Session", message: Message) -> None:
    _note_offered(session.login, parse_capabilities(message.trailing))
    is_last = message.params[2:3] != ("*",) or len(message.params) < 4
    if is_last:
        _ask_for(session, session.login.offered)


def _cap_new(session: "Session", message: Message) -> None:
    offered = parse_capabilities(message.trailing)
    _note_offered(session.login, offered)
    _ask_for(session, offered)


def _note_offered(login: Login, offered: dict[str, str]) -> None:
    for name, value in offered.items():
        if name in login.offered or len(login.offered) < _MOST_OFFERED:
            login.offered[name] = value


def _cap_ack(session: "Session", message: Message) -> None:
    for name in parse_capabilities(message.trailing):
        session.login.asked.discard(name.removeprefix("-"))
        if name.startswith("-"):
            session.capabilities.discard(name[1:])
        elif name in WANTED:
            session.capabilities.add(name)
    _finish_negotiation(session)


def _cap_nak(session: "Session", message: Message) -> None:
    """Ask for each alone if several were refused together."""
    refused = [name for name in parse_capabilities(message.trailing) if name in WANTED]
    if len(refused) > 1:
        for name in refused:
            session.send("CAP", "REQ", name)
        return
    session.login.asked.difference_update(refused)
    _finish_negotiation(session)


def _cap_del(session: "Session", message: Message) -> None:
    for name in parse_capabilities(message.trailing):
        session.capabilities.discard(name)
        session.login.offered.pop(name, None)


_CAP_STEPS = {
    "LS": _cap_ls,
    "NEW": _cap_new,
    "ACK": _cap_ack,
    "NAK": _cap_nak,
    "DEL": _cap_del,
}


def _ask_for(session: "Session", offered: dict[str, str]) -> None:
    wanted = [name for name in WANTED if name in offered]
    missing = [name for name in wanted if not session.has(name)]
    session.login.asked.update(missing)
    if missing:
        session.send("CAP", "REQ", " ".join(missing))
    _finish_negotiation(session)


def _finish_negotiation(session: "Session") -> None:
    login = session.login
    if login.negotiating and not login.asked:
        login.negotiating = False
        session.send("CAP", "END")


@inbound.handles("PING")
def ping(session: "Session", message: Message) -> None:
    """Say that one is there, also before registration is complete."""
    session.send("PONG", *message.params[:1])


@inbound.handles("PONG", min_params=1)
def pong(session: "Session", message: Message) -> None:
    """Take in that the server is there."""
    session.emit(PongHeard(message.trailing))


@inbound.handles("001", min_params=1)
def welcome(session: "Session", message: Message) -> None:
    """Learn the nick one was given; the rest of the welcome follows."""
    session.nick = message.params[0]


@inbound.handles("005", min_params=2)
def isupport(session: "Session", message: Message) -> None:
    """Learn what the server supports."""
    name = session.isupport.network
    session.learn_isupport(session.isupport.with_tokens(message.params[1:-1]))
    if session.isupport.network != name:
        session.emit(NetworkNamed(session.isupport.network))


@inbound.handles("375")
def motd_begins(session: "Session", message: Message) -> None:
    """Begin to collect the message of the day."""
    del message
    session.login.motd.clear()


@inbound.handles("372")
def motd(session: "Session", message: Message) -> None:
    """Collect a line of the message of the day."""
    if len(session.login.motd) < _MOST_MOTD_LINES:
        session.login.motd.append(message.trailing.removeprefix("- "))


@inbound.handles("376", "422")
def motd_ends(session: "Session", message: Message) -> None:
    """Be signed in: the welcome ends here, with a message of the day or without."""
    text = "\n".join(session.login.motd).strip()
    session.login.motd.clear()
    complete(session)
    if message.command == "376" and text:
        session.emit(ServerSaid(text))


def complete(session: "Session") -> None:
    """Count as signed in, once."""
    if not session.registered:
        session.registered = True
        session.emit(Registered(session.nick))


@inbound.handles("433", "436", "437")
def nick_taken(session: "Session", message: Message) -> None:
    """Sign in under a similar nick if that is better than not at all."""
    if session.registered:
        _nick_stays(session, message)
        return
    _try_other_nick(session)


@inbound.handles("431", "432")
def nick_refused(session: "Session", message: Message) -> None:
    """Give up signing in with a nick that this server does not take."""
    if session.registered:
        _nick_stays(session, message)
        return
    if session.login.tries:  # the nick one wanted was only taken
        _try_other_nick(session)
        return
    session.emit(SignInRefused(Problem.NICK_REFUSED, message.trailing))


def _try_other_nick(session: "Session") -> None:
    identity, login = session.identity, session.login
    login.tries += 1
    if not identity.other_nicks or login.tries > _MOST_TRIES:
        session.emit(SignInRefused(Problem.NICK_TAKEN, identity.nick))
        return
    session.nick = similar_nick(identity.nick, login.tries, identity.longest_nick)
    session.send("NICK", session.nick)


def change_nick(session: "Session", nick: str) -> None:
    """Ask for another nick."""
    session.wanted_nick = nick
    session.login.reclaims = 0
    session.send("NICK", nick)


def reclaim_nick(session: "Session") -> None:
    """Try to take the nick one wanted; a refusal is not worth a word."""
    if session.nick != session.wanted_nick:
        session.login.reclaims += 1
        session.send("NICK", session.wanted_nick)


def _nick_stays(session: "Session", message: Message) -> None:
    if problems.is_of_reclaim(session):
        return
    session.wanted_nick = session.nick
    problems.refuse(session, message)


@inbound.handles("464")
def password_refused(session: "Session", message: Message) -> None:
    """Ask for the server's password."""
    known = session.identity.password
    problem = Problem.PASSWORD_WRONG if known else Problem.PASSWORD_NEEDED
    session.emit(SignInRefused(problem, message.trailing))


@inbound.handles("465")
def banned(session: "Session", message: Message) -> None:
    """Do not come back where one is banned."""
    session.emit(ServerClosed(message.trailing, for_good=True))


@inbound.handles("ERROR")
def error(session: "Session", message: Message) -> None:
    """Learn why the server ends the connection."""
    reason = message.trailing
    for_good = _FOR_GOOD.search(reason) is not None
    session.emit(ServerClosed(reason, for_good))


@inbound.handles("KILL", min_params=1)
def killed(session: "Session", message: Message) -> None:
    """Be removed from the server by an operator."""
    if session.is_me(message.params[0]):
        reason = "".join(message.params[1:])
        session.emit(ServerClosed(reason, for_good=True))
