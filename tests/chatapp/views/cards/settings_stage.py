"""A settings card with a row of each kind, to be tried."""

from typing import Any

from chatapp.views.cards.settings_dialog import SettingsDialog

CHOICES = [("a", "First"), ("b", "Second")]


def open_card(place, look, calls: list[Any]) -> SettingsDialog:
    """Open it; what it calls back for is noted in `calls`."""
    card = SettingsDialog(place, look, "Settings", "Close", "Reset")
    card.on_page = lambda key: calls.append(("page", key))
    card.on_switch = lambda key, is_on: calls.append((key, is_on))
    card.on_choice = lambda key, choice: calls.append((key, choice))
    card.on_typed = lambda key, text: calls.append((key, text))
    card.on_wear = lambda name: calls.append(("wear", name))
    card.on_remove = lambda key, name: calls.append((key, name))
    card.on_reset = lambda: calls.append("reset")
    card.show_pages([("one", "One"), ("two", "Two")])
    card.begin_page("one")
    card.add_switch("quiet", "Be quiet", "Nothing is heard.", False)
    card.add_choice("choice", "Choice", "One of two.", CHOICES, "a")
    card.add_field("from", "From", "When it begins.", "22:00", is_short=True)
    card.add_palettes("kept", "Kept", "These.")
    card.end_page()
    card.open()
    place.update()
    return card


def row(card, key):
    return card.rows[key]


def press(widget, *keys):
    widget.focus_force()
    widget.update()
    for key in keys:
        widget.event_generate(f"<{key}>")
    widget.update()
