"""A labelled field of a form, with an example inside and its problem underneath."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.entry_line import EntryLine
from chatapp.views.widgets.example_text import ExampleText
from chatapp.views.widgets.problem_line import ProblemLine
from chatapp.views.windows.keys import ENTER_KEYS

_LEFT = 14
IN_LABEL = 4
"""How many pixels a label needs itself beside its longest line, at any zoom."""


class LabelledField(ttk.Frame):
    """What every field has: a label above it, and underneath what is wrong with it.

    `on_enter` is called when Enter is pressed in it, `on_change` as it changes.
    """

    on_enter: Callable[[], None]
    on_change: Callable[[], None]

    def __init__(
        self,
        master: tk.Misc,
        look: Look,
        label: str,
        line: ProblemLine | None = None,
        *,
        may_be_wrong: bool = True,
    ) -> None:
        """Build all but what one writes in, which `put` adds; see `FormField`."""
        super().__init__(master, style="Page.TFrame")
        self.on_enter = self.on_change = lambda: None
        self._look = look
        self.columnconfigure(0, weight=1)
        title = ttk.Label(self, text=label, style="PageBold.TLabel")
        title.grid(sticky="ew")
        wrap_itself(title)
        self._problem = ""
        self.line = line or ProblemLine(self, look)
        self._has_line, self._keeps_line = line is None and may_be_wrong, True
        if self._has_line:
            self.line.grid(row=2, sticky="ew")
            look.space(self.line, pady=(4, 0))

    def put(self, box: ttk.Entry | ttk.Frame) -> None:
        """Have what one writes in, whose look tells that something is wrong."""
        self._box = box
        box.grid(row=1, sticky="ew")
        self._look.space(box, pady=(5, 0))

    @property
    def problem(self) -> str:
        """What is wrong with the field, as it is shown."""
        return self._problem

    def show_problem(self, problem: str) -> None:
        """Say under the field what is wrong with it, until it is changed.

        Nothing to say takes it away at once.
        """
        self._problem = problem
        self.line.show_problem(str(self), problem)
        self._box.state(["invalid" if problem else "!invalid"])
        self._show_line()

    def show_note(self, note: str) -> None:
        """Say this under the field as long as nothing is wrong."""
        self.line.show_note(note)
        self._show_line()

    def keep_line(self, kept: bool) -> None:
        """Keep the room for a problem, so that nothing moves by one, or do not."""
        self._keeps_line = kept
        self._show_line()

    def _show_line(self) -> None:
        if self._has_line:
            show(self.line, self._keeps_line or bool(self.line.cget("text")))

    def _entered(self, _event: "tk.Event[tk.Misc]") -> str:
        self.on_enter()
        return "break"

    def _has_changed(self) -> None:
        """Say no more what was wrong, as it is something else now."""
        if self._problem:
            self.show_problem("")
        self.on_change()


class FormField(LabelledField):
    """One line to fill in."""

    def __init__(
        self,
        master: tk.Misc,
        look: Look,
        label: str,
        example: str = "",
        *,
        width: int = 10,
        secret: bool = False,
        line: ProblemLine | None = None,
        may_be_wrong: bool = True,
    ) -> None:
        """Build the field.

        Args:
            master: where it stands.
            look: colours and sizes.
            label: what it is for.
            example: what stands in it as long as nothing else does.
            width: how many characters wide it is at least.
            secret: whether others shall not read it.
            line: where its problem is told; without it that stands underneath.
            may_be_wrong: whether it can have a problem at all.
        """
        super().__init__(master, look, label, line, may_be_wrong=may_be_wrong)
        self._is_enabled, self._is_held = True, False
        self._text = tk.StringVar(self)
        self._text.trace_add("write", self._changed)
        self.entry = self._new_entry(width, secret)
        self.put(self.entry)
        self._example = ExampleText(self.entry, look, example, _LEFT)
        look.follow(self, self._paint)
        look.scale.follow(self, self._place_example)

    def _new_entry(self, width: int, secret: bool) -> ttk.Entry:
        entry = EntryLine(
            self,
            self._look.fonts.body,
            style="Form.TEntry",
            textvariable=self._text,
            width=width,
            show="•" if secret else "",
        )
        for key in ENTER_KEYS:
            entry.bind(key, self._entered)
        entry.bind("<FocusOut>", lambda _event: entry.selection_clear())
        return entry

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._text.get()

    @text.setter
    def text(self, text: str) -> None:
        self._text.set(text)
        self.entry.icursor("end")

    def show_enabled(self, enabled: bool) -> None:
        """Let the field be written in, or not."""
        self._is_enabled = enabled
        self._show_state()

    def show_held(self, held: bool) -> None:
        """Let the field only be read, as another one decides what stands in it."""
        self._is_held = held
        self._show_state()

    def take_focus(self) -> None:
        """Have the cursor in the field, with everything selected."""
        self.entry.focus_set()
        self.entry.selection_range(0, "end")
        self.entry.icursor("end")

    def _changed(self, *_names: str) -> None:
        text = self._text.get()
        if "\n" in text:  # pasted: it becomes the one line that fits in here
            self.text = " ".join(map(str.strip, text.splitlines())).strip()
            return
        self._place_example()
        self._has_changed()

    def _show_state(self) -> None:
        is_open = self._is_enabled and not self._is_held
        self.entry.state(["!disabled" if is_open else "disabled"])
        self._paint()

    def _place_example(self) -> None:
        self._example.show(not self._text.get())

    def _paint(self) -> None:
        palette = self._look.palette
        ground = palette.page if self.entry.instate(["disabled"]) else palette.input
        self._example.paint(ground)


def wrap_itself(label: ttk.Label) -> None:
    """Break a label's words into lines where the label ends, as its place has it."""
    label.bind(
        "<Configure>",
        lambda event: label.configure(wraplength=max(1, event.width - IN_LABEL)),
        add="+",
    )


def show(widget: tk.Widget, visible: bool) -> None:
    """Have a widget stand where it was put in the grid, or not."""
    if visible:
        widget.grid()
    else:
        widget.grid_remove()
