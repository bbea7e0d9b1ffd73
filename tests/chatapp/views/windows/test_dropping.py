"""What is dropped on a widget, by the library that hands it over."""

import tkinter as tk
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from chatapp.views.windows.dropping import DropTarget


@pytest.fixture
def entry(place, settle):
    entry = ttk.Text(place)
    entry.pack()
    settle()
    return entry


@pytest.fixture
def target(entry):
    target = DropTarget(entry)
    target.texts, target.files, target.hovers = [], [], []
    target.on_hover = target.hovers.append
    target.on_text = target.texts.append
    target.on_files = target.files.extend
    return target


def hold(over: tk.Text, kind: str, *besides: str) -> None:
    """Have the library hear that something is dragged, as from another program.

    What else that offers is offered first.
    """
    part, types = "tkdnd::generic", over.tk.call("tkdnd::platform_specific_types", kind)
    offered = (*besides, *over.tk.splitlist(types))
    over.tk.call(f"{part}::SetDroppedData", "")
    over.tk.call(f"{part}::HandleEnter", str(over), "0x1", offered, offered, "copy", "")
    over.tk.call(f"{part}::HandlePosition", str(over), "0x1", "", 5, 5)


def drop(target: DropTarget, name: str, data: str) -> str:
    take = {"files": target._files_dropped, "text": target._text_dropped}[name]
    return take(data)


def test_where_the_library_is_things_can_be_dropped(target, entry):
    assert target.accept()
    assert "<<Drop:DND_Files>>" in entry.dnd_bind()


def test_without_the_library_nothing_happens(target, mocker):
    mocker.patch.dict("sys.modules", {"tkinterdnd2": None})

    assert not target.accept()


def test_without_tk_s_part_of_it_nothing_happens(target, mocker):
    mocker.patch("tkinterdnd2.TkinterDnD.require", side_effect=RuntimeError)

    assert not target.accept()


def test_a_widget_that_has_gone_accepts_nothing(target, entry):
    entry.destroy()

    assert not target.accept()


def test_files_are_told_by_their_places(target):
    answer = drop(target, "files", "{/home/two words.txt} /home/one.py")

    assert target.files == [Path("/home/two words.txt"), Path("/home/one.py")]
    assert (answer, target.texts) == ("copy", [])


def test_links_that_come_as_files_are_texts(target):
    drop(target, "files", "https://example.org/a https://example.org/b")

    assert target.texts == ["https://example.org/a https://example.org/b"]
    assert target.files == []


def test_a_text_is_told_as_it_is(target):
    drop(target, "text", "one\r\ntwo")

    assert target.texts == ["one\ntwo"]


def test_what_is_held_over_it_is_told_until_it_leaves(target, entry):
    target.accept()
    hold(entry, "DND_Files")
    seen = [*target.hovers]

    entry.tk.call("tkdnd::generic::HandleLeave")

    assert (seen, target.hovers) == ([True], [True, False])


@pytest.mark.parametrize(
    "name", ["x} ; set ::heard 1 ; list {", "[set ::heard 1]", "x; set ::heard 1; #"]
)
def test_what_else_another_program_offers_is_no_command(target, entry, name):
    """Whoever is kept in a sandbox may still be dragged from."""
    entry.setvar("heard", 0)
    target.accept()
    hold(entry, "DND_Text", name)

    entry.tk.call("tkdnd::generic::SetDroppedData", name)
    entry.tk.call("tkdnd::generic::HandleDrop", "", "", "", 5, 5, 0)

    assert entry.getvar("heard") == 0
    assert (target.texts, target.hovers) == ([name], [True, False])


def test_what_cannot_be_dropped_is_not_told(target, entry):
    target.accept()

    hold(entry, "DND_Color")

    assert target.hovers == []


def test_nothing_is_held_any_more_once_it_was_dropped(target, entry):
    target.accept()
    hold(entry, "DND_Files")

    drop(target, "files", "/home/one.py")

    assert target.hovers == [True, False]


def test_nothing_is_held_any_more_once_the_mouse_only_moves(target, entry, settle):
    target.accept()
    hold(entry, "DND_Files")

    entry.event_generate("<Motion>", x=5, y=5)
    settle()

    assert target.hovers == [True, False]
