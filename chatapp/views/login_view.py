"""The sign-in window's content: where to, as whom, and what went wrong."""

import itertools
import tkinter as tk
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import (
    LONGEST_USERNAME,
    SHORTEST_USERNAME,
    Field,
    ServerRow,
    SignInForm,
    Tone,
)
from chatapp.views.look.palette import Look
from chatapp.views.widgets.address_area import AddressArea
from chatapp.views.widgets.form_field import FormField, show
from chatapp.views.widgets.host_offer import HostOffer
from chatapp.views.widgets.sheet_place import SheetPlace
from chatapp.views.widgets.sign_in_head import SignInHead
from chatapp.views.widgets.sign_in_progress import SignInProgress
from chatapp.views.widgets.sign_in_ways import SignInWays
from chatapp.views.windows.keys import ENTER_KEYS

_WIDTH = 404
_ORDER = (Field.ADDRESS, Field.PORT, Field.USERNAME, Field.PASSWORD)


class LoginView(ttk.Frame):
    """Asks for server, port and username, and shows how the sign-in goes."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Side.TFrame")
        self.on_sign_in: Callable[[SignInForm], None] = lambda _form: None
        self.on_cancel: Callable[[], None] = lambda: None
        self.on_host: Callable[[], None] = lambda: None
        self.on_choose_server: Callable[[str], None] = lambda _key: None
        self.on_find_out: Callable[[], None] = lambda: None
        self.on_back: Callable[[], None] = lambda: None
        self.on_address: Callable[[str], None] = lambda _address: None
        self.on_account: Callable[[], None] = lambda: None
        self.on_at_start: Callable[[bool], None] = lambda _is_on: None
        self.on_change: Callable[[], None] = lambda: None
        self._look = look
        self._busy = False
        self._has_way_back = False
        self.sheet = ttk.Frame(self, style="Sheet.TFrame")
        self._place = SheetPlace(self, self.sheet, look, _WIDTH)
        self.sheet.columnconfigure(0, weight=1)
        self._rows = itertools.count()
        self._build_fields()
        self._build_progress()
        self._build_buttons()
        self._foot = next(self._rows)
        for key in ENTER_KEYS:
            self.head.banner.bind(key, lambda _event: self._submit())
        entries = [field.entry for field in self.fields.values()]
        ways = (self.ways.account, self.ways.find_out)
        buttons = (*ways, self.sign_in, self.offer.button, self.cancel)
        self._place.follow(*entries, self.head.banner, *buttons)

    # -- what the controller tells ------------------------------------------------

    def show_form(self, form: SignInForm, focus: Field) -> None:
        """Fill the fields in, and put the cursor in one of them."""
        self.fields[Field.ADDRESS].text = form.address
        # Behind the address, which has both of them changed.
        self.fields[Field.PORT].text = form.port
        self.fields[Field.USERNAME].text = form.username
        self.fields[Field.PASSWORD].text = form.password
        self.fields[focus].take_focus()

    def text_in(self, field: Field) -> str:
        """Give what stands in a field."""
        return self.fields[field].text

    def put_text(self, field: Field, text: str) -> None:
        """Put a text into a field."""
        self.fields[field].text = text

    def hold(self, field: Field, held: bool) -> None:
        """Let nobody write in a field, or let one."""
        self.fields[field].show_held(held)

    def form(self) -> SignInForm:
        """Give what stands in the fields."""
        address, port, username, password = (self.fields[it].text for it in _ORDER)
        return SignInForm(address, port, username, password)

    def show_problems(self, problems: Mapping[Field | None, str]) -> None:
        """Say at each field what is wrong with it, and on top what has no field."""
        self.head.say(problems.get(None, ""))
        told = {name: problems.get(name, "") for name in _ORDER}
        self.where.show_problems(told[Field.ADDRESS], told[Field.PORT])
        for name in (Field.USERNAME, Field.PASSWORD):
            self.fields[name].show_problem(told[name])
        wrong = next((name for name in _ORDER if problems.get(name)), None)
        if wrong:
            self.fields[wrong].take_focus()
        elif problems.get(None):
            self._focus_banner()

    def show_notice(self, words: str) -> None:
        """Say on top what is to be known, in place of any problems."""
        self.show_problems({})
        self.head.say(words, Tone.INFO)
        self._focus_banner()

    def _focus_banner(self) -> None:
        if not self._is_writing:
            self.head.banner.focus_set()

    @property
    def _is_writing(self) -> bool:
        """Whether the keyboard is in a field, where it stays."""
        entries = [field.entry for field in self.fields.values()]
        return not self._busy and self.focus_lastfor() in entries

    def show_progress(self, text: str | None) -> None:
        """Say what is being done, with a way out of it; None when nothing is."""
        was_busy, self._busy = self._busy, text is not None
        self._progress.say(text or "")
        if was_busy and self._busy:
            return
        for field in self.fields.values():
            field.show_enabled(not self._busy)
        with self._keeping_height(self._busy):
            for widget in (self.ways, self.sign_in, self.offer):
                show(widget, not self._busy)
            show(self._progress, self._busy)
            show(self.cancel, self._busy or self._has_way_back)
        self._progress.run(on=self._busy)
        if self._busy:
            self.cancel.focus_set()

    def show_password(self, visible: bool) -> None:
        """Have the password field there, or not."""
        show(self.fields[Field.PASSWORD], visible)

    def show_servers(self, rows: Sequence[ServerRow], words: str) -> None:
        """List the chats around here; where there are none, say these words."""
        self.where.servers.show(rows, words)

    def show_find_out(self, visible: bool) -> None:
        """Offer to find out why it fails, or do not."""
        self.ways.show_find_out(visible)

    def show_way_back(self, visible: bool) -> None:
        """Have a button that leads back to the chat, without signing in, or not."""
        self._has_way_back = visible
        show(self.cancel, self._busy or visible)

    def show_account(self, words: str) -> None:
        """Say which account is used, or that one can be named."""
        self.ways.account.configure(text=words)

    def show_at_start(self, is_on: bool | None) -> None:
        """Have the box about the next starts ticked, or not; None has no box."""
        if is_on is not None and self.ways.at_start is None:
            box = self.ways.add_at_start()
            box.on_change, box.on_enter = self._choose_at_start, self._submit
            self._place.follow(box)
        self.ways.show_at_start(is_on)

    def escape(self) -> None:
        """Do what the key Escape is for: give up, or go back."""
        self._give_up()

    def problems(self) -> dict[Field | None, str]:
        """Tell which problems stand in the window."""
        found: dict[Field | None, str] = {None: self.head.banner.text}
        found.update({name: field.problem for name, field in self.fields.items()})
        return {name: text for name, text in found.items() if text}

    # -- how it is built ----------------------------------------------------------

    def _put(self, widget: tk.Widget, sticky: str = "ew", above: int = 0) -> None:
        """Put a widget in the next row, also while those before it are away."""
        widget.grid(row=next(self._rows), column=0, sticky=sticky)
        self._look.space(widget, pady=(above, 0))

    def _build_fields(self) -> None:
        look, sheet = self._look, self.sheet
        self.head = SignInHead(sheet, look, _WIDTH - 64 - 60)
        self._put(self.head)
        self.where = where = AddressArea(sheet, look)
        self._put(where, "ew", 16)
        where.servers.on_choose = self._choose_server
        where.servers.on_focus = self._place.show_focus
        rule = _("{fewest} to {most} letters or digits").format(
            fewest=SHORTEST_USERNAME, most=LONGEST_USERNAME
        )
        username = FormField(sheet, look, _("Username"), rule)
        self._put(username, "ew", 12)
        password = FormField(sheet, look, _("Password"), "", secret=True)
        self._put(password, "ew", 2)
        password.grid_remove()
        fields = (where.address, where.port, username, password)
        for each in fields:
            each.on_enter, each.on_change = self._submit, self._changed
        where.address.on_change = self._address_changed
        self.fields = dict(zip(_ORDER, fields, strict=True))

    def _build_progress(self) -> None:
        look = self._look
        self.ways = ways = SignInWays(self.sheet, look, _WIDTH - 80)
        self._put(ways, "ew", 8)
        ways.account.configure(command=self._ask_for_account)
        ways.find_out.configure(command=self._ask_why)
        self._progress = SignInProgress(self.sheet, look, _WIDTH - 64 - 8)
        self._put(self._progress, "ew", 20)
        self._progress.grid_remove()

    def _build_buttons(self) -> None:
        sheet = self.sheet
        self.sign_in = ttk.Button(
            sheet, text=_("Sign in"), style="Main.TButton", command=self._submit
        )
        self._put(self.sign_in, "ew", 20)
        self.cancel = ttk.Button(
            sheet, text=_("Cancel"), style="Second.TButton", command=self._give_up
        )
        self._put(self.cancel, "ew", 14)
        self.cancel.grid_remove()
        self.offer = HostOffer(sheet, self._look)
        self._put(self.offer, "ew", 20)
        self.offer.button.configure(command=self._start_here)

    # -- what people do -----------------------------------------------------------

    def _submit(self) -> None:
        if not self._busy:
            self.on_sign_in(self.form())

    def _give_up(self) -> None:
        if self._busy:
            self.on_cancel()
        elif self._has_way_back:
            self.on_back()

    def _choose_server(self, key: str) -> None:
        if not self._busy:
            self.on_choose_server(key)

    def _start_here(self) -> None:
        self.on_host()

    def _choose_at_start(self, is_on: bool) -> None:
        self.on_at_start(is_on)

    def _ask_for_account(self) -> None:
        self.on_account()

    def _ask_why(self) -> None:
        self.on_find_out()

    def _address_changed(self) -> None:
        self.on_address(self.where.address.text)
        self._changed()

    def _changed(self) -> None:
        self.on_change()

    @contextmanager
    def _keeping_height(self, wanted: bool) -> Iterator[None]:
        """Have the sheet as high as it was, whatever goes from its foot.

        What it needs in between is measured only: the window would jump.
        """
        sheet, foot = self.sheet, self._foot
        sheet.update_idletasks()
        before = _height_of_rows(sheet)
        sheet.grid_propagate(flag=False)
        yield
        sheet.rowconfigure(foot, minsize=0)
        sheet.update_idletasks()
        left = before - _height_of_rows(sheet)
        sheet.rowconfigure(foot, minsize=max(0, left) if wanted else 0)
        sheet.grid_propagate(flag=True)


def _height_of_rows(sheet: ttk.Frame) -> int:
    box = sheet.grid_bbox()
    return box[3] if box else 0
