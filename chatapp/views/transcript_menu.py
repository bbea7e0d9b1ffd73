"""What can be done about a message, as the entries of a menu."""

import tkinter as tk
from typing import TYPE_CHECKING

from chatapp.models.entities import ChatMessage, Delivery, MessageKind
from chatapp.views.rich_text import plain

if TYPE_CHECKING:
    from chatapp.views.transcript import Transcript


def fill_menu(
    menu: tk.Menu, view: "Transcript", message: ChatMessage, link: str
) -> None:
    """Add what can be done; `link` is the one the menu was opened on, if any."""
    if message.delivery is Delivery.FAILED:
        _add_repairs(menu, view, message.key)
    if message.kind is MessageKind.GAP:
        menu.add_command(
            label="Load what is missing", command=lambda: view.on_gap(message.key)
        )
    if link:
        menu.add_command(label="Open the link", command=lambda: view.on_link(link))
        menu.add_command(label="Copy the link", command=lambda: view.on_copy(link))
    if message.text:
        menu.add_command(
            label="Copy the message", command=lambda: view.on_copy(message.text)
        )
    if message.sender and not message.mine:
        menu.add_command(
            label=f"Message {plain(message.sender)}",
            command=lambda: view.on_person(message.sender),
        )


def _add_repairs(menu: tk.Menu, view: "Transcript", key: str) -> None:
    edit = view.on_edit
    menu.add_command(label="Try again", command=lambda: view.on_retry(key))
    if edit:
        menu.add_command(label="Edit", command=lambda: edit(key))
    menu.add_command(label="Discard", command=lambda: view.on_drop(key))
    menu.add_separator()
