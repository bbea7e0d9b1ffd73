"""Sentences about accounts of other networks, all in one place, ready to translate."""

from chatapp.models.entities import AccountWords

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
NO_NAME = "Type the account's name, as the network knows it."
WRONG_NAME = "An account's name has no blanks, and at most 100 characters."
NO_PROOF = "Type the password, or choose a certificate file below."
WRONG_CERTIFICATE = (
    "This file cannot be used. Choose one in PEM that has a certificate and its key,"
    " without a password."
)
