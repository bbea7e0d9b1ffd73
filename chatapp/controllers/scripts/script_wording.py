"""Sentences that scripts are told, of what nobody sees in a window."""

from chatapp.language import gettext as _
from chatapp.models.events import Problem

NO_SERVER = _(
    "Say which server with --server ADDRESS, for example --server 192.168.1.20. Nobody"
    " has signed in by the window on this computer yet, and no chat runs on it."
)
OF_TERMINALS = {
    Problem.CERTIFICATE_UNKNOWN: _(
        "Nobody vouches for the server at {host} port {port} ({why}), and it is not"
        " known on this computer, so nothing was sent. Sign in there once in the"
        " window, give --server an invitation, or say --trust-new to know it from now"
        " on."
    ),
    Problem.NICK_OWNED: _(
        "{nick} belongs to somebody else here. Give another name with --username. If"
        " it is yours, sign in there once in the window on this computer."
    ),
    Problem.PASSWORD_NEEDED: _(
        "This server asks for a password, which is not given on a command line. Give"
        " --server an invitation."
    ),
    Problem.INVITATION_NEEDED: _(
        "This server lets in only people who were invited. Ask somebody who is there"
        " for an invitation, and give --server that."
    ),
}
"""What is said otherwise where there is no window to type something in."""

A_ROOM = _(
    "There is a room {room}. Write its name with its sign, and between quotes:"
    " '{room}'."
)
SIGNED_IN = _("Signed in at {host} port {port} as {nick}.")
NOBODY_ELSE = _("Nobody else is in {room}.")
NO_ROOM = _(
    "There is no room {room} on this server. Check the spelling, or say --create to"
    " make it."
)
