"""Keys of a whole window, as Tk writes them."""

import sys

import pytest

from chatapp.views.windows.keys import sequences


def test_a_letter_holds_in_both_cases():
    assert sequences("Control-r") == ["<Control-r>", "<Control-R>"]


def test_a_named_key_stands_for_itself():
    assert sequences("Shift-F6") == ["<Shift-F6>"]


@pytest.mark.parametrize(
    ("platform", "found"),
    [
        ("linux", ["<Control-Shift-Tab>", "<Control-ISO_Left_Tab>"]),
        ("win32", ["<Control-Shift-Tab>"]),
    ],
)
def test_tab_with_shift_has_another_name_on_linux(monkeypatch, platform, found):
    monkeypatch.setattr(sys, "platform", platform)

    assert sequences("Control-Shift-Tab") == found
