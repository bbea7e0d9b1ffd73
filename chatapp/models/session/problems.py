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
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

# What stands in digits is of other servers, which do not agree on its name.
REFUSALS = {
    n.ERR_NOSUCHNICK: _("{about} is not here now. Check the spelling, or write later."),
    n.ERR_NOSUCHSERVER: _("There is no server {about}."),
    n.ERR_NOSUCHCHANNEL: _("There is no room {about}. Check the spelling."),
    n.ERR_CANNOTSENDTOCHAN: _("You cannot write in {about} now."),
    n.ERR_TOOMANYCHANNELS: _(
        "You are in as many rooms as this server allows. Leave one first."
    ),
    n.ERR_TOOMANYTARGETS: _("That is too many people at once. Write to fewer."),
    n.ERR_NORECIPIENT: _("The server did not understand to whom that was to go."),
    n.ERR_NOTEXTTOSEND: _("There was nothing to send."),
    n.ERR_INPUTTOOLONG: _("That was too long. Send it in shorter parts."),
    n.ERR_UNKNOWNCOMMAND: _("This server does not know the command {about}."),
    n.ERR_ERRONEUSNICKNAME: _(
        "The server does not accept {about} as a username. It says: {reason}"
    ),
    n.ERR_NICKNAMEINUSE: _("{about} is already in use here. Choose another username."),
    n.ERR_NICKCOLLISION: _("{about} is already in use here. Choose another username."),
    n.ERR_UNAVAILRESOURCE: _(
        "{about} cannot be used just now. Try again in a few minutes."
    ),
    n.ERR_USERNOTINCHANNEL: _("{about} is not in that room."),
    n.ERR_NOTONCHANNEL: _("You are not in {about}. Join it first."),
    n.ERR_USERONCHANNEL: _("{about} is already in that room."),
    n.ERR_NEEDMOREPARAMS: _("The command {about} needs more words."),
    n.ERR_CHANNELISFULL: _("{about} is full. Try again later."),
    n.ERR_INVITEONLYCHAN: _(
        "{about} is by invitation only. Ask somebody in it to invite you."
    ),
    n.ERR_BANNEDFROMCHAN: _("You are banned from {about}."),
    n.ERR_BADCHANNELKEY: _("{about} needs a key: type /join {about} and the key."),
    n.ERR_BADCHANMASK: _("{about} cannot be the name of a room."),
    n.ERR_NEEDREGGEDNICK: _("{about} is only for people with an account here."),
    n.ERR_BANLISTFULL: _("The ban list of {about} is full."),
    n.ERR_NOPRIVILEGES: _("Only the server's operators can do that."),
    n.ERR_CHANOPRIVSNEEDED: _("Only moderators of {about} can do that."),
    "489": _("{about} is only for people with an encrypted connection."),
}
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
NO_SUCH_NICK = n.ERR_NOSUCHNICK
_NOT_HEARD_BY_ONE = frozenset(("439", "486", n.ERR_CANNOTSENDTOUSER, "707", "716"))
"""Whoever one writes to is asked too often, or hears only whom he knows."""
NOT_SENT = _NOT_HEARD_BY_ONE | {
    *(
        n.ERR_NOSUCHNICK,
        n.ERR_NOSUCHCHANNEL,
        n.ERR_CANNOTSENDTOCHAN,
        n.ERR_TOOMANYTARGETS,
        n.ERR_NORECIPIENT,
        n.ERR_NOTEXTTOSEND,
        n.ERR_INPUTTOOLONG,
        n.ERR_NOTONCHANNEL,
        n.ERR_NEEDREGGEDNICK,
    ),
}
CANNOT_BE_HEARD = _NOT_HEARD_BY_ONE | {
    NO_SUCH_NICK,
    n.ERR_NOSUCHCHANNEL,
    n.ERR_CANNOTSENDTOCHAN,
}
"""What a server without labels answers to a message; other codes answer the rest."""
NOT_JOINED_NOW = frozenset((n.ERR_UNAVAILRESOURCE, "480", "500"))
"""It was left in a netsplit just now, or too many come in at once."""
NOT_JOINED = NOT_JOINED_NOW | {
    *(
        n.ERR_NOSUCHCHANNEL,
        n.ERR_TOOMANYCHANNELS,
        n.ERR_CHANNELISFULL,
        n.ERR_INVITEONLYCHAN,
        n.ERR_BANNEDFROMCHAN,
        n.ERR_BADCHANNELKEY,
        n.ERR_BADCHANMASK,
        n.ERR_NEEDREGGEDNICK,
        "489",
        "519",
        "520",
    ),
}
_NO_SERVER = n.ERR_NOSUCHSERVER
_NOT_DONE = frozenset((n.RPL_TRYAGAIN, n.ERR_UNKNOWNCOMMAND, n.ERR_NEEDMOREPARAMS))
_ASKED_UNSEEN = frozenset(("CAP", "CHATHISTORY", "ISON", "MODE", "PING", "WHO"))
"""What the session asks by itself: nobody would know what a refusal is about."""
_NICK_STAYS = frozenset((n.ERR_BANNICKCHANGE, "438", "447", "484"))
"""Why a nick cannot be changed now: banned there, too fast, the room's rule, one's own.
"""
_ABOUT = 1
_ERRORS = ("4", "5")
_NUMERIC_LENGTH = 3
_OTHER_ERRORS = frozenset(
    (
        n.RPL_TRYAGAIN,
        n.ERR_INVALIDMODEPARAM,
        "707",
        "716",
        n.ERR_NOPRIVS,
        n.ERR_MONLISTFULL,
        "742",
        "972",
        "974",
    )
)
_FOREIGN = frozenset("/-+<>_.{")


def note_unknown(session: "Session", message: Message) -> None:
    """Take in a message that is in no table: an error, or no IRC at all."""
    command = message.command
    if is_error(command):
        refuse(session, message)
    elif not session.registered and _is_foreign(message):
        session.emit(SignInRefused(Problem.NOT_A_CHAT_SERVER))


def is_error(command: str) -> bool:
    """Tell whether a command is a numeric that refuses something."""
    is_numeric = len(command) == _NUMERIC_LENGTH and command.isdigit()
    return is_numeric and (command.startswith(_ERRORS) or command in _OTHER_ERRORS)


def refuse(session: "Session", message: Message) -> None:
    """Tell of an error numeric, or of the message or channel that it refuses."""
    if not session.registered:
        return
    code = message.command
    session.inquiries.note_refusal(session, message)
    if code in _NICK_STAYS and is_of_reclaim(session):
        return
    about = message.params[_ABOUT] if len(message.params) > _ABOUT + 1 else ""
    if room_check.note_denial(session, code, about):
        return
    if room_list.note_refusal(session, message):
        return
    # Some servers leave out the nick that stands first in a numeric.
    named = {each.upper() for each in message.params[:2]}
    if code in _NOT_DONE and not _ASKED_UNSEEN.isdisjoint(named):
        return
    if code == _NO_SERVER and session.inquiries.is_whois_of(session, about):
        code = NO_SUCH_NICK  # WHOIS names whom it asks, so that his server answers
    _tell(session, message, code, about)


def _tell(session: "Session", message: Message, code: str, about: str) -> None:
    sentence = _refusal(code, about, message.trailing) or message.trailing
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


def _refusal(code: str, about: str, reason: str) -> str:
    """Give kind words for a refusal, or "" where there are none that fit."""
    words = REFUSALS.get(code, "")
    fits = about or "{about}" not in words
    return words.format(about=about, reason=reason) if fits else ""


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
        session.emit(RequestRefused(code, about, _sentence_of(message)))


def _sentence_of(message: Message) -> str:
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
