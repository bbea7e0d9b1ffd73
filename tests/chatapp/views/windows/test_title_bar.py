"""The title bar, where the system draws it light if nobody says otherwise."""

import ctypes
import sys

import pytest

from chatapp.views.windows import title_bar
from chatapp.views.windows.title_bar import match_title_bar


@pytest.fixture
def dwm(monkeypatch, mocker):
    """Be on Windows; hear what is asked of its windows."""
    windll = mocker.MagicMock()
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return windll.dwmapi


def told(dwm) -> list[bool]:
    """Give whether it was to be dark, each time."""
    calls = dwm.DwmSetWindowAttribute.call_args_list
    return [bool(call.args[2]._obj.value) for call in calls]


def test_it_goes_with_the_colours_on_windows(place, look, dwm, settle):
    before = look.palette
    match_title_bar(place, look)

    look.wear(before)
    place.withdraw()
    settle()
    place.deiconify()
    settle()

    assert told(dwm)[:3] == [before.dark] * 3
    handle = dwm.DwmSetWindowAttribute.call_args.args[0]
    assert handle.value == int(place.frame(), 16)


def test_an_old_windows_leaves_it_light(place, look, monkeypatch, mocker):
    monkeypatch.setattr(ctypes, "windll", mocker.Mock(spec=[]), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")

    match_title_bar(place, look)

    assert place.winfo_exists()


@pytest.mark.parametrize("spoken", ["-appearance aqua", "-appearance light", "style"])
def test_each_tk_of_macos_is_asked_in_its_words(mocker, spoken):
    window, heard = mocker.Mock(), []

    def call(*words: object) -> None:
        said = " ".join(map(str, words))
        known = "MacWindowStyle appearance" if spoken == "style" else spoken
        if known not in said:
            raise title_bar.tk.TclError("bad attribute")
        heard.append(said)

    window.tk.call = call

    title_bar._paint_on_mac(window, "aqua", "light")

    assert len(heard) == 1


def test_other_systems_choose_it_themselves(place, look, monkeypatch, mocker):
    monkeypatch.setattr(sys, "platform", "linux")
    follow = mocker.patch.object(look, "follow")

    match_title_bar(place, look)

    follow.assert_not_called()
