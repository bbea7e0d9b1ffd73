"""Orders about accounts, from who looks after the server."""

from collections.abc import Callable

from chatapp.wire.message import Message
from chatapp.wire.sasl import MalformedResponse
from chatapp.wire.scram import ScramKeys
from server.commands.account_administration import (
    add_account,
    change_password,
    delete_account,
    list_accounts,
    require_account,
    require_long_password,
    require_new_name,
    suspend_account,
)
from server.commands.context import NOT_DONE, Context
from server.commands.making_accounts import UNUSABLE
from server.commands.orders import orders, tell
from server.replies import Failed

NOBODY = "There are no accounts."


@orders.handles("ACCOUNT-ADD", min_params=2)
def account_add(context: Context, message: Message) -> None:
    """Make an account: its name, its password."""
    name, password = message.params[:2]
    require_new_name(context, name)
    _with_keys(context, password, lambda later, keys: add_account(later, name, keys))


@orders.handles("ACCOUNT-PASSWD", min_params=2)
def account_passwd(context: Context, message: Message) -> None:
    """Give an account another password."""
    name, password = message.params[:2]
    require_account(context, name)
    _with_keys(
        context, password, lambda later, keys: change_password(later, name, keys)
    )


@orders.handles("ACCOUNT-LIST")
def account_list(context: Context, _message: Message) -> None:
    """List the accounts."""
    for line in list_accounts(context) or [NOBODY]:
        tell(context, line)


@orders.handles("ACCOUNT-SUSPEND", min_params=1)
def account_suspend(context: Context, message: Message) -> None:
    """Let nobody use an account for now."""
    tell(context, suspend_account(context, message.params[0]))


@orders.handles("ACCOUNT-RESUME", min_params=1)
def account_resume(context: Context, message: Message) -> None:
    """Let a suspended account be used again."""
    tell(context, suspend_account(context, message.params[0], is_suspended=False))


@orders.handles("ACCOUNT-DELETE", min_params=1)
def account_delete(context: Context, message: Message) -> None:
    """Let there be no such account any more."""
    tell(context, delete_account(context, message.params[0]))


def _with_keys(
    context: Context, password: str, act: Callable[[Context, ScramKeys], str]
) -> None:
    require_long_password(context.settings, password)
    iterations = context.settings.accounts.scram_iterations
    keys_of = context.services.credentials.keys_of
    context.later(
        lambda _: keys_of(password, iterations),
        lambda later, keys: tell(later, act(later, keys)),
        _refuse,
        is_proof=True,
    )


def _refuse(context: Context, error: Exception) -> None:
    if isinstance(error, MalformedResponse):
        raise Failed(context.step.command, "UNACCEPTABLE_PASSWORD", text=UNUSABLE)
    raise Failed(context.step.command, "INTERNAL_ERROR", text=NOT_DONE)
