"""Asks for an account of another network, and judges what was typed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from chatapp.controllers.sign_in import account_wording as wording
from chatapp.models.entities import AccountField, AccountForm, AccountWords

MOST_NAME = 100

Problems = Mapping[AccountField, str]


class AccountWindow(Protocol):
    """Where the card stands."""

    def ask_account(
        self,
        words: AccountWords,
        form: AccountForm,
        on_form: Callable[[AccountForm], Problems],
    ) -> None:
        """Ask; the card stays until `on_form` has nothing against what was typed."""


class AccountCard:
    """Leads from what is known of an account to what shall be used."""

    def __init__(
        self, window: AccountWindow, can_be_shown: Callable[[str], bool]
    ) -> None:
        """Ask in a window; `can_be_shown` tells whether a file has a certificate."""
        self._window = window
        self._can_be_shown = can_be_shown

    def ask(self, known: AccountForm, then: Callable[[AccountForm], None]) -> None:
        """Ask for the account; without a password, the one that is kept is used."""

        def judge(typed: AccountForm) -> Problems:
            form = replace(
                typed, name=typed.name.strip(), certificate=typed.certificate.strip()
            )
            problems = self._problems(form, known)
            if not problems:
                then(form)
            return problems

        self._window.ask_account(wording.CARD, known, judge)

    def _problems(self, form: AccountForm, known: AccountForm) -> Problems:
        if form == AccountForm():
            return {}
        if not form.name:
            return {AccountField.NAME: wording.NO_NAME}
        if (
            len(form.name) > MOST_NAME
            or " " in form.name
            or not form.name.isprintable()
        ):
            return {AccountField.NAME: wording.WRONG_NAME}
        if form.certificate and not self._can_be_shown(form.certificate):
            return {AccountField.CERTIFICATE: wording.WRONG_CERTIFICATE}
        is_kept = form.name == known.name
        if not (form.password or form.certificate or is_kept):
            return {AccountField.PASSWORD: wording.NO_PROOF}
        return {}
