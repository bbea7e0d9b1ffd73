"""What can be done about a message, as the entries of a menu."""

import tkinter as tk
from typing import TYPE_CHECKING

from chatapp.models.entities import ActionOffer, ChatMessage
from chatapp.views.rich_text import plain

if TYPE_CHECKING:
    from chatapp.views.transcript import Transcript


def fill_menu(
    menu: tk.Menu, view: "Transcript", message: ChatMessage, link: str
) -> None:
    """Add what can be done; `link` is the one the menu was opened on, if any."""
    if link:
        menu.add_command(label="Open the link", command=lambda: view.on_link(link))
        menu.add_command(label="Copy the link", command=lambda: view.on_copy(link))
    for offer in view.on_offers(message):
        _add_offer(menu, view, message, offer)


def _add_offer(
    menu: tk.Menu, view: "Transcript", message: ChatMessage, offer: ActionOffer
) -> None:
    menu.add_command(
        label=plain(offer.words),
        accelerator=offer.key.upper(),
        command=lambda: view.on_action(offer.name, message),
    )
