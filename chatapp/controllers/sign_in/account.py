"""The account that one signs in with, as the sign-in page offers it."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.sign_in import account_wording as wording
from chatapp.controllers.sign_in.account_card import AccountCard
from chatapp.controllers.sign_in.login import LoginController
from chatapp.models.entities import AccountForm


class AccountView(Protocol):
    """The sign-in page, as far as accounts are concerned."""

    on_account: Callable[[], None]

    def show_account(self, words: str) -> None:
        """Say which account is used, or that one can be named."""


class SignInAccount:
    """Asks for an account, and has the sign-in use it."""

    def __init__(
        self, view: AccountView, login: LoginController, card: AccountCard
    ) -> None:
        self._view = view
        self._login = login
        self._card = card
        view.on_account = self.ask

    def show(self) -> None:
        """Say which account would be used."""
        name = self._login.known_account().name
        words = wording.ACCOUNT_OF.format(name=name) if name else wording.ACCOUNT
        self._view.show_account(words)

    def ask(self) -> None:
        """Ask which account to use."""
        self._card.ask(self._login.known_account(), self._use)

    def _use(self, form: AccountForm) -> None:
        self._login.account = form
        self.show()
