"""Sentences about accounts of other networks, all in one place, ready to translate."""

from chatapp.models.entities import AccountWords
from chatapp.models.events import ProofProblem

ACCOUNT = "Account…"
ACCOUNT_OF = "Account: {name}"
CARD = AccountWords(
    title="Your account",
    words=(
        "Where a network has accounts, yours is proved while you sign in, and only over"
        " an encrypted connection. Nothing has to be typed to NickServ. A chatapp"
        " server needs none of this. The password is kept in this computer's keyring,"
        " or in a file that only you can read."
    ),
    name="Name of the account",
    password="Password",  # noqa: S106 - a label
    certificate="Certificate file, if you have one",
    example="PEM, with its key",
    choose="Choose…",
    action="Use it",
    cancel="Cancel",
)
NEEDS_TLS = (
    "The server at {host} port {port} does not encrypt, so the account {account} cannot"
    " be proved there. Most networks encrypt at port 6697. Or sign in without it."
)
NO_NAME = "Type the account's name, as the network knows it."
WRONG_NAME = "An account's name has no blanks, and at most 100 characters."
NO_PROOF = "Type the password, or choose a certificate file below."
WRONG_CERTIFICATE = (
    "This file cannot be used. Choose one in PEM that has a certificate and its key,"
    " without a password."
)

_NOT_PROVED: dict[ProofProblem, str] = {
    ProofProblem.NO_SECRET: (
        "You are signed in as {nick}, without the account {account}: its password is"
        " not known here. Type it."
    ),
    ProofProblem.WRONG: (
        "You are signed in as {nick}, without the account {account}: the network did"
        " not accept what proves it. Check its name and password."
    ),
    ProofProblem.LOCKED: (
        "You are signed in as {nick}, without the account {account}, which is locked."
        " Ask whoever runs the network."
    ),
    ProofProblem.NOT_OFFERED: (
        "You are signed in as {nick}, without the account {account}: this network does"
        " not offer to prove it in a way that is safe here. Look whether it has"
        " accounts at all, or sign in once more."
    ),
    ProofProblem.NOT_UNDERSTOOD: (
        "You are signed in as {nick}, without the account {account}: the network asked"
        " for its proof in a way that cannot be answered. Sign in again later."
    ),
    ProofProblem.SERVER_UNPROVED: (
        "You are signed in as {nick}, without the account {account}: the server did not"
        " prove that it knows it, so it may not be the one that it says it is. Ask"
        " whoever runs it before you go on."
    ),
}


def not_proved(account: str, problem: ProofProblem, nick: str) -> str:
    """Say why an account that was named is not used, and what to do about it."""
    return _NOT_PROVED[problem].format(account=account, nick=nick)
