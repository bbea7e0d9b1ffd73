"""WHOIS: collects what the server tells of somebody, in words for people."""

from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.language import ngettext
from chatapp.models.events import WhoisArrived
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.timestamps import parse_seconds
from chatapp.wire.whole_numbers import whole_number

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_MOST_DIGITS = 12
_AS_TOLD = {
    n.RPL_WHOISCERTFP: "Certificate",
    n.RPL_WHOISREGNICK: "Account",
    n.RPL_WHOISOPERATOR: "Role",
    n.RPL_WHOISSPECIAL: "Note",
    n.RPL_WHOISBOT: "Kind",
    n.RPL_WHOISACTUALLY: "Address",
    n.RPL_WHOISHOST: "Address",
    n.RPL_WHOISMODES: "Modes",
    n.RPL_WHOISSECURE: "Connection",
}


@inbound.handles(n.RPL_WHOISUSER, min_params=6)
def user(session: "Session", message: Message) -> None:
    """Collect address and real name."""
    _, _, user_name, host, _, realname = message.params[:6]
    facts = [("Name", realname)] if realname else []
    facts.append(("Address", f"{user_name}@{host}"))
    session.inquiries.note_whois(session, message, *facts)


@inbound.handles(n.RPL_WHOISSERVER, min_params=3)
def server(session: "Session", message: Message) -> None:
    """Collect the server."""
    session.inquiries.note_whois(session, message, ("Server", message.params[2]))


@inbound.handles(n.RPL_WHOISIDLE, min_params=3)
def idle(session: "Session", message: Message) -> None:
    """Collect since when somebody is silent, and since when there."""
    facts = []
    seconds = whole_number(message.params[2], _MOST_DIGITS)
    if seconds is not None:
        facts.append(("Silent for", spell_duration(seconds)))
    if len(message.params) > 4 and message.params[3].isdigit():
        facts.append(("Here since", _spell_moment(message.params[3])))
    session.inquiries.note_whois(session, message, *facts)


@inbound.handles(n.RPL_WHOISCHANNELS, min_params=3)
def channels(session: "Session", message: Message) -> None:
    """Collect the channels."""
    session.inquiries.note_whois(session, message, ("Rooms", message.trailing.strip()))


@inbound.handles(n.RPL_WHOISACCOUNT, min_params=3)
def account(session: "Session", message: Message) -> None:
    """Collect the account."""
    session.inquiries.note_whois(session, message, ("Account", message.params[2]))


@inbound.handles(*_AS_TOLD, min_params=3)
def as_told(session: "Session", message: Message) -> None:
    """Collect what is shown in the server's own words."""
    words = " ".join(message.params[2:])
    session.inquiries.note_whois(session, message, (_AS_TOLD[message.command], words))


@inbound.handles(n.RPL_ENDOFWHOIS, min_params=2)
def end(session: "Session", message: Message) -> None:
    """Show what was collected."""
    nick = message.params[1]
    facts = session.inquiries.whois.pop(session.fold(nick), None)
    if facts:
        session.emit(WhoisArrived(nick, tuple(facts)))


def spell_duration(seconds: int) -> str:
    """Say roughly how long that is."""
    days, hours, minutes = seconds // 86_400, seconds // 3_600, seconds // 60
    if days:
        words = ngettext("a day", "{count} days", days)
    elif hours:
        words = ngettext("an hour", "{count} hours", hours)
    elif minutes:
        words = ngettext("a minute", "{count} minutes", minutes)
    else:
        words = _("less than a minute")
    return words.format(count=days or hours or minutes)


def _spell_moment(text: str) -> str:
    try:
        return f"{parse_seconds(text).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return _("an unknown time")
