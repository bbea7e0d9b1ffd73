"""Registration: nick and password, up to the server's welcome."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chatapp.models.accounts.account import Account
from chatapp.models.events import NetworkNamed, Problem, ServerSaid
from chatapp.models.hosting.operator_events import InvitedOnly
from chatapp.models.session import pings, problems, receipts, room_check, sasl
from chatapp.models.session.facts import (
    PongHeard,
    Registered,
    ServerClosed,
    SignInRefused,
)
from chatapp.models.session.last_words import is_collision, is_removal
from chatapp.models.session.table import inbound
from chatapp.models.session.urgency import Urgency
from chatapp.wire import numerics as n
from chatapp.wire.invite_link import INVITED
from chatapp.wire.message import Message, can_be_named
from chatapp.wire.similar_names import similar_nick

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_NO_NICK = "*"
_MOST_TRIES = 8
_MOST_MOTD_LINES = 500
_LOOKS_LIKE = re.compile(r"\b(looks like|confusab|too similar)", re.I)
_IS_OWNED = re.compile(r"\b(accounts?|registered|reserved|belongs)\b", re.I)
"""How servers say that somebody else owns a nick; no numeric of its own says it."""

_IS_FOR_INVITED = re.compile(r"\binvit", re.I)
"""How servers say that only invited people come in; 464 is all they have for it."""

_HAS_TO_WAIT = re.compile(r"\bplease wait\b", re.I)
"""How a server of ours says that too many wrong passwords came from there."""


@dataclass(slots=True)
class Login:
    """How far registration has come; `reclaims` is how many NICKs were sent unasked.

    `requests` are the CAP REQs that are not answered, each without what is agreed on.
    """

    offered: dict[str, str] = field(default_factory=dict)
    requests: list[list[str]] = field(default_factory=list)
    negotiating: bool = True
    is_welcome: bool = False
    server: str = ""
    proof: sasl.Proof | None = None
    proved: Account | None = None
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
    real_name = identity.real_name or identity.nick
    session.send("USER", _user_name(identity.nick), "0", "*", real_name)


def _user_name(nick: str) -> str:
    """Give a user name that old servers take too: ASCII letters and digits."""
    plain = "".join(each for each in nick if each.isascii() and each.isalnum())
    return plain[:10] or "chatapp"


@inbound.handles("PING")
def ping(session: "Session", message: Message) -> None:
    """Say that one is there, also before registration is complete."""
    session.send("PONG", *message.params[:1], urgency=Urgency.AT_ONCE)


@inbound.handles("PONG", min_params=1)
def pong(session: "Session", message: Message) -> None:
    """Take in that the server is there."""
    token = pings.answered(session, message)
    session.emit(PongHeard(token))
    room_check.finish(session, token)
    receipts.take(session, token)


@inbound.handles(n.RPL_WELCOME, min_params=1)
def welcome(session: "Session", message: Message) -> None:
    """Learn the nick one was given, if any; the rest of the welcome follows."""
    given = message.params[0]
    if can_be_named(given) and given != _NO_NICK:
        session.nick = given
    session.login.is_welcome = True
    session.login.server = message.source or ""


@inbound.handles(n.RPL_ISUPPORT, min_params=2)
def isupport(session: "Session", message: Message) -> None:
    """Learn what the server supports."""
    before = session.isupport
    now = before.with_tokens(message.params[1:-1])
    session.learn_isupport(now)
    if now.network != before.network:
        session.emit(NetworkNamed(now.network))
    if now.lets_in_only_invited != before.lets_in_only_invited:
        session.emit(InvitedOnly(now.lets_in_only_invited))


@inbound.handles(n.RPL_MOTDSTART)
def motd_begins(session: "Session", message: Message) -> None:
    """Begin to collect the message of the day."""
    del message
    session.login.motd.clear()


@inbound.handles(n.RPL_MOTD)
def motd(session: "Session", message: Message) -> None:
    """Collect a line of the message of the day."""
    if len(session.login.motd) < _MOST_MOTD_LINES:
        session.login.motd.append(message.trailing.removeprefix("- "))


@inbound.handles(n.RPL_ENDOFMOTD, n.ERR_NOMOTD)
def motd_ends(session: "Session", message: Message) -> None:
    """Be signed in: the welcome ends here, with a message of the day or without."""
    text = "\n".join(session.login.motd).strip()
    session.login.motd.clear()
    complete(session)
    if message.command == n.RPL_ENDOFMOTD and text:
        session.emit(ServerSaid(text))


def complete(session: "Session") -> None:
    """Count as signed in, once."""
    if not session.registered:
        session.registered = True
        if session.account and not session.login.tries:  # one is here already, as that
            session.wanted_nick = session.nick
        session.emit(Registered(session.nick))


@inbound.handles(n.ERR_NICKNAMEINUSE, n.ERR_NICKCOLLISION, n.ERR_UNAVAILRESOURCE)
def nick_taken(session: "Session", message: Message) -> None:
    """Sign in under a similar nick if that is better than not at all."""
    if session.registered:
        _nick_stays(session, message)
        return
    _try_other_nick(session, _why_taken(message.trailing))


def _why_taken(words: str) -> Problem:
    if _LOOKS_LIKE.search(words):
        return Problem.NICK_ALIKE
    return Problem.NICK_OWNED if _IS_OWNED.search(words) else Problem.NICK_TAKEN


@inbound.handles(n.ERR_NONICKNAMEGIVEN, n.ERR_ERRONEUSNICKNAME)
def nick_refused(session: "Session", message: Message) -> None:
    """Give up signing in with a nick that this server does not take."""
    if session.registered:
        _nick_stays(session, message)
        return
    if session.login.tries:  # the nick one wanted was only taken
        _try_other_nick(session, Problem.NICK_TAKEN)
        return
    session.emit(SignInRefused(Problem.NICK_REFUSED, message.trailing))


def _try_other_nick(session: "Session", problem: Problem) -> None:
    """Take a similar nick, also where one's own cannot be proved to be that."""
    identity, login = session.identity, session.login
    login.tries += 1
    is_unproved = login.proof is not None and login.proved is None
    may_try = identity.other_nicks or is_unproved
    if not may_try or login.tries > _MOST_TRIES:
        session.emit(SignInRefused(problem, identity.nick))
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


@inbound.handles(n.ERR_PASSWDMISMATCH)
def password_refused(session: "Session", message: Message) -> None:
    """Say what keeps one out: the server's password, or an invitation.

    Who is in was refused to be an operator.
    """
    if session.registered:
        problems.refuse(session, message)
        return
    problem = _why_kept_out(session.identity.password, message.trailing)
    session.emit(SignInRefused(problem, message.trailing))


def _why_kept_out(password: str, words: str) -> Problem:
    """Tell by what was sent, and by the server's words; it has one numeric for all."""
    if _HAS_TO_WAIT.search(words):
        return Problem.REFUSED
    if password.startswith(INVITED):
        return Problem.INVITATION_REFUSED
    if _IS_FOR_INVITED.search(words):
        return Problem.INVITATION_NEEDED
    return Problem.PASSWORD_WRONG if password else Problem.PASSWORD_NEEDED


@inbound.handles(n.ERR_YOUREBANNEDCREEP)
def banned(session: "Session", message: Message) -> None:
    """Do not come back where one is banned."""
    session.emit(ServerClosed(message.trailing, for_good=True))


@inbound.handles("ERROR")
def error(session: "Session", message: Message) -> None:
    """Learn why the server ends the connection."""
    reason = message.trailing
    session.emit(ServerClosed(reason, is_removal(reason)))


@inbound.handles("KILL", min_params=1)
def killed(session: "Session", message: Message) -> None:
    """Be removed from the server by an operator."""
    if session.is_me(message.params[0]):
        reason = "".join(message.params[1:])
        session.emit(ServerClosed(reason, for_good=not is_collision(reason)))
