"""A sign-in that goes on also while its page is not there: it tells it all later."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from chatapp.controllers.sign_in.named_by_address import NamedByAddress, NamingView
from chatapp.models.entities import Field, ServerRow, SignInForm


class SignInPage(NamingView, Protocol):
    """What the page shows of a sign-in, and what it calls back."""

    on_sign_in: Callable[[SignInForm], None]
    on_cancel: Callable[[], None]
    on_host: Callable[[], None]
    on_choose_server: Callable[[str], None]
    on_find_out: Callable[[], None]
    on_back: Callable[[], None]
    on_account: Callable[[], None]
    on_at_start: Callable[[bool], None]
    on_change: Callable[[], None]

    def show_form(self, form: SignInForm, focus: Field) -> None:
        """Fill the fields and put the cursor into one."""

    def form(self) -> SignInForm:
        """Return what stands in the fields."""

    def show_problems(self, problems: Mapping[Field | None, str]) -> None:
        """Print each sentence at its field; without a field, as a banner."""

    def show_notice(self, words: str) -> None:
        """Print a sentence that is no problem as a banner, in place of problems."""

    def show_progress(self, text: str | None) -> None:
        """Say what is under way and offer Cancel; None when nothing is."""

    def show_password(self, visible: bool) -> None:
        """Show or hide the password field."""

    def show_servers(self, rows: Sequence[ServerRow], words: str) -> None:
        """List these servers; where there are none, say these words."""

    def show_find_out(self, visible: bool) -> None:
        """Offer to find out why it fails, or do not."""

    def show_way_back(self, visible: bool) -> None:
        """Have a button that leads back without signing in, or not."""

    def show_account(self, words: str) -> None:
        """Say which account is used, or that one can be named."""

    def show_at_start(self, is_on: bool | None) -> None:
        """Have the box about the next starts ticked, or not; None has no box."""


class SignInStage:
    """Takes the page's place in front of the controllers, and remembers for it."""

    def __init__(self) -> None:
        self.on_sign_in: Callable[[SignInForm], None] = lambda _form: None
        self.on_cancel: Callable[[], None] = lambda: None
        self.on_host: Callable[[], None] = lambda: None
        self.on_choose_server: Callable[[str], None] = lambda _key: None
        self.on_find_out: Callable[[], None] = lambda: None
        self.on_back: Callable[[], None] = lambda: None
        self.on_account: Callable[[], None] = lambda: None
        self.on_at_start: Callable[[bool], None] = lambda _is_on: None
        self.on_change: Callable[[], None] = lambda: None
        self._page: SignInPage | None = None
        self._form = SignInForm()
        self._focus = Field.ADDRESS
        self._problems: Mapping[Field | None, str] = {}
        self._notice = ""
        self._progress: str | None = None
        self._asks_password = False
        self._servers: tuple[Sequence[ServerRow], str] = ((), "")
        self._offers_doctor = False
        self._has_way_back = False
        self._account = ""
        self._at_start: bool | None = None

    @property
    def has_problem(self) -> bool:
        """Whether somebody has to see to it, as it does not go on by itself."""
        return self._progress is None and any(self._problems.values())

    @property
    def says_something(self) -> bool:
        """Whether there is a problem or a notice to be read."""
        return bool(self._notice) or any(self._problems.values())

    @property
    def is_trying(self) -> bool:
        """Whether it goes on by itself."""
        return self._progress is not None

    def attach(self, page: SignInPage) -> None:
        """Show all of it on a page from now on, and call back for it."""
        self._page = page
        page.on_sign_in = self.on_sign_in
        page.on_cancel = self.on_cancel
        page.on_host = self.on_host
        page.on_choose_server = self.on_choose_server
        page.on_find_out = self.on_find_out
        page.on_back = self.on_back
        page.on_account = self.on_account
        page.on_at_start = self.on_at_start
        NamedByAddress(page)
        page.show_servers(*self._servers)
        page.show_find_out(self._offers_doctor)
        page.show_password(self._asks_password)
        page.show_form(self._form, self._focus)
        page.show_progress(self._progress)
        page.show_problems(self._problems)
        if self._notice:
            page.show_notice(self._notice)
        page.show_way_back(self._has_way_back)
        page.show_account(self._account)
        page.show_at_start(self._at_start)
        page.on_change = self.on_change  # to have filled it in was none

    def detach(self) -> None:
        """Keep what stands on the page, as it goes."""
        self._form = self.form()
        self._page = None

    def show_form(self, form: SignInForm, focus: Field) -> None:
        """Fill the fields and put the cursor into one."""
        self._form, self._focus = form, focus
        if self._page:
            self._page.show_form(form, focus)
        self.show_find_out(False)  # what failed before was another form

    def form(self) -> SignInForm:
        """Return what stands in the fields."""
        return self._page.form() if self._page else self._form

    def form_without_secret(self) -> SignInForm:
        """Return what stands in the fields, for another time."""
        return replace(self.form(), password="")

    def show_problems(self, problems: Mapping[Field | None, str]) -> None:
        """Print each sentence at its field; without a field, as a banner."""
        self._problems, self._notice = problems, ""
        if self._page:
            self._page.show_problems(problems)
        if not problems:
            self.show_find_out(False)

    def show_notice(self, words: str) -> None:
        """Print a sentence that is no problem as a banner, in place of problems."""
        self._problems, self._notice = {}, words
        if self._page:
            self._page.show_notice(words)
        self.show_find_out(False)

    def show_progress(self, text: str | None) -> None:
        """Say what is under way and offer Cancel; None when nothing is."""
        self._progress = text
        if self._page:
            self._page.show_progress(text)

    def show_password(self, visible: bool) -> None:
        """Show or hide the password field."""
        self._asks_password = visible
        if self._page:
            self._page.show_password(visible)

    def show_servers(self, rows: Sequence[ServerRow], words: str) -> None:
        """List these servers; where there are none, say these words."""
        self._servers = (rows, words)
        if self._page:
            self._page.show_servers(rows, words)

    def show_find_out(self, visible: bool) -> None:
        """Offer to find out why it fails, or do not."""
        self._offers_doctor = visible
        if self._page:
            self._page.show_find_out(visible)

    def show_way_back(self, visible: bool) -> None:
        """Have a button that leads back without signing in, or not."""
        self._has_way_back = visible
        if self._page:
            self._page.show_way_back(visible)

    def show_account(self, words: str) -> None:
        """Say which account is used, or that one can be named."""
        self._account = words
        if self._page:
            self._page.show_account(words)

    def show_at_start(self, is_on: bool | None) -> None:
        """Have the box about the next starts ticked, or not; None has no box."""
        self._at_start = is_on
        if self._page:
            self._page.show_at_start(is_on)
