"""Binds keys that hold in a whole window, before any widget's own use of them."""

import sys
import tkinter as tk
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial

from chatapp.language import gettext as _

MODIFIER = "Command" if sys.platform == "darwin" else "Control"
ALT = "Option" if sys.platform == "darwin" else "Alt"
"""Tk knows no Alt on macOS: a key bound with it would never be heard there."""

MENU_CLICKS = (
    ("<Button-2>", "<Button-3>", "<Control-Button-1>")
    if sys.platform == "darwin"
    else ("<Button-3>",)
)
"""What opens a menu; the right button has two numbers on macOS, by Tk's version."""

ENTER_KEYS = ("<Return>", "<KP_Enter>")
MENU_KEYS = ("<App>", "<Menu>", "<Shift-F10>")
_CONTROL, _MOD1, _ALT = 0x4, 0x8, 0x20000
"""Mod1 is Alt on X11 and Command on macOS, but Num Lock on Windows."""

_MODIFIERS = {"Mod": MODIFIER, "Alt": ALT}
_LABELS = {
    "Mod": _("Ctrl"),
    "Control": _("Ctrl"),
    "Delete": _("Del"),
    "Return": _("Enter"),
    "Escape": _("Esc"),
    "Shift": _("Shift"),
    "Tab": _("Tab"),
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "period": ".",
    "comma": ",",
}
_MAC_LABELS = {
    **_LABELS,
    "Mod": "⌘",
    "Alt": "⌥",
    "Control": "⌃",
    "Delete": "⌫",
    "Menu": "↩",  # there is no such key; this one opens what can be done as well
    "Return": "↩",
    "Shift": "⇧",
    "Tab": "⇥",
}
_MAC_ACCELERATORS = {"Mod": "Command", "Alt": "Option", "Delete": "Backspace"}
"""Keys as Tk reads them there in a menu, to write them as the system does."""


def bind_keys(window: tk.Toplevel, keys: Mapping[str, Callable[[], object]]) -> None:
    """Call back for these keys, wherever in the window the focus is.

    A key is written as Tk does, such as "F6" or "Mod-r"; Mod is Command on macOS and
    Control elsewhere, Alt is Option on macOS, and a letter holds in both cases, for the
    sake of Caps Lock.
    """
    tag = f"Keys{window}"
    for key, callback in keys.items():
        for sequence in sequences(key):
            window.bind_class(tag, sequence, _breaking(callback))

    def put_first(event: "tk.Event[tk.Misc]") -> None:
        # Text and Entry have meanings of their own for keys such as Control-K.
        if isinstance(event.widget, tk.Misc):
            tags = event.widget.bindtags()
            if tag not in tags:
                event.widget.bindtags((tag, *tags))

    window.bind("<FocusIn>", put_first, add="+")


def bind_buttons(root: tk.Misc) -> None:
    """Let Space and Enter press the button that has the focus, in the whole program.

    Those of Tk's own dialogs as well, which Python does not know. And let a click leave
    the keyboard with who writes: what is typed next is no key of the button, which may
    be gone by then.
    """
    press = "if {[winfo exists %W]} {%W invoke}; break"
    for key in ("<space>", *ENTER_KEYS):
        root.tk.call("bind", "TButton", key, press)
    click = str(root.tk.call("bind", "TButton", "<Button-1>"))
    take = "ttk::clickToFocus %W"
    writes = "[focus] ne {} && [winfo class [focus]] eq {Text}"
    root.tk.call(
        "bind",
        "TButton",
        "<Button-1>",
        click.replace(take, f"if {{!({writes})}} {{{take}}}"),
    )


def bind_known(
    widget: tk.Misc,
    events: Iterable[str],
    callback: "Callable[[tk.Event[tk.Misc]], str | None]",
) -> None:
    """Call back for these events, as far as this system has them."""
    for event in events:
        with suppress(tk.TclError):  # the key has another name on other systems
            widget.bind(event, callback)


class PageKeys:
    """Keys of the page that is to be seen: they are others when that is another one."""

    def __init__(self) -> None:
        self._keys: Mapping[str, Callable[[], object]] = {}
        self._bound: set[str] = set()

    def hold(
        self, window: tk.Toplevel, keys: Mapping[str, Callable[[], object]]
    ) -> None:
        """Have these keys hold in the window, and none that held before."""
        self._keys = keys
        new = [key for key in keys if key not in self._bound]
        self._bound.update(new)
        if new:
            bind_keys(window, {key: partial(self._press, key) for key in new})

    def _press(self, key: str) -> None:
        if key in self._keys:
            self._keys[key]()


def is_command(event: "tk.Event[tk.Misc]") -> bool:
    """Tell whether a key is held with it that makes a command of a letter."""
    commands = _CONTROL | _ALT | (0 if sys.platform == "win32" else _MOD1)
    return bool(int(event.state) & commands) and not is_written_by_altgr(event)


def is_written_by_altgr(event: "tk.Event[tk.Misc]") -> bool:
    """Tell whether a key writes with AltGr, which is Ctrl and Alt on Windows.

    There both write what is above a key, such as @ and ę, and no shortcut has the two.
    """
    both = _CONTROL | _ALT
    is_held = sys.platform == "win32" and int(event.state) & both == both
    return is_held and writes(event)


def key_of(event: "tk.Event[tk.Misc]") -> str:
    """Give the small letter that a key writes, or its name where it writes nothing.

    What it writes goes first: € has the name "e" on Windows, of the key it is on. A
    Mac's keyboard has BackSpace only, which deletes there as Delete does elsewhere.
    """
    if writes(event):
        return event.char.lower()
    is_delete = sys.platform == "darwin" and event.keysym == "BackSpace"
    return "Delete" if is_delete else event.keysym


def delete_keys() -> tuple[str, ...]:
    """Give the events of the keys that take away what is chosen, but not in a text."""
    keys = ("<Delete>", "<BackSpace>")
    return keys if sys.platform == "darwin" else keys[:1]


def writes(event: "tk.Event[tk.Misc]") -> bool:
    """Tell whether a key writes something that is no space."""
    return bool(event.char.strip()) and event.char.isprintable()


def label(key: str) -> str:
    """Write a key as people read it: Ctrl+K for "Mod-k", and ⌘K on macOS."""
    is_mac = sys.platform == "darwin"
    labels, between = (_MAC_LABELS, "") if is_mac else (_LABELS, "+")
    names = [labels.get(part, part) for part in key.split("-")]
    last = names[-1]
    return between.join([*names[:-1], last.upper() if len(last) == 1 else last])


def accelerator(key: str) -> str:
    """Write a key for an entry of a menu, which macOS makes out by itself."""
    if sys.platform != "darwin":
        return label(key)
    return "-".join(_MAC_ACCELERATORS.get(part, part) for part in key.split("-"))


def sequences(key: str) -> list[str]:
    """Give the event sequences of a key; two if it ends in a letter."""
    *modifiers, last = (_MODIFIERS.get(part, part) for part in key.split("-"))
    names = [last.lower(), last.upper()] if len(last) == 1 else [last]
    found = ["<" + "-".join([*modifiers, _keysym(name)]) + ">" for name in names]
    if sys.platform == "linux" and key.endswith("Shift-Tab"):
        found.append(found[0].replace("Shift-Tab", "ISO_Left_Tab"))
    return list(dict.fromkeys(found))


def _keysym(name: str) -> str:
    return f"Key-{name}" if name.isdigit() else name


def _breaking(
    callback: Callable[[], object],
) -> "Callable[[tk.Event[tk.Misc]], str | None]":
    def run(event: "tk.Event[tk.Misc]") -> str | None:
        if is_written_by_altgr(event):
            return None
        callback()
        return "break"

    return run
