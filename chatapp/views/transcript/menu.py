"""What can be done about a message, as the entries of a menu."""

import tkinter as tk
from functools import partial
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import ActionOffer, ChatMessage
from chatapp.views.transcript.reaction_pills import is_emoji
from chatapp.views.transcript.rich_text import cut_in_the_middle, links_of, plain
from chatapp.views.transcript.rows import Row
from chatapp.views.windows.keys import accelerator, is_command, key_of

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo
    from chatapp.views.transcript.transcript import Transcript

_EMOJI = 18
_REACTIONS = _("Reactions")
_MOST_LINKS = 5
_LONGEST_LINK = 48


class TranscriptMenu:
    """Pops up with what can be done about one message."""

    def __init__(self, view: "Transcript") -> None:
        self.menu: tk.Menu = ttk.Menu(view.text)
        self.reactions: tk.Menu = ttk.Menu(self.menu)
        self._view = view
        self._photos: list[Photo] = []
        self._switches: list[tk.BooleanVar] = []
        self._places: dict[str, int] = {}
        self.menu.bind("<Key>", self._press)

    def clear(self) -> None:
        """Begin anew, with no entries."""
        self.menu.delete(0, "end")
        self.reactions.delete(0, "end")
        self._photos.clear()
        self._switches.clear()
        self._places.clear()

    def fill(self, row: Row, link: str) -> None:
        """Add what can be done; `link` is the one the menu is opened on, if any."""
        menu, view, message = self.menu, self._view, row.message
        if link:
            menu.add_command(
                label=_("Open the link"), command=lambda: view.on_link(link)
            )
            menu.add_command(
                label=_("Copy the link"), command=lambda: view.on_copy(link)
            )
        else:
            self._add_links(message)
        if view.text.tag_nextrange("more", *map(str, view.text.tag_ranges(row.tag))):
            menu.add_command(
                label=_("Show more of it"), command=lambda: view.expand(row)
            )
        for offer in view.on_offers(message):
            if offer.emoji:
                self._add_reaction(message, offer)
            else:
                self._add_offer(message, offer)

    def pop_up(self, x: int, y: int) -> None:
        """Show the entries at a place of the screen, if there are any."""
        if self.menu.index("end") is not None:
            self.menu.tk_popup(x, y)

    def _add_links(self, message: ChatMessage) -> None:
        """Offer the links of a message, for who has no pointer to press them with."""
        for link in links_of(message.text)[:_MOST_LINKS]:
            words = cut_in_the_middle(link.partition("://")[2] or link, _LONGEST_LINK)
            self.menu.add_command(
                label=_("Open {words}").format(words=words),
                command=partial(self._view.on_link, link),
            )

    def _add_offer(self, message: ChatMessage, offer: ActionOffer) -> None:
        self.menu.add_command(
            label=plain(offer.words),
            accelerator=accelerator(offer.key) if offer.key else "",
            command=lambda: self._view.on_action(offer.name, message),
        )
        if offer.key:
            self._places[offer.key] = self.menu.index("end") or 0

    def _press(self, event: "tk.Event[tk.Misc]") -> str | None:
        """Take the entry beside which the key stands; Tk itself only writes it."""
        place = None if is_command(event) else self._places.get(key_of(event))
        if place is None:
            return None
        self.menu.tk.call("tk::MenuUnpost", self.menu)
        self.menu.invoke(place)
        return "break"

    def _add_reaction(self, message: ChatMessage, offer: ActionOffer) -> None:
        """Add an emoji, and who put it on the message, to the menu of those."""
        if not self._switches:
            self.menu.add_cascade(label=_REACTIONS, menu=self.reactions)
        switch = tk.BooleanVar(self.reactions, value=offer.is_on)
        self._switches.append(switch)
        self.reactions.add_checkbutton(
            variable=switch,
            command=lambda: self._view.on_action(offer.name, message),
        )
        self._picture(offer)

    def _picture(self, offer: ActionOffer) -> None:
        """Show what the last reaction is: as a picture, as Tk writes no emoji."""
        entry, words = self.reactions.index("end") or 0, plain(offer.words)
        if not is_emoji(offer.emoji):
            label = f"{plain(offer.emoji)}  {words}"
            self.reactions.entryconfigure(entry, label=label)
            return
        look = self._view.look
        photo = look.emoji.photo(
            offer.emoji, look.px(_EMOJI), look.palette.card, look.palette.muted
        )
        self._photos.append(photo)
        self.reactions.entryconfigure(
            entry, label=f"  {words}", image=str(photo), compound="left"
        )
