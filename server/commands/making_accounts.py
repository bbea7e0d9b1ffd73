"""REGISTER and VERIFY: makes an account.

Specification: https://ircv3.net/specs/extensions/account-registration
"""

import re

from chatapp.wire.message import Message
from chatapp.wire.names import normalize
from chatapp.wire.sasl import MalformedResponse
from chatapp.wire.scram import ScramKeys, prepare_password
from server.commands.accounts import sign_in_to
from server.commands.audit import note_limit
from server.commands.context import Context
from server.commands.nick_ownership import (
    is_server_name,
    is_taken_for_another,
    nick_problem,
)
from server.commands.offer import may_register_first
from server.commands.table import commands
from server.replies import Failed
from server.world.accounts import Account, AccountEdited
from server.world.origin import origin_of

SAME_AS_NICK = "*"
NO_EMAIL = "*"
MAX_PASSWORD_CHARACTERS = 4096
_EMAIL = re.compile(r"[^\s@,;<>()]{1,64}@[^\s@,;<>()]{1,255}")

CLOSED = "Accounts are not made here at present. Ask who runs this server."
COME_IN_FIRST = "Please come in first, then make an account."
HAS_ACCOUNT = "You are signed in to an account already."
MUST_BE_NICK = "An account has the name of your nick here. Take that nick first."
NEEDS_NICK = "Please choose a nick first."
EXISTS = "There is an account of this name already. Please choose another name."
IS_USED = "Somebody else uses this name now. Please choose another one."
LOOKS_ALIKE = (
    "This name looks like somebody else's. "
    "Please choose one that nobody takes for another."
)
NOT_THIS_NAME = "An account cannot have this name. Please choose another one."
WRONG_EMAIL = "Please give an e-mail address, such as anna@example.org."
WEAK = "Please choose a longer password, of at least {length} characters."
UNUSABLE = "This password has characters that cannot be used. Please choose another."
WAIT = (
    "Too many accounts were made from your address. Please try again in {seconds} "
    "seconds, or ask who runs this server to make yours."
)
MANY_ACCOUNTS = (
    "has made more accounts than people are there, and has to wait for the next. "
    "`chatapp-server account add` makes accounts without waiting."
)
MADE = "Your account is made, and you are signed in to it."
WRONG_CODE = "No account waits for this code: accounts can be used at once here."


@commands.handles("REGISTER", min_params=3, before_sign_in=True)
def register(context: Context, message: Message) -> None:
    """Make an account: its name or `*` for your nick, an e-mail or `*`, a password."""
    asked, email, password = message.params[:3]
    _require_openness(context, message.command, asked)
    name = _name(context, asked)
    require_free_name(context, name)
    if email == NO_EMAIL:
        email = ""
    is_needed = context.settings.accounts.registration_requires_email
    if (email or is_needed) and not _is_email(email):
        raise _failed("INVALID_EMAIL", name, WRONG_EMAIL)
    require_good_password(context, name, password)
    _count_account(context, name)
    services, iterations = context.services, context.settings.accounts.scram_iterations

    def then(later: Context, keys: ScramKeys) -> None:
        require_free_name(later, name)
        _require_guest(later, message.command)
        key = later.world.fold(name)
        account = Account(name, key, keys, services.clock.seconds(), email)
        later.commit(AccountEdited(None, account))
        later.say("REGISTER", "SUCCESS", name, text=MADE)
        sign_in_to(later, account, {})

    context.later(
        lambda _: services.credentials.keys_of(password, iterations),
        then,
        is_proof=True,
    )


@commands.handles("VERIFY", min_params=2, before_sign_in=True)
def verify(context: Context, message: Message) -> None:
    """Prove that an e-mail address is yours; no account has to wait for that here."""
    _require_openness(context, message.command, message.params[0])
    raise Failed(message.command, "INVALID_CODE", message.params[0], text=WRONG_CODE)


def require_free_name(context: Context, name: str) -> None:
    """Refuse a name that is no account's name, or belongs to somebody else.

    Raises:
        Failed: it cannot be the name of a new account.
    """
    settings, holder = context.settings, context.world.holder(name)
    problem = nick_problem(context, name, settings.accounts.account_min_length)
    if problem is not None:
        raise _failed("BAD_ACCOUNT_NAME", name, problem.sentence)
    if is_server_name(name):
        raise _failed("BAD_ACCOUNT_NAME", name, NOT_THIS_NAME)
    if context.world.account(name) is not None:
        raise _failed("ACCOUNT_EXISTS", name, EXISTS)
    if holder is not None and holder is not context.user:
        raise _failed("USERNAME_EXISTS", name, IS_USED)
    if is_taken_for_another(context, name):
        raise _failed("USERNAME_EXISTS", name, LOOKS_ALIKE)


def require_good_password(context: Context, name: str, password: str) -> None:
    """Refuse a password that is too short, or cannot be used.

    Raises:
        Failed: an account cannot have it.
    """
    shortest = context.settings.accounts.password_min_length
    if len(password) < shortest:
        raise _failed("WEAK_PASSWORD", name, WEAK.format(length=shortest))
    try:
        prepare_password(password[: MAX_PASSWORD_CHARACTERS + 1])
    except MalformedResponse:
        raise _failed("UNACCEPTABLE_PASSWORD", name, UNUSABLE) from None


def _require_openness(context: Context, command: str, asked: str) -> None:
    accounts = context.settings.accounts
    if not (accounts.enabled and accounts.registration):
        raise Failed(command, "TEMPORARILY_UNAVAILABLE", asked, text=CLOSED)
    if not (context.session.is_registered or may_register_first(context.services)):
        raise Failed(command, "COMPLETE_CONNECTION_REQUIRED", asked, text=COME_IN_FIRST)
    _require_guest(context, command)


def _require_guest(context: Context, command: str) -> None:
    account = context.user.account
    if account is not None:
        raise Failed(command, "ALREADY_AUTHENTICATED", account, text=HAS_ACCOUNT)


def _name(context: Context, asked: str) -> str:
    nick = context.session.wanted_nick or context.user.nick
    fold = context.world.fold
    if asked != SAME_AS_NICK and fold(asked) != fold(nick):
        if not context.settings.accounts.registration_custom_names:
            raise _failed("ACCOUNT_NAME_MUST_BE_NICK", asked, MUST_BE_NICK)
        return normalize(asked)
    if not nick:
        raise _failed("NEED_NICK", SAME_AS_NICK, NEEDS_NICK)
    return nick


def _is_email(text: str) -> bool:
    """Tell whether a text can be an address; it is shown to who looks after all."""
    return text.isprintable() and _EMAIL.fullmatch(text) is not None


def _count_account(context: Context, name: str) -> None:
    """Let no address make many more accounts than there are people."""
    address = context.session.address
    origin = origin_of(address)
    people = sum(
        1
        for session in context.world.sessions
        if session.is_registered and origin_of(session.address) == origin
    )
    wait = context.services.new_accounts.begin("", address, people)
    if wait > 0:
        note_limit(context, "new-accounts", MANY_ACCOUNTS)
        text = WAIT.format(seconds=int(wait) + 1)
        raise _failed("TEMPORARILY_UNAVAILABLE", name, text)


def _failed(code: str, name: str, text: str) -> Failed:
    return Failed("REGISTER", code, name, text=text)
