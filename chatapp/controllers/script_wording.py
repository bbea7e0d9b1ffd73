"""Sentences that scripts are told, of what nobody sees in a window."""

from chatapp.language import gettext as _

NOBODY_NEW = _(
    "Nobody vouches for the server at {host} port {port} ({why}), and it is not known"
    " on this computer, so nothing was sent. Sign in there once in the window, give"
    " --server an invitation, or say --trust-new to know it from now on."
)
NOBODY_ELSE = _("Nobody else is in {room}.")
