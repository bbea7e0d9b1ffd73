"""CAP: agrees with the server on capabilities, and then proves the account."""

from typing import TYPE_CHECKING

from chatapp.models.session import sasl
from chatapp.models.session.facts import PolicyTold
from chatapp.models.session.table import inbound
from chatapp.wire import capabilities as names
from chatapp.wire.capabilities import parse_capabilities
from chatapp.wire.message import Message

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
    names.READ_MARKER,
    names.MULTILINE,
    names.SEARCH,
    names.METADATA,
    names.MESSAGE_REDACTION,
    names.EXACTLY_ONCE,
)
_MOST_OFFERED = 500


@inbound.handles("CAP", min_params=2)
def cap(session: "Session", message: Message) -> None:
    """Go on with the negotiation of capabilities."""
    step = _CAP_STEPS.get(message.params[1].upper())
    if step:
        step(session, message)


def _cap_ls(session: "Session", message: Message) -> None:
    _note_offered(session, parse_capabilities(message.trailing))
    is_last = message.params[2:3] != ("*",) or len(message.params) < 4
    if is_last:
        _ask_for(session, session.login.offered)


def _cap_new(session: "Session", message: Message) -> None:
    offered = parse_capabilities(message.trailing)
    _note_offered(session, offered)
    _ask_for(session, offered)


def _note_offered(session: "Session", offered: dict[str, str]) -> None:
    known = session.login.offered
    for name, value in offered.items():
        if name in known or len(known) < _MOST_OFFERED:
            known[name] = value
    if names.STS in offered:
        session.emit(PolicyTold(offered[names.STS]))


def _cap_ack(session: "Session", message: Message) -> None:
    login, told = session.login, parse_capabilities(message.trailing)
    for name in told:
        if name.startswith("-"):
            session.capabilities.discard(name[1:])
        elif name in _wanted(session):
            session.capabilities.add(name)
    left = [[it for it in request if it not in told] for request in login.requests]
    login.requests = [request for request in left if request]
    _finish_negotiation(session)


def _cap_nak(session: "Session", message: Message) -> None:
    """Ask for each alone if several were refused together.

    A request is refused as a whole, also where the server has cut the list that it
    repeats (https://ircv3.net/specs/core/capability-negotiation-3.1.html).
    """
    requests = session.login.requests
    if not requests:
        return
    named = next(iter(parse_capabilities(message.trailing)), "")
    refused = next((each for each in requests if named in each), requests[0])
    requests.remove(refused)
    if len(refused) > 1:
        for name in refused:
            _request(session, [name])
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


def _wanted(session: "Session") -> tuple[str, ...]:
    """Give the capabilities to ask for, the one to prove an account if there is one."""
    return (*WANTED, names.SASL) if session.identity.account else WANTED


def _ask_for(session: "Session", offered: dict[str, str]) -> None:
    asked = {name for request in session.login.requests for name in request}
    wanted = [name for name in _wanted(session) if name in offered]
    missing = [it for it in wanted if not session.has(it) and it not in asked]
    if missing:
        _request(session, missing)
    _finish_negotiation(session)


def _request(session: "Session", capabilities: list[str]) -> None:
    session.login.requests.append(capabilities)
    session.send("CAP", "REQ", " ".join(capabilities))


def _finish_negotiation(session: "Session") -> None:
    login, account = session.login, session.identity.account
    if not login.negotiating or login.requests:
        return
    login.negotiating = False
    if account is None:
        _end_negotiation(session)
    else:
        sasl.begin(session, account, lambda: _end_negotiation(session))


def _end_negotiation(session: "Session") -> None:
    session.send("CAP", "END")
