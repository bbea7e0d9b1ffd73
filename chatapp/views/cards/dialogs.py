"""The cards that a window asks with: one at a time, over whatever is in front.

Each is loaded when it is first asked for: most of them few people ever open, and a
window is to be there soon and to stay small.
"""

import tkinter as tk
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chatapp.models.entities import (
        AccountForm,
        AccountWords,
        Comparison,
        ExportField,
        KeyHelp,
    )
    from chatapp.views.cards.account_dialog import OnForm
    from chatapp.views.cards.bans_card import BansCard
    from chatapp.views.cards.card import Card
    from chatapp.views.cards.export_card import ExportCard
    from chatapp.views.cards.findings_dialog import FindingsDialog
    from chatapp.views.cards.host_panel import HostPanel
    from chatapp.views.cards.links_card import LinksCard
    from chatapp.views.cards.person_card import PersonCard
    from chatapp.views.cards.room_browser import RoomBrowser
    from chatapp.views.cards.room_maker import RoomMaker
    from chatapp.views.cards.settings_dialog import SettingsDialog
    from chatapp.views.cards.switcher import Switcher
    from chatapp.views.emoji.emoji_picker import EmojiPicker
    from chatapp.views.look.palette import Look


class Dialogs:
    """Opens cards; a new one takes the place of the one that is open."""

    def __init__(self, look: "Look", front: Callable[[], tk.Toplevel | None]) -> None:
        """Open them over the window that `front` gives; without one, not at all."""
        self._dialog_look = look
        self._front = front
        self.dialog: Card | None = None

    def list_shortcuts(self, title: str, keys: "Sequence[KeyHelp]") -> None:
        """List what can be pressed."""
        from chatapp.views.cards.shortcuts_dialog import ShortcutsDialog

        if not self._front():
            return
        dialog = self.dialog = ShortcutsDialog(
            self._place(), self._dialog_look, title, keys
        )
        dialog.open()

    def new_switcher(self, title: str, label: str) -> "Switcher":
        """Make a card to go somewhere; it is not shown yet."""
        from chatapp.views.cards.switcher import Switcher

        switcher = self.dialog = Switcher(
            self._place(), self._dialog_look, title, label
        )
        return switcher

    def new_emoji_picker(self, words: str, nothing: str) -> "EmojiPicker":
        """Make a card to pick an emoji from; it is not shown yet."""
        from chatapp.views.emoji.emoji_picker import EmojiPicker

        picker = self.dialog = EmojiPicker(
            self._place(), self._dialog_look, words, nothing
        )
        return picker

    def new_findings(self, title: str) -> "FindingsDialog":
        """Open an empty card for what is going to be found out."""
        from chatapp.views.cards.findings_dialog import FindingsDialog

        dialog = self.dialog = FindingsDialog(self._place(), self._dialog_look, title)
        dialog.open()
        return dialog

    def new_host_panel(self, title: str) -> "HostPanel":
        """Open an empty panel for who hosts the chat."""
        from chatapp.views.cards.host_panel import HostPanel

        panel = self.dialog = HostPanel(self._place(), self._dialog_look, title)
        panel.open()
        return panel

    def new_links(
        self, title: str, people: Sequence[str], lengths: Sequence[str]
    ) -> "LinksCard":
        """Open a card with the choices for a new link into the chat one hosts."""
        from chatapp.views.cards.links_card import LinksCard

        card = self.dialog = LinksCard(
            self._place(), self._dialog_look, title, people, lengths
        )
        card.open()
        return card

    def new_settings(self, title: str, close: str, reset: str) -> "SettingsDialog":
        """Make a card for the settings; it is not shown yet."""
        from chatapp.views.cards.settings_dialog import SettingsDialog

        dialog = self.dialog = SettingsDialog(
            self._place(), self._dialog_look, title, close, reset
        )
        return dialog

    def new_export(
        self,
        title: str,
        hint: str,
        action: str,
        formats: Sequence[str],
        labels: "Mapping[ExportField, str]",
        examples: "Mapping[ExportField, str]",
    ) -> "ExportCard":
        """Open a card to choose a format, a period and a file."""
        from chatapp.views.cards.export_card import ExportCard

        card = self.dialog = ExportCard(
            self._place(),
            self._dialog_look,
            title,
            hint,
            action,
            formats,
            labels,
            examples,
        )
        card.open()
        return card

    def new_person_card(self, nick: str, message: str, close: str) -> "PersonCard":
        """Open a card of somebody, with nothing on it yet."""
        from chatapp.views.cards.person_card import PersonCard

        card = self.dialog = PersonCard(
            self._place(), self._dialog_look, nick, message, close
        )
        card.open()
        return card

    def new_room_browser(self, title: str, search: str) -> "RoomBrowser":
        """Open an empty card of the rooms that a server has."""
        from chatapp.views.cards.room_browser import RoomBrowser

        card = self.dialog = RoomBrowser(
            self._place(), self._dialog_look, title, search
        )
        card.open()
        return card

    def new_room_maker(self, name: str, hint: str) -> "RoomMaker":
        """Open a card to write down how a new room shall be."""
        from chatapp.views.cards.room_maker import RoomMaker

        card = self.dialog = RoomMaker(self._place(), self._dialog_look, name, hint)
        card.open()
        return card

    def new_bans_card(self, title: str, lift: str, close: str) -> "BansCard":
        """Open an empty card of who is banned from a room."""
        from chatapp.views.cards.bans_card import BansCard

        card = self.dialog = BansCard(
            self._place(), self._dialog_look, title, lift, close
        )
        card.open()
        return card

    def forget_dialog(self) -> None:
        """When the window goes that a card stands in."""
        self.dialog = None

    def ask_text(
        self,
        *,
        title: str,
        label: str,
        initial: str,
        action: str,
        on_text: Callable[[str], str | None],
        hint: str = "",
        other: str = "",
        on_other: Callable[[], None] | None = None,
        secret: bool = False,
    ) -> None:
        """Ask for a line of text; a problem that `on_text` returns is shown."""
        from chatapp.views.cards.text_dialog import TextDialog

        if not self._front():
            return
        dialog = self.dialog = TextDialog(
            self._place(), self._dialog_look, title, label, action, hint, secret=secret
        )
        dialog.on_text = on_text
        if on_other:
            dialog.offer(other, on_other)
        dialog.open(initial)

    def ask_account(
        self, words: "AccountWords", form: "AccountForm", on_form: "OnForm"
    ) -> None:
        """Ask for an account; problems that `on_form` returns are shown."""
        from chatapp.views.cards.account_dialog import AccountDialog

        if not self._front():
            return
        dialog = AccountDialog(self._place(), self._dialog_look, words)
        dialog.on_form = on_form
        self.dialog = dialog
        dialog.open(form)

    def show_link(
        self, *, title: str, text: str, link: str, on_copy: Callable[[str], None]
    ) -> None:
        """Show a link that can be copied."""
        from chatapp.views.cards.link_dialog import LinkDialog

        if not self._front():
            return
        dialog = self.dialog = LinkDialog(
            self._place(), self._dialog_look, title, text, link, on_copy
        )
        dialog.open()

    def ask(
        self,
        *,
        title: str,
        text: str,
        yes: str,
        no: str,
        on_yes: Callable[[], None],
        other: str = "",
        on_other: Callable[[], None] | None = None,
    ) -> None:
        """Ask a question; `no`, Escape and a closed dialog change nothing."""
        from chatapp.views.cards.question_dialog import QuestionDialog

        if not self._front():
            return
        dialog = self.dialog = QuestionDialog(
            self._place(), self._dialog_look, title, text, yes, no, on_yes
        )
        if on_other:
            dialog.offer(other, on_other)
        dialog.winfo_toplevel().lift()
        dialog.open()

    def compare(self, comparison: "Comparison") -> None:
        """Show by what servers are known; `no`, Escape and closing change nothing."""
        from chatapp.views.cards.trust_dialog import TrustDialog

        if not self._front():
            return
        dialog = self.dialog = TrustDialog(self._place(), self._dialog_look, comparison)
        dialog.winfo_toplevel().lift()
        dialog.open()

    def _place(self) -> tk.Toplevel:
        """Give the window in front, with no card in it any more."""
        window = self._front()
        assert window is not None  # noqa: S101 - keys and buttons are in open windows
        self._close_dialog()
        return window

    def _close_dialog(self) -> None:
        if self.dialog:
            self.dialog.close()
            self.dialog = None
