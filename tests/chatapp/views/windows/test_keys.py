"""Keys of a whole window, as Tk writes them."""

import sys

import pytest

from chatapp.views.windows.keys import (
    accelerator,
    bind_keys,
    delete_keys,
    is_command,
    key_of,
    label,
    sequences,
)

ALTGR = 0x20004
"""What Windows tells of AltGr: Ctrl and Alt."""


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


@pytest.mark.parametrize(
    ("platform", "char", "is_held"),
    [("win32", "ę", False), ("win32", "", True), ("linux", "ę", True)],
)
def test_what_is_written_with_altgr_on_windows_is_no_command(
    monkeypatch, mocker, platform, char, is_held
):
    monkeypatch.setattr(sys, "platform", platform)

    assert is_command(mocker.Mock(state=ALTGR, char=char)) is is_held


def test_a_letter_with_altgr_is_written_where_its_key_is_a_shortcut(
    monkeypatch, mocker
):
    """On Brazilian keyboards AltGr and Q write the slash of Ctrl+/."""
    monkeypatch.setattr(sys, "platform", "win32")
    window, listed = mocker.MagicMock(), []
    bind_keys(window, {"Mod-slash": lambda: listed.append("keys")})
    pressed = window.bind_class.call_args.args[2]

    written = pressed(mocker.Mock(state=ALTGR, char="/"))
    taken = pressed(mocker.Mock(state=0x4, char=""))

    assert (written, taken, listed) == (None, "break", ["keys"])


@pytest.mark.parametrize(
    ("platform", "char", "keysym", "key"),
    [
        ("win32", "€", "e", "€"),  # with AltGr: as Tk tells it there
        ("win32", "C", "C", "c"),
        ("darwin", "\x7f", "BackSpace", "Delete"),
        ("darwin", "\uf705", "F2", "F2"),
        ("linux", "\x08", "BackSpace", "BackSpace"),
        ("linux", "\x7f", "Delete", "Delete"),
    ],
)
def test_a_key_is_known_by_what_it_writes_or_by_its_name(
    monkeypatch, mocker, platform, char, keysym, key
):
    monkeypatch.setattr(sys, "platform", platform)

    assert key_of(mocker.Mock(char=char, keysym=keysym)) == key


@pytest.mark.parametrize(
    ("platform", "events"),
    [("darwin", ("<Delete>", "<BackSpace>")), ("win32", ("<Delete>",))],
)
def test_a_mac_deletes_with_the_key_that_it_has(monkeypatch, platform, events):
    monkeypatch.setattr(sys, "platform", platform)

    assert delete_keys() == events


@pytest.mark.parametrize(
    ("platform", "key", "read", "in_menu"),
    [
        ("linux", "Mod-Shift-x", "Ctrl+Shift+X", "Ctrl+Shift+X"),
        ("darwin", "Mod-Shift-x", "⌘⇧X", "Command-Shift-x"),
        ("darwin", "Alt-Down", "⌥↓", "Option-Down"),
        ("darwin", "Delete", "⌫", "Backspace"),
        ("darwin", "c", "C", "c"),
        ("darwin", "Menu", "↩", "Menu"),
    ],
)
def test_keys_are_written_as_each_system_does(
    monkeypatch, platform, key, read, in_menu
):
    monkeypatch.setattr(sys, "platform", platform)

    assert (label(key), accelerator(key)) == (read, in_menu)


@pytest.mark.parametrize("key", ["<space>", "<Return>", "<KP_Enter>"])
def test_a_key_presses_a_button_once_also_in_a_dialog_of_tk(place, settle, key):
    call, pressed, passed_on = place.tk.call, [], []
    window = place.winfo_toplevel()
    command = place.register(lambda: pressed.append(1))
    window.bind(key, lambda _event: passed_on.append(1))
    button = f"{place}.tcl"
    call("ttk::button", button, "-command", command)
    call("pack", button)
    call("focus", "-force", button)
    settle()

    call("event", "generate", button, key)
    settle()

    assert (pressed, passed_on) == ([1], [])


def test_a_dialog_of_tk_that_goes_at_a_key_says_nothing_of_it(place, settle):
    call = place.tk.call
    button = f"{place}.tcl"
    call("ttk::button", button)
    call("pack", button)
    call("focus", "-force", button)
    call("bind", button, "<Return>", f"destroy {button}")
    settle()

    call("event", "generate", button, "<Return>")
    settle()

    assert not int(call("winfo", "exists", button))
