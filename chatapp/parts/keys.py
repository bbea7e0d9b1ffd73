"""Joins the keys of the windows with what they do."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from chatapp.controllers import shortcuts
from chatapp.controllers.rooms.rooms import RoomsController
from chatapp.controllers.servers.servers import ServersController
from chatapp.controllers.shortcuts import Action
from chatapp.controllers.theme import ThemeController
from chatapp.views.windows.main_window import MainWindow

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView

Keys = Mapping[str, Callable[[], object]]


def window_keys(
    window: MainWindow,
    theme: ThemeController,
    servers: ServersController,
    open_settings: Callable[[], None],
) -> Keys:
    """Give the keys that hold in every window."""
    return shortcuts.bind(
        {
            Action.ROLL: theme.roll,
            Action.SETTINGS: open_settings,
            Action.LARGER: window.enlarge,
            Action.SMALLER: window.reduce,
            Action.USUAL_SIZE: window.restore_size,
            Action.LIST_SHORTCUTS: partial(
                window.list_shortcuts, shortcuts.KEYS_TITLE, shortcuts.key_help()
            ),
            Action.ADD_SERVER: servers.add,
        },
        go_to_server=servers.select_at,
    )


def chat_keys(
    view: "ChatView",
    rooms: RoomsController,
    openers: Mapping[Action, Callable[[], object]],
) -> Keys:
    """Give the keys of a chat; `openers` open cards and windows of their own."""
    actions: dict[Action, Callable[[], object]] = {
        Action.NEXT_ROOM: partial(rooms.step, 1),
        Action.PREVIOUS_ROOM: partial(rooms.step, -1),
        Action.MOVE_ROOM_UP: partial(rooms.move_by, -1),
        Action.MOVE_ROOM_DOWN: partial(rooms.move_by, 1),
        Action.NEXT_PANE: view.next_pane,
        Action.PREVIOUS_PANE: view.previous_pane,
        Action.CATCH_UP: view.transcript.catch_up,
        **openers,
    }
    return shortcuts.bind(actions, rooms.select_at)
