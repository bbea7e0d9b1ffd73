"""Sentences about accounts of other networks, all in one place, ready to translate."""

from chatapp.language import gettext as _
from chatapp.models.entities import AccountWords
from chatapp.models.events import ProofProblem

ACCOUNT = _("Account…")
ACCOUNT_OF = _("Account: {name}")
CARD = AccountWords(
    title=_("Your account"),
    words=_(
        "Where a network has accounts, yours is proved while you sign in, and only"
        " over an encrypted connection. A chatapp server needs none of this. The"
        " password is kept in this computer's keyring, or in a file that only you"
        " can read."
    ),
    name=_("Name of the account"),
    password=_("Password"),
    certificate=_("Certificate file, if you have one"),
    example=_("PEM, with its key"),
    choose=_("Choose…"),
    action=_("Use it"),
    cancel=_("Cancel"),
)
NEEDS_TLS = _(
    "The server at {host} port {port} does not encrypt, so the account {account} cannot"
    " be proved there. Most networks encrypt at port 6697. Or sign in without it."
)
NO_NAME = _("Type the account's name, as the network knows it.")
WRONG_NAME = _("An account's name has no blanks, and at most 100 characters.")
NO_PROOF = _("Type the password, or choose a certificate file below.")
WRONG_CERTIFICATE = _(
    "This file cannot be used. Choose one in PEM that has a certificate and its key,"
    " without a password."
)

_NOT_PROVED: dict[ProofProblem, str] = {
    ProofProblem.NO_SECRET: _(
        "You are signed in as {nick}, without the account {account}: its password"
        " is not known here. Type it."
    ),
    ProofProblem.WRONG: _(
        "You are signed in as {nick}, without the account {account}: the network"
        " did not accept what proves it. Check its name and password."
    ),
    ProofProblem.LOCKED: _(
        "You are signed in as {nick}, without the account {account}, which is"
        " locked. Ask whoever runs the network."
    ),
    ProofProblem.NOT_OFFERED: _(
        "You are signed in as {nick}, without the account {account}: this network"
        " does not offer to prove it in a way that is safe here. Look whether it"
        " has accounts at all, or sign in once more."
    ),
    ProofProblem.NOT_UNDERSTOOD: _(
        "You are signed in as {nick}, without the account {account}: the network"
        " asked for its proof in a way that cannot be answered. Sign in again"
        " later."
    ),
    ProofProblem.SERVER_UNPROVED: _(
        "You are signed in as {nick}, without the account {account}: the server"
        " did not prove that it knows it, so it may not be the one that it says it"
        " is. Ask whoever runs it before you go on."
    ),
}


def not_proved(account: str, problem: ProofProblem, nick: str) -> str:
    """Say why an account that was named is not used, and what to do about it."""
    return _NOT_PROVED[problem].format(account=account, nick=nick)
