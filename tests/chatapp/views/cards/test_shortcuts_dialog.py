"""The card that lists what can be pressed."""

import pytest

from chatapp.models.entities import KeyHelp
from chatapp.views.cards.shortcuts_dialog import ShortcutsDialog

LONG = "Einen sehr langen Satz in einer anderen Sprache zu Ende schreiben " * 2
KEYS = [KeyHelp(LONG, ("Control-Shift-F11", "Control-Shift-F12"))] * 9


@pytest.mark.parametrize(
    ("size", "is_beside"), [("820x620", True), ("600x520", True), ("340x520", False)]
)
def test_long_words_wrap_within_the_card(place, look, size, is_beside):
    place.geometry(size)
    place.update()
    dialog = ShortcutsDialog(place, look, "Keys", KEYS)

    dialog.open()
    place.update()

    assert dialog.content.winfo_reqwidth() <= dialog.scrolled.winfo_width()
    key, words = dialog._cells[0]
    assert (words.winfo_y() <= key.winfo_y()) is is_beside
