"""The keys of the chat window: one table that binds them, and that lists them."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from chatapp.language import gettext as _
from chatapp.models.entities import KeyHelp

KEYS_TITLE = _("Keys")

MOST_ROOMS = 9
MOST_SERVERS = 9


class Action(Enum):
    """What a key of the whole window does."""

    SWITCH = auto()
    NEXT_ROOM = auto()
    PREVIOUS_ROOM = auto()
    GO_TO_ROOM = auto()
    BROWSE_ROOMS = auto()
    MOVE_ROOM_UP = auto()
    MOVE_ROOM_DOWN = auto()
    GO_TO_SERVER = auto()
    ADD_SERVER = auto()
    NEXT_PANE = auto()
    PREVIOUS_PANE = auto()
    CATCH_UP = auto()
    PICK_EMOJI = auto()
    SEARCH_HERE = auto()
    SEARCH_EVERYWHERE = auto()
    LIST_SHORTCUTS = auto()
    ROLL = auto()
    SETTINGS = auto()
    WIRE_LOG = auto()
    PLAIN_TEXT = auto()
    LARGER = auto()
    SMALLER = auto()
    USUAL_SIZE = auto()


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A row of the table: its keys as views write them, and its words for people.

    The first key is the one that is listed. A row without an action is about keys that
    belong to one part of the window, which binds them itself.
    """

    words: str
    keys: tuple[str, ...]
    action: Action | None = None


# On macOS, Option and a digit write brackets and braces on many keyboards.
_ROOM_MODIFIER = "Control" if sys.platform == "darwin" else "Alt"
_ROOM_KEYS = tuple(f"{_ROOM_MODIFIER}-{number}" for number in range(1, MOST_ROOMS + 1))
_SERVER_KEYS = tuple(f"Mod-{number}" for number in range(1, MOST_SERVERS + 1))

TABLE: tuple[Shortcut, ...] = (
    Shortcut(_("Go to a room, a person or a command"), ("Mod-k",), Action.SWITCH),
    Shortcut(_("Next room"), ("Alt-Down", "Control-Tab"), Action.NEXT_ROOM),
    Shortcut(_("Previous room"), ("Alt-Up", "Control-Shift-Tab"), Action.PREVIOUS_ROOM),
    Shortcut(_("First to ninth room"), _ROOM_KEYS, Action.GO_TO_ROOM),
    Shortcut(_("Rooms of this server"), ("Mod-Shift-o",), Action.BROWSE_ROOMS),
    Shortcut(_("Move this room up"), ("Alt-Shift-Up",), Action.MOVE_ROOM_UP),
    Shortcut(_("Move this room down"), ("Alt-Shift-Down",), Action.MOVE_ROOM_DOWN),
    Shortcut(_("First to ninth server"), _SERVER_KEYS, Action.GO_TO_SERVER),
    Shortcut(_("Add a server"), ("Mod-Shift-n",), Action.ADD_SERVER),
    Shortcut(_("Up to the first new message"), ("F7",), Action.CATCH_UP),
    Shortcut(_("Next part of the window"), ("F6",), Action.NEXT_PANE),
    Shortcut(_("Previous part of the window"), ("Shift-F6",), Action.PREVIOUS_PANE),
    Shortcut(_("Search in this room"), ("Mod-f",), Action.SEARCH_HERE),
    Shortcut(_("Search everywhere"), ("Mod-Shift-f",), Action.SEARCH_EVERYWHERE),
    Shortcut(_("Back to the box"), ("Escape",)),
    Shortcut(_("Send"), ("Return",)),
    Shortcut(_("New line"), ("Shift-Return",)),
    Shortcut(_("Complete a name, a command or an emoji"), ("Tab",)),
    Shortcut(_("Bold"), ("Mod-b",)),
    Shortcut(_("Italic"), ("Mod-i",)),
    Shortcut(_("Struck out"), ("Mod-Shift-x",)),
    Shortcut(_("Code"), ("Mod-e",)),
    Shortcut(_("What the box offers: other words, the clipboard"), ("Shift-F10",)),
    Shortcut(_("Pick an emoji"), ("Mod-period",), Action.PICK_EMOJI),
    Shortcut(_("What you wrote before in this room"), ("Mod-Up",)),
    Shortcut(_("Edit what you said last, from the empty box"), ("Up",)),
    Shortcut(_("To the messages, where Up and Down choose one"), ("Shift-Tab",)),
    Shortcut(_("What can be done about it"), ("Menu",)),
    Shortcut(_("Copy the chosen message"), ("c",)),
    Shortcut(_("Save it for yourself"), ("s",)),
    Shortcut(_("Reply to it"), ("r",)),
    Shortcut(_("React to it"), ("e",)),
    Shortcut(_("Show what it replies to"), ("o",)),
    Shortcut(_("Edit it"), ("F2",)),
    Shortcut(_("Delete it"), ("Delete",)),
    Shortcut(_("Other colours"), ("Mod-r",), Action.ROLL),
    Shortcut(_("Settings"), ("Mod-comma",), Action.SETTINGS),
    Shortcut(_("Larger"), ("Mod-plus", "Mod-equal", "Mod-KP_Add"), Action.LARGER),
    Shortcut(_("Smaller"), ("Mod-minus", "Mod-KP_Subtract"), Action.SMALLER),
    Shortcut(
        _("Usual size"), ("Mod-0", "Mod-KP_0", "Mod-KP_Insert"), Action.USUAL_SIZE
    ),
    Shortcut(_("This room as plain text"), ("Mod-Shift-t",), Action.PLAIN_TEXT),
    Shortcut(_("What goes over the wire"), ("Mod-Shift-l",), Action.WIRE_LOG),
    Shortcut(_("These keys"), ("Mod-slash",), Action.LIST_SHORTCUTS),
)


def bind(
    actions: Mapping[Action, Callable[[], object]],
    go_to_room: Callable[[int], object] | None = None,
    go_to_server: Callable[[int], object] | None = None,
) -> dict[str, Callable[[], object]]:
    """Give what each key calls, for the actions that there are."""
    bound: dict[str, Callable[[], object]] = {}
    for shortcut in TABLE:
        call = actions.get(shortcut.action) if shortcut.action else None
        if call:
            bound.update(dict.fromkeys(shortcut.keys, call))
    for keys, go_to in ((_ROOM_KEYS, go_to_room), (_SERVER_KEYS, go_to_server)):
        if go_to:
            bound.update({key: _at(go_to, place) for place, key in enumerate(keys)})
    return bound


def key_help() -> Sequence[KeyHelp]:
    """List what can be pressed, in the order of the table."""
    return [
        KeyHelp(shortcut.words, shortcut.keys[:1] + shortcut.keys[-1:])
        if shortcut.action in (Action.GO_TO_ROOM, Action.GO_TO_SERVER)
        else KeyHelp(shortcut.words, shortcut.keys[:1])
        for shortcut in TABLE
    ]


def _at(call: Callable[[int], object], place: int) -> Callable[[], object]:
    return lambda: call(place)
