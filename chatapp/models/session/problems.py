"""What the server refuses: error numerics and standard replies, in kind sentences."""

from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.models.events import Problem, RequestRefused, ServerSaid
from chatapp.models.session import room_check, room_list, searching, typing
from chatapp.models.session.facts import (
    AccountNotMade,
    ChannelRefused,
    PageRefused,
    SearchRefused,
    SendRefused,
    SignInRefused,
)
from chatapp.models.session.refusals import (
    CANNOT_BE_HEARD,
    NICK_STAYS,
    NO_SUCH_NICK,
    NOT_DONE,
    NOT_JOINED,
    NOT_JOINED_NOW,
    NOT_SENT,
    is_error,
    sentence_of,
)
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_NEEDS_KEY = n.ERR_BADCHANNELKEY
_WRONG_KEY = _(
    "That is not the right key for {about}, or too many wrong ones were tried. Ask"
    " somebody in it, or wait a little."
)
_LED_ON = _("{about} cannot be joined: the server leads you to {other} instead.")
NOT_DELETED = {
    "INVALID_TARGET": _("Nothing can be deleted in {about}."),
    "REDACT_FORBIDDEN": _("You may not delete this message."),
    "REDACT_WINDOW_EXPIRED": _("This message is too old to be deleted."),
    "UNKNOWN_MSGID": _("The server does not know this message any more."),
}
_NO_SERVER = n.ERR_NOSUCHSERVER
_ASKED_UNSEEN = frozenset(
    ("CAP", "CHATHISTORY", "ISON", "MODE", "MONITOR", "PING", "WHO")
)
"""What the session asks by itself: nobody would know what a refusal is about."""
_ABOUT = 1
_FOREIGN = frozenset("/-+<>_.{")


def note_unknown(session: "Session", message: Message) -> None:
    """Take in a message that is in no table: an error, or no IRC at all."""
    command = message.command
    if is_error(command):
        refuse(session, message)
    elif not session.registered and _is_foreign(message):
        session.emit(SignInRefused(Problem.NOT_A_CHAT_SERVER))


def refuse(session: "Session", message: Message) -> None:
    """Tell of an error numeric, or of the message or channel that it refuses."""
    if not session.registered:
        return
    code = message.command
    session.inquiries.note_refusal(session, message)
    if code in NICK_STAYS and is_of_reclaim(session):
        return
    about = message.params[_ABOUT] if len(message.params) > _ABOUT + 1 else ""
    if room_check.note_denial(session, code, about):
        return
    if room_list.note_refusal(session, message):
        return
    # Some servers leave out the nick that stands first in a numeric.
    named = {each.upper() for each in message.params[:2]}
    if code in NOT_DONE and not _ASKED_UNSEEN.isdisjoint(named):
        return
    if code == _NO_SERVER and session.inquiries.is_whois_of(session, about):
        code = NO_SUCH_NICK  # WHOIS names whom it asks, so that his server answers
    _tell(session, message, code, about)


def _tell(session: "Session", message: Message, code: str, about: str) -> None:
    sentence = sentence_of(code, about, message.trailing) or message.trailing
    if code == _NEEDS_KEY and session.fold(about) in session.keyed_joins:
        sentence = _WRONG_KEY.format(about=about)
    if code in NOT_JOINED:
        session.emit(ChannelRefused(about, is_for_now=code in NOT_JOINED_NOW))
    is_unasked = _is_of_typing(session, message, about)
    if code in NOT_SENT:
        label = session.label_of(message)
        session.emit(SendRefused(about, label, code, sentence, is_unasked))
    elif sentence and not is_unasked:
        session.emit(RequestRefused(code, about, sentence))


def _is_of_typing(session: "Session", message: Message, about: str) -> bool:
    """Tell whether an error answers what tells of writing, as far as one can know.

    Nobody is to hear of that: one has not tried to send anything yet.
    """
    label = session.label_of(message)
    if label or message.command not in CANNOT_BE_HEARD:
        return label == typing.LABEL
    return typing.forget(session, about)  # only the first error can be of that


@inbound.handles(n.ERR_LINKCHANNEL, min_params=3)
def led_on(session: "Session", message: Message) -> None:
    """Take in that the server leads to another channel than the one asked for."""
    channel, other = message.params[1:3]
    if session.isupport.is_channel(other):
        session.emit(ChannelRefused(channel, other))
        sentence = _LED_ON.format(about=channel, other=other)
        session.emit(RequestRefused(message.command, channel, sentence))
    else:
        refuse(session, message)


@inbound.handles("FAIL", min_params=3)
def fail(session: "Session", message: Message) -> None:
    """Tell of a failure in the server's words."""
    command, code = message.params[0].upper(), message.params[1]
    about = " ".join(message.params[2:-1])
    if not session.registered:
        session.emit(SignInRefused(Problem.REFUSED, message.trailing))
    elif command == "LIST" and room_list.note_refusal(session, message):
        return
    elif command == "MARKREAD" or session.label_of(message) == typing.LABEL:
        return  # what nobody asked for
    elif command == "REGISTER":
        session.emit(AccountNotMade(code))
    elif command in ("CHATHISTORY", searching.COMMAND):
        _tell_of_no_past(session, message)
    elif command in ("PRIVMSG", "NOTICE", "BATCH"):
        label = session.label_of(message)
        room = message.params[2] if about and command != "BATCH" else ""
        session.emit(SendRefused(room, label, code, message.trailing))
    elif command != "NICK" or not is_of_reclaim(session):
        session.emit(RequestRefused(code, about, _sentence_of_failure(message)))


def _sentence_of_failure(message: Message) -> str:
    """Give a failure in words of our own where there are any, else in the server's."""
    command, code, about = message.params[:3]
    words = NOT_DELETED.get(code, "") if command.upper() == "REDACT" else ""
    return words.format(about=about) or message.trailing


@inbound.handles("WARN", "NOTE", min_params=3)
def note(session: "Session", message: Message) -> None:
    """Pass on what the server wants people to know."""
    if session.registered:
        session.emit(ServerSaid(message.trailing))


def is_of_reclaim(session: "Session") -> bool:
    """Tell whether a refused nick is one that was tried unasked; each is told once."""
    if not session.login.reclaims:
        return False
    session.login.reclaims -= 1
    return True


def _tell_of_no_past(session: "Session", message: Message) -> None:
    if message.params[0].upper() == searching.COMMAND:
        session.emit(SearchRefused(message.trailing))
    elif "TARGETS" not in message.params[2:3]:
        # A server that does not know that can tell of nothing.
        session.emit(PageRefused(_history_target(message)))


def _history_target(message: Message) -> str:
    """Find the room in FAIL CHATHISTORY CODE LATEST #room :words."""
    context = message.params[2:-1]
    return context[1] if len(context) > 1 else ""


def _is_foreign(message: Message) -> bool:
    """Tell whether this is how another protocol greets, such as HTTP or SSH."""
    command = message.command
    if command.isdigit():
        return message.source is None
    return not _FOREIGN.isdisjoint(command) or not command.isascii()
