"""As whom one comes back to a server: with the nick one wanted, and one's account."""

from dataclasses import replace

from chatapp.models.accounts.account import Account
from chatapp.models.session.session import Identity, Session


def identity_again(identity: Identity, last: Session) -> Identity:
    """Give as whom one signs in after the session that was the last."""
    return replace(
        identity,
        nick=last.wanted_nick,
        other_nicks=True,
        longest_nick=last.isupport.nick_length,
        account=_account(identity.account, last),
    )


def _account(given: Account | None, last: Session) -> Account | None:
    """Give the account that one had, also under another nick."""
    is_same = given is not None and last.account in ("", given.name)
    return given if is_same else Account(last.account) if last.account else None
