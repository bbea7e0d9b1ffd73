"""Runs chatapp's real window, and does with it what standard input orders.

Each order is a line of JSON, and so is each answer on standard output. It is begun by
tools.driven_program.
"""

import json
import sys
import threading
import time
import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from tkinter import ttk
from typing import Any, TypeVar

import chatapp.app_start
from chatapp.app import ChatApp
from chatapp.command_line import parse_options
from chatapp.models.entities import ChatMessage, Field
from chatapp.models.program.ending import Ending
from chatapp.views.login_view import LoginView
from chatapp.views.rails.room_list import RoomList
from chatapp.views.transcript.transcript import Transcript
from chatapp.views.writing.composer_box import ComposerBox
from tools.beats import Beats
from tools.scrolling import Scrolling, milliseconds_to_draw
from tools.visible_parts import (
    visible_texts,
    visible_widgets,
    widgets_below,
    windows,
)

SECONDS_BETWEEN_LOOKS, SECONDS_FOR_KEYBOARD = 0.01, 10.0

Order = dict[str, Any]
View = TypeVar("View", bound=tk.Misc)


class Driver:
    """Carries out orders on the main thread, as a person at the window would."""

    def __init__(self, app: ChatApp) -> None:
        self._app = app
        self._root = app.window.root
        self._drawn: dict[str, float] = {}
        self._scrolling: Scrolling | None = None

    def obey(self, order: Order) -> object:
        """Do what is ordered, and give the answer."""
        method: Callable[..., object] = getattr(self, f"do_{order.pop('do')}")
        return method(**order)

    def do_texts(self) -> list[str]:
        """Give every text that can be seen."""
        return list(visible_texts(self._root))

    def do_focus(self) -> str:
        """Give the name of the widget that has the focus."""
        return str(self._root.focus_get() or "")

    def do_title(self) -> str:
        """Give what stands in the title bar."""
        return next(windows(self._root)).title()

    def do_type(self, text: str, key: str = "") -> float:
        """Put text where the cursor is, then press a key; gives when, in seconds."""
        widget = self._focused()
        for character in text:
            keysym = "Return" if character == "\n" else None
            if keysym or not isinstance(widget, (tk.Text, ttk.Entry, tk.Entry)):
                widget.event_generate(f"<{keysym or character}>")
            else:
                widget.insert("insert", character)
        began = time.monotonic()
        if key:
            widget.event_generate(f"<{key}>")
        return began

    def do_paste(self, text: str) -> None:
        """Paste text where the cursor is."""
        self._app.window.copy(text)
        self._focused().event_generate("<<Paste>>")

    def do_press(self, text: str) -> bool:
        """Press the button with this text or tip; tells whether there is one."""
        for widget in visible_widgets(self._root):
            if not isinstance(widget, (ttk.Button, tk.Button)):
                continue
            if text in (widget["text"], getattr(widget, "tip", None)):
                widget.invoke()
                return True
        return False

    def do_choose(self, words: str) -> bool:
        """Choose an entry of the menu beside the server's name, if it is there."""
        for part in self._find(RoomList).on_servers():
            for entry in part:
                if entry.words == words:
                    entry.do()
                    return True
        return False

    def do_choose_of_room(self, room: str, words: str) -> bool:
        """Choose an entry of a room's menu, if it is there."""
        for part in self._find(RoomList).rail.on_menu(room):
            for entry in part:
                if entry.words == words:
                    entry.do()
                    return True
        return False

    def do_choose_of_message(self, words: str) -> bool:
        """Do something about the message that is chosen, if it is offered."""
        transcript = self._find(Transcript)
        row = transcript.pointer.chosen
        for offer in transcript.on_offers(row.message) if row else ():
            if offer.words == words and row:
                transcript.on_action(offer.name, row.message)
                return True
        return False

    def do_write_and_leave(self, text: str) -> None:
        """Type a command that ends the program, after this answer."""
        widget = self._focused()
        widget.insert("insert", text)
        self._root.after_idle(widget.event_generate, "<Return>")

    def do_problems(self) -> dict[str, str]:
        """Give what the sign-in window says at each field; "" is the banner."""
        problems = self._find(LoginView).problems()
        return {field.name if field else "": text for field, text in problems.items()}

    def do_form(self) -> list[str]:
        """Give what stands in the sign-in window's fields."""
        form = self._find(LoginView).form()
        return [form.address, form.port, form.username, form.password]

    def do_fill(self, field: str, text: str) -> None:
        """Put a text into a field of the sign-in window."""
        view = self._find(LoginView)
        form = replace(view.form(), **{field.lower(): text})
        view.show_form(form, Field[field])

    def do_palette(self) -> str:
        """Give the name of the palette."""
        return self._app.window.look.palette.name

    def do_resize(self, width: int, height: int) -> None:
        """Give the window that is open another size."""
        for window in windows(self._root):
            window.geometry(f"{width}x{height}+0+0")

    def do_close(self) -> None:
        """Close the window by its title bar."""
        self._app.window.on_close()

    def do_note_when_drawn(self) -> None:
        """From now on, note when each message has been drawn."""
        transcript = self._find(Transcript)
        splice = transcript.splice

        def noting(start: int, stop: int, messages: Sequence[ChatMessage]) -> None:
            splice(start, stop, messages)
            transcript.update_idletasks()
            now = time.monotonic()
            for message in messages:
                self._drawn.setdefault(message.text, now)

        transcript.splice = noting  # type: ignore[method-assign]  # to be watched

    def do_drawn(self, text: str) -> float | None:
        """Give when a message was drawn first, in seconds; None if not yet."""
        return self._drawn.get(text)

    def do_tagged(self, tag: str) -> list[str]:
        """Give the words of the transcript that look as a tag of it has it."""
        text = self._find(Transcript).text
        places = [str(place) for place in text.tag_ranges(tag)]
        pairs = zip(places[::2], places[1::2], strict=True)
        return [text.get(*pair) for pair in pairs]

    def do_misspelled(self) -> list[str]:
        """Give the words in the box that are in no dictionary."""
        entry = self._find(ComposerBox).entry
        ranges = entry.tag_ranges("misspelled")
        places = zip(ranges[::2], ranges[1::2], strict=True)
        return [entry.get(start, stop) for start, stop in places]

    def do_takes_drops(self) -> bool:
        """Tell whether files can be dropped on the conversation by now."""
        page = self._find(ComposerBox).master
        return bool(page.bind("<<Drop:DND_Files>>"))

    def do_open_room(self, name: str) -> float:
        """Open a room from the rail; gives how long it took to draw, in ms."""
        rooms = self._find(RoomList)
        return milliseconds_to_draw(self._root, lambda: rooms.on_select(name))

    def do_scroll(self, event: str, turns: int, until: str = "") -> None:
        """Begin to scroll the transcript as a person would by this event."""
        transcript = self._find(Transcript)
        transcript.text.focus_force()
        self._scrolling = Scrolling(transcript, event, turns, until)

    def do_scrolled(self) -> dict[str, Any] | None:
        """Give how the scrolling went, once it has ended."""
        scrolling = self._scrolling
        if scrolling is None or not scrolling.done:
            return None
        return {**scrolling.result(), "seen": scrolling.seen}

    def do_watch_beats(self) -> None:
        """From now on, measure how late the main loop is."""
        self._beats = Beats(self._root)

    def do_beats(self) -> dict[str, float]:
        """Give how late the main loop was since then."""
        self._beats.stop()
        return self._beats.result()

    def do_roll(self) -> float:
        """Wear another palette; gives how long it took to draw, in milliseconds."""
        return milliseconds_to_draw(self._root, self._app.window.keys["Mod-r"])

    def _find(self, kind: type[View]) -> View:
        found = [it for it in widgets_below(self._root) if isinstance(it, kind)]
        if not found:
            raise LookupError(f"No {kind.__name__} is open.")
        return next((it for it in found if it.winfo_viewable()), found[0])

    def _focused(self) -> Any:
        """Give what has the keyboard, once it has it.

        With no window manager Tk has it where the pointer is, and drops other keys.
        """
        deadline = time.monotonic() + SECONDS_FOR_KEYBOARD
        while time.monotonic() < deadline:
            self._root.update()  # what is due may take the keyboard away
            window = next(windows(self._root))
            widget = self._root.focus_get() or window.focus_lastfor() or window
            widget.focus_force()
            self._root.update()
            if self._root.focus_get() is widget:
                return widget
        raise LookupError("No part of the window gets the keyboard.")


def main() -> int:
    """Open the window, and obey until standard input ends."""
    app = chatapp.app_start.build(parse_options(sys.argv[1:]))
    Ending(app.mailbox, app.end).listen_to_signals()
    driver = Driver(app)

    def answer(order: Order) -> None:
        try:
            reply = {"answer": driver.obey(order)}
        except Exception as error:  # noqa: BLE001 - who ordered is to know
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)

    def listen() -> None:
        for line in sys.stdin:
            app.mailbox.post(partial(answer, json.loads(line)))
        app.mailbox.post(app.close)

    def greet() -> None:
        if any(visible_texts(app.window.root)):
            print(json.dumps({"answer": "ready"}), flush=True)
        else:
            app.window.call_later(SECONDS_BETWEEN_LOOKS, greet)

    threading.Thread(target=listen, name="orders", daemon=True).start()
    greet()
    app.window.run()
    app.wait_until_ended()
    return 0
