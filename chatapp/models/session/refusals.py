"""Which refusals of a server concern what, and kind sentences for them."""

from chatapp.language import gettext as _
from chatapp.wire import numerics as n

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
NO_SUCH_NICK = n.ERR_NOSUCHNICK
_NOT_HEARD_BY_ONE = frozenset(("439", "486", n.ERR_CANNOTSENDTOUSER, "707", "716"))
"""Whoever one writes to is asked too often, or hears only whom he knows."""
NOT_SENT = _NOT_HEARD_BY_ONE | {
    n.ERR_NOSUCHNICK,
    n.ERR_NOSUCHCHANNEL,
    n.ERR_CANNOTSENDTOCHAN,
    n.ERR_TOOMANYTARGETS,
    n.ERR_NORECIPIENT,
    n.ERR_NOTEXTTOSEND,
    n.ERR_INPUTTOOLONG,
    n.ERR_NOTONCHANNEL,
    n.ERR_NEEDREGGEDNICK,
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
}
NOT_DONE = frozenset((n.RPL_TRYAGAIN, n.ERR_UNKNOWNCOMMAND, n.ERR_NEEDMOREPARAMS))
NICK_STAYS = frozenset((n.ERR_BANNICKCHANGE, "438", "447", "484"))
"""Why a nick cannot be changed now: banned there, too fast, the room's rule, one's own.
"""
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


def is_error(command: str) -> bool:
    """Tell whether a command is a numeric that refuses something."""
    is_numeric = len(command) == _NUMERIC_LENGTH and command.isdigit()
    return is_numeric and (command.startswith(_ERRORS) or command in _OTHER_ERRORS)


def sentence_of(code: str, about: str, reason: str) -> str:
    """Give kind words for a refusal, or "" where there are none that fit."""
    words = REFUSALS.get(code, "")
    fits = about or "{about}" not in words
    return words.format(about=about, reason=reason) if fits else ""
