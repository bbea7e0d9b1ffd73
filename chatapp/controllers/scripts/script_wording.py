"""Sentences that scripts are told, of what nobody sees in a window."""

from chatapp.language import gettext as _

NOBODY_NEW = _(
    "Nobody vouches for the server at {host} port {port} ({why}), and it is not known"
    " on this computer, so nothing was sent. Sign in there once in the window, give"
    " --server an invitation, or say --trust-new to know it from now on."
)
SIGNED_IN = _("Signed in at {host} port {port} as {nick}.")
NOBODY_ELSE = _("Nobody else is in {room}.")
NO_ROOM = _(
    "There is no room {room} on this server. Check the spelling, or say --create to"
    " make it."
)
