"""NICKSERV: accounts for clients without SASL, and what owners choose of their own.

People know NickServ from elsewhere: what they write to it is taken as this command.
"""

from collections.abc import Callable, Sequence
from functools import partial

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.sasl import MalformedResponse
from chatapp.wire.scram import ScramKeys, password_fits
from server.commands.account_administration import (
    add_account,
    change_password,
    let_connect_often,
    let_stay,
    require_long_password,
)
from server.commands.accounts import sign_out
from server.commands.authentication import count_attempt, prove_by_password
from server.commands.context import NOT_DONE, Context
from server.commands.making_accounts import UNUSABLE, register
from server.commands.table import commands
from server.replies import Failed, Refused
from server.world.accounts import Account
from server.world.user import OPERATOR

NAME = "NickServ"
CHOICES: dict[str, bool | None] = {
    "ON": True,
    "TRUE": True,
    "OFF": False,
    "FALSE": False,
    "DEFAULT": None,
}
NO_ACCOUNT = "Sign in to your account first."
UNKNOWN = "That is not known here. HELP tells what is."
TOO_FEW = "Something is missing: {usage}"
EXPECTED = "Say ON, OFF or DEFAULT."
WRONG = "The first one is not your password. Nothing was changed."
OUT = "You are signed out."


@commands.handles("NICKSERV", min_params=1)
def nickserv(context: Context, message: Message) -> None:
    """Sign in to an account, change its password, choose how it works (HELP)."""
    serve(context, " ".join(message.params))


@commands.handles("NS", min_params=1)
def ns(context: Context, message: Message) -> None:
    """Say something to NickServ, in short."""
    serve(context, " ".join(message.params))


def serve(context: Context, text: str) -> None:
    """Do what somebody asks of NickServ, and answer as it."""
    word, *words = text.split() or [""]
    entry = REQUESTS.get(word.upper())
    if entry is None:
        context.notice(UNKNOWN, NAME)
        return
    usage, least, act = entry
    if len(words) < least:
        context.notice(TOO_FEW.format(usage=usage), NAME)
        return
    try:
        act(context, words)
    except Failed as failure:
        context.notice(failure.text, NAME)


def _help(context: Context, _words: Sequence[str]) -> None:
    for usage, *_ in REQUESTS.values():
        context.notice(usage, NAME)


def _register(context: Context, words: Sequence[str]) -> None:
    email = words[1] if len(words) > 1 else "*"
    register(context, Message("REGISTER", ("*", email, words[0])))


def _identify(context: Context, words: Sequence[str]) -> None:
    *names, password = words[:2]
    prove_by_password(context, names[0] if names else context.user.nick, password)


def _log_out(context: Context, _words: Sequence[str]) -> None:
    _own_account(context)
    sign_out(context, context.user)
    context.notice(OUT, NAME)


def _change_password(context: Context, words: Sequence[str]) -> None:
    account, (old, new) = _own_account(context), words[:2]
    require_long_password(context.settings, new)
    count_attempt(context, account.key)
    make_keys = _make_keys(context, new)

    def work(_: object) -> ScramKeys | None:
        return make_keys() if password_fits(old, account.keys) else None

    def then(later: Context, keys: ScramKeys | None) -> None:
        if keys is None or _own_account(later).keys != account.keys:
            later.notice(WRONG, NAME)
            return
        later.services.attempts.succeeded(account.key, later.session.address)
        later.notice(change_password(later, account.name, keys), NAME)

    context.later(work, then, _tell_failure, is_proof=True)


def _choose(context: Context, words: Sequence[str]) -> None:
    account = _own_account(context)
    choose = SETTINGS.get(words[0].upper())
    word = words[1].upper()
    if choose is None or word not in CHOICES:
        context.notice(UNKNOWN if choose is None else EXPECTED, NAME)
        return
    choose(context, account.name, CHOICES[word])
    context.notice(f"{words[0].upper()} is {word} now.", NAME)


def _make_for_somebody(context: Context, words: Sequence[str]) -> None:
    if OPERATOR not in context.user.modes:
        raise Refused(n.ERR_NOPRIVILEGES)
    name, password = words[:2]
    require_long_password(context.settings, password)
    make_keys = _make_keys(context, password)

    def then(later: Context, keys: ScramKeys) -> None:
        try:
            later.notice(add_account(later, name, keys), NAME)
        except Failed as failure:
            later.notice(failure.text, NAME)

    context.later(lambda _: make_keys(), then, _tell_failure, is_proof=True)


SETTINGS: dict[str, Callable[[Context, str, bool | None], None]] = {
    "ALWAYS-ON": let_stay,
    "MULTICLIENT": let_connect_often,
}

REQUESTS: dict[str, tuple[str, int, Callable[[Context, Sequence[str]], None]]] = {
    "HELP": ("HELP: what can be asked of NickServ.", 0, _help),
    "REGISTER": (
        "REGISTER password [e-mail]: make an account of your nick.",
        1,
        _register,
    ),
    "IDENTIFY": ("IDENTIFY [account] password: sign in to it.", 1, _identify),
    "LOGOUT": ("LOGOUT: be a guest again.", 0, _log_out),
    "PASSWD": ("PASSWD old new: change your password.", 2, _change_password),
    "SET": (
        "SET ALWAYS-ON|MULTICLIENT ON|OFF|DEFAULT: stay here, be one with several.",
        2,
        _choose,
    ),
    "SAREGISTER": (
        "SAREGISTER account password: make an account for somebody (operators).",
        2,
        _make_for_somebody,
    ),
}
"""For each word: how it is used, how many more words it needs, and what it does."""


def _make_keys(context: Context, password: str) -> Callable[[], ScramKeys]:
    iterations = context.settings.accounts.scram_iterations
    return partial(context.services.credentials.keys_of, password, iterations)


def _own_account(context: Context) -> Account:
    account = context.world.account(context.user.account or "")
    if account is None:
        raise Failed(NAME, "NO_ACCOUNT", text=NO_ACCOUNT)
    return account


def _tell_failure(context: Context, error: Exception) -> None:
    is_unusable = isinstance(error, MalformedResponse)
    context.notice(UNUSABLE if is_unusable else NOT_DONE, NAME)
