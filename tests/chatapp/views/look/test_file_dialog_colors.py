"""Tk's own file dialog in the colours of the palette, where the system has none."""

import tkinter as tk
from collections.abc import Callable
from pathlib import Path

import pytest

from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from tests.chatapp.views.waiting import wait_until


class FileDialog:
    """The dialog that Tk opens over a window where the system has none."""

    def __init__(self, window: tk.Toplevel, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._call = window.tk.call
        self.path = f"{window}.__tk_filedialog"
        self.canvas = f"{self.path}.contents.icons.cHull.canvas"

    def show(self, act: Callable[[], None]) -> None:
        """Do something once its list is there, and close it."""

        def try_to_act() -> None:
            if not self.is_open() or not self._is_arranged():
                self._window.after(10, try_to_act)
                return
            act()
            self._call(f"{self.path}.contents.f2.cancel", "invoke")

        self._window.after(10, try_to_act)
        options = ("-parent", str(self._window), "-initialdir", str(self._folder))
        self._call("::tk::dialog::file::", "open", *options)

    def is_open(self) -> bool:
        """Tell whether it is there."""
        return bool(self._call("winfo", "exists", self.path))

    def inks(self, tags: str = "text") -> set[str]:
        """Give the colours in which entries are written."""
        return {
            str(self._call(self.canvas, "itemcget", it, "-fill"))
            for it in self._find(tags)
        }

    def ground(self) -> str:
        """Give the colour of its list."""
        return str(self._call(self.canvas, "cget", "-background"))

    def _is_arranged(self) -> bool:
        """Tell whether each entry has its place: at first they are all at one."""
        found = self._find("text")
        places = {str(self._call(self.canvas, "coords", it)) for it in found}
        return len(found) > 1 and len(places) == len(found)

    def _find(self, tags: str) -> tuple[int, ...]:
        return tuple(self._call(self.canvas, "find", "withtag", tags))


@pytest.fixture
def dialog(place, tmp_path: Path) -> FileDialog:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    return FileDialog(place, tmp_path)


def test_its_list_has_the_colours_of_the_palette(dialog, look) -> None:
    seen = []

    dialog.show(lambda: seen.extend((dialog.ground(), dialog.inks())))

    assert seen == [look.palette.input, {look.palette.text}]


def test_what_is_not_chosen_any_more_can_be_read(place, main_window, settle) -> None:
    look = main_window.look
    dialog = tk.Toplevel(place, class_="TkFDialog")
    icons = tk.Canvas(dialog)
    icons.pack()
    before = icons.create_text(9, 9, text="one", fill="black", tags="text")
    chosen = icons.create_text(
        9, 30, text="two", fill="red", tags=("text", "selectionText")
    )
    settle()
    icons.itemconfigure(before, fill="black")

    icons.event_generate("<ButtonRelease-1>", x=9, y=30)
    settle()

    inks = [icons.itemcget(item, "fill") for item in (before, chosen)]
    dialog.destroy()
    assert inks == [look.palette.text, "red"]


def test_one_that_is_out_of_sight_for_a_while_stays(dialog, place) -> None:
    still_open = []

    def turn_to_another_desktop() -> None:
        place.tk.call("wm", "withdraw", dialog.path)
        place.update()
        still_open.append(dialog.is_open())
        place.tk.call("wm", "deiconify", dialog.path)
        place.update()

    dialog.show(turn_to_another_desktop)

    assert still_open == [True]


def test_the_next_one_has_the_palette_of_its_moment(dialog, place, look) -> None:
    seen = []
    before = look.palette
    dialog.show(lambda: None)
    wait_until(place, lambda: not dialog.is_open())

    look.wear(make_palette(parse_name("indigo-puffin")))
    wanted = look.palette
    dialog.show(lambda: seen.extend((dialog.ground(), dialog.inks())))
    look.wear(before)

    assert seen == [wanted.input, {wanted.text}]
    assert wanted.input != before.input
