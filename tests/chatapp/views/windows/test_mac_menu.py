"""The menu bar of macOS, played on X11, where a window has it at its top."""

import tkinter as tk

import pytest

from chatapp.views.windows.mac_menu import give_mac_menu


@pytest.fixture
def aqua(place, monkeypatch):
    """Have Tk say that it is on macOS when it is asked for that, and for no more."""
    here = place.tk

    class Aqua:
        def __getattr__(self, name: str) -> object:
            return getattr(here, name)

        def call(self, *words: object) -> object:
            return "aqua" if words == ("tk", "windowingsystem") else here.call(*words)

    monkeypatch.setattr(place, "tk", Aqua())


def labels(menu: tk.Menu) -> list[str]:
    entries = range(menu.index("end") + 1)
    kinds = [(it, menu.type(it)) for it in entries]
    return [menu.entrycget(it, "label") for it, kind in kinds if kind != "separator"]


@pytest.mark.usefixtures("aqua")
def test_the_menus_are_those_that_programs_have_there(place):
    give_mac_menu(place)

    bar = place.nametowidget(place.cget("menu"))
    names = [it.winfo_name() for it in bar.winfo_children()]
    assert [it for it in names if "#" not in it] == ["apple", "edit", "window"]
    assert labels(bar) == ["", "Edit", "Window"]
    assert labels(bar.nametowidget("edit"))[2:] == [
        "Cut",
        "Copy",
        "Paste",
        "Select all",
    ]


@pytest.mark.usefixtures("aqua")
def test_who_has_the_keyboard_is_told_what_is_chosen(place, settle):
    entry, heard = tk.Text(place), []
    entry.pack()
    entry.bind("<<Cut>>", lambda _event: heard.append("cut"))
    give_mac_menu(place)
    entry.focus_force()
    settle()

    place.nametowidget(place.cget("menu")).nametowidget("edit").invoke("Cut")
    settle()

    assert heard == ["cut"]


def test_other_systems_have_no_such_menu(place):
    give_mac_menu(place)

    assert str(place.cget("menu")) == ""
