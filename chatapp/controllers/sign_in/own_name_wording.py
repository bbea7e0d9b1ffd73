"""Sentences about one's own name on another computer, ready to translate."""

from chatapp.language import gettext as _

USE_ELSEWHERE = _("Use it on another computer")
ELSEWHERE_TITLE = _("Your name on another computer")
NOT_OWN_YET = _(
    "{nick} is not yet yours for sure on this server, so it cannot be used on another"
    " computer. That needs an encrypted connection and a server with accounts; sign in"
    " again later."
)
ONLY_HERE = _(
    "Only this computer has the address that you signed in by, and no other answers."
    " To use {nick} elsewhere, sign in first by an address that is reached from there."
)
ELSEWHERE = _(
    "Paste this link into the address field of chatapp there, or scan it, and you are"
    " {nick} on both. Whoever has it can be you: show it to nobody else."
)
