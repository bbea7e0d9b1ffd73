"""Coming back to a server: as whom one does, and for which refusals one does not."""

from dataclasses import replace

from chatapp.language import gettext as _
from chatapp.models.accounts.account import Account
from chatapp.models.events import Problem
from chatapp.models.session.session import Identity, Session

FOR_GOOD = {
    Problem.PASSWORD_NEEDED: _("The server asks for a password now."),
    Problem.PASSWORD_WRONG: _("The server does not accept the password any more."),
    Problem.INVITATION_NEEDED: _("The server lets in only people who are invited now."),
    Problem.INVITATION_REFUSED: _("The server does not take the invitation any more."),
    Problem.NICK_REFUSED: _("The server does not accept this username any more."),
}


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
