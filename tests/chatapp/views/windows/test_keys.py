"""Keys of a whole window, as Tk writes them."""

import sys

import pytest

from chatapp.views.windows.keys import is_command, sequences


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


@pytest.mark.parametrize(
    ("platform", "state", "is_held"),
    [
        ("linux", 0x4, True),
        ("linux", 0x8, True),  # Alt
        ("linux", 0x10, False),  # Num Lock
        ("win32", 0x8, False),  # Num Lock
        ("win32", 0x20000, True),  # Alt
        ("darwin", 0x8, True),  # Command
        ("darwin", 0x10, False),  # Option, with which letters are written
    ],
)
def test_a_letter_is_a_command_by_the_keys_of_each_system(
    monkeypatch, mocker, platform, state, is_held
):
    monkeypatch.setattr(sys, "platform", platform)

    assert is_command(mocker.Mock(state=state)) is is_held
