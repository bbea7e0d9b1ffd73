"""What operators, and owners themselves, can do to accounts that there are."""

from collections.abc import Callable
from dataclasses import replace

from chatapp.wire.names import normalize
from chatapp.wire.scram import ScramKeys
from server.clock import render_for_people
from server.commands.accounts import refresh_staying, sign_out
from server.commands.context import Context
from server.commands.making_accounts import EXISTS, NOT_THIS_NAME
from server.commands.nick_ownership import end_user, is_server_name, nick_problem
from server.replies import Failed
from server.settings.settings import Settings
from server.world.accounts import Account, AccountEdited

COMMAND = "ACCOUNT"
UNKNOWN = "There is no account of this name."
TOO_SHORT = "Please choose a longer password, of at least {length} characters."
SUSPENDED = "Your account is suspended."


def require_long_password(settings: Settings, password: str) -> None:
    """Refuse a password that is too short.

    Raises:
        Failed: an account cannot have it.
    """
    shortest = settings.accounts.password_min_length
    if len(password) < shortest:
        text = TOO_SHORT.format(length=shortest)
        raise Failed(COMMAND, "WEAK_PASSWORD", text=text)


def require_new_name(context: Context, name: str) -> str:
    """Give a name as an account may have it, and none has.

    Raises:
        Failed: it cannot have this name.
    """
    name, settings = normalize(name), context.settings
    problem = nick_problem(context, name, settings.accounts.account_min_length)
    if problem is not None or is_server_name(name):
        text = problem.sentence if problem is not None else NOT_THIS_NAME
        raise Failed(COMMAND, "BAD_ACCOUNT_NAME", name, text=text)
    if context.world.account(name) is not None:
        raise Failed(COMMAND, "ACCOUNT_EXISTS", name, text=EXISTS)
    return name


def add_account(context: Context, name: str, keys: ScramKeys) -> str:
    """Make an account for somebody, and say so.

    Raises:
        Failed: it cannot have this name.
    """
    name = require_new_name(context, name)
    made = Account(
        name, context.world.fold(name), keys, context.services.clock.seconds()
    )
    context.commit(AccountEdited(None, made))
    return f"The account {name} is there now."


def list_accounts(context: Context) -> list[str]:
    """Describe all accounts, a line for each."""
    accounts = sorted(context.world.accounts.values(), key=lambda each: each.key)
    here = {user.id for user in context.world.registered()}
    return [_described(account, f"@{account.key}" in here) for account in accounts]


def change_password(context: Context, name: str, keys: ScramKeys) -> str:
    """Give an account another password; who is signed in stays so.

    Raises:
        Failed: there is no such account.
    """
    account = _edit(context, name, lambda account: replace(account, keys=keys))
    return f"The account {account.name} has another password now."


def suspend_account(context: Context, name: str, *, is_suspended: bool = True) -> str:
    """Let nobody sign in to an account any more, or everybody again who could.

    Raises:
        Failed: there is no such account.
    """
    account = _edit(
        context, name, lambda account: replace(account, is_suspended=is_suspended)
    )
    if not is_suspended:
        return f"The account {account.name} can be used again."
    for user in context.world.users_of(account.key):
        end_user(context, user, SUSPENDED)
    return f"The account {account.name} is suspended."


def delete_account(context: Context, name: str) -> str:
    """Let there be no such account any more; who was signed in is a guest.

    Raises:
        Failed: there is no such account.
    """
    account = require_account(context, name)
    for user in context.world.users_of(account.key):
        if user.sessions:
            sign_out(context, user)
        else:
            end_user(context, user, "The account was deleted.")
    number = context.services.numbers.next()
    context.commit(AccountEdited(account, None, number))
    return f"The account {account.name} is deleted."


def let_stay(context: Context, name: str, is_always_on: bool | None) -> None:
    """Choose whether an account's user stays without a connection; None: as set here.

    Raises:
        Failed: there is no such account.
    """
    account = _edit(
        context, name, lambda account: replace(account, is_always_on=is_always_on)
    )
    for user in context.world.users_of(account.key):
        refresh_staying(context, user)


def let_connect_often(context: Context, name: str, is_multiclient: bool | None) -> None:
    """Choose whether connections of an account are one user; None: as set here.

    Raises:
        Failed: there is no such account.
    """
    _edit(
        context, name, lambda account: replace(account, is_multiclient=is_multiclient)
    )


def _edit(context: Context, name: str, change: Callable[[Account], Account]) -> Account:
    account = require_account(context, name)
    changed = change(account)
    context.commit(AccountEdited(account, changed))
    return changed


def require_account(context: Context, name: str) -> Account:
    """Give an account.

    Raises:
        Failed: there is none of this name.
    """
    account = context.world.account(name)
    if account is None:
        raise Failed(COMMAND, "NO_SUCH_ACCOUNT", name, text=UNKNOWN)
    return account


def _described(account: Account, is_here: bool) -> str:
    words = [account.name, f"since {render_for_people(account.created_at)}"]
    if account.email:
        words.append(account.email)
    if account.is_suspended:
        words.append("suspended")
    if is_here:
        words.append("here now")
    return ", ".join(words)
