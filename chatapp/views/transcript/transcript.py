"""Shows a window of a conversation in one Text, and stays where the reader is."""

import tkinter as tk
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import ttkbootstrap as ttk

from chatapp.models.entities import ActionOffer, ChatMessage
from chatapp.views.look.palette import Look
from chatapp.views.transcript.calls import TranscriptCalls
from chatapp.views.transcript.code_card import Token
from chatapp.views.transcript.edges import Edges
from chatapp.views.transcript.fitting import Refitting
from chatapp.views.transcript.gaps import GapWatch
from chatapp.views.transcript.keys import TranscriptKeys
from chatapp.views.transcript.layout import arrange
from chatapp.views.transcript.missed_pill import MissedPill
from chatapp.views.transcript.overlays import EmptyCard, JumpPill, LoadingNote
from chatapp.views.transcript.pointer import TranscriptPointer
from chatapp.views.transcript.reading_place import ReadingPlace
from chatapp.views.transcript.redraw import RowRedrawer, rewrite
from chatapp.views.transcript.rows import Row, RowWriter
from chatapp.views.transcript.settling import Settling
from chatapp.views.transcript.shown_rows import ShownRows
from chatapp.views.transcript.tags import shape_tags
from chatapp.views.transcript.text import new_transcript_text
from chatapp.wire.markdown_blocks import CodeBlock

_MARK = "splice"


class Transcript(TranscriptCalls, ttk.Frame):
    """A read-only list of messages that is changed by splicing."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        ttk.Frame.__init__(self, master, style="Page.TFrame")
        TranscriptCalls.__init__(self)
        self.look = look
        self._unread: str | None = None
        self.is_at_end = self._sees_end = True
        self._width = 0
        self.text = new_transcript_text(self, look)
        self.text.mark_set(_MARK, "end")
        self.text.mark_gravity(_MARK, "right")
        self._bar = self._new_bar()
        self.text.pack(side="left", fill="both", expand=True)
        look.fit(self.text, padx=12, pady=4, spacing2=3, highlightthickness=2)
        self.rows = ShownRows(self.text)
        self._place = ReadingPlace(self.text, self.rows)
        self._gaps = GapWatch(self.text, self._show_gap)
        self._writer = RowWriter(self.text, look)
        self._writer.composer.offers = self._offers
        self._writer.composer.body.code.highlight = self._parts_of_code
        self._redrawer = RowRedrawer(self.text, self._writer)
        self._settling = Settling(
            self.text, lambda: self.is_at_end, lambda: self._redrawer.busy
        )
        self._edges = Edges(self.text, self._ask_older, self._ask_newer)
        self._refitting = Refitting(self.text, self._rewrite)
        self._pill = JumpPill(self.text, look, self._jump)
        self.missed = MissedPill(self.text, look, self.rows, self.catch_up)
        self._empty = EmptyCard(self.text, look)
        self._loading = LoadingNote(self.text, look)
        self.pointer = TranscriptPointer(self, self._writer)
        TranscriptKeys(self, self.pointer)
        self.text.configure(yscrollcommand=self._scrolled)
        self.text.bind("<Configure>", self._resized, add="+")
        look.scale.follow(self, self._reshape)
        look.follow_manner(self, lambda: rewrite(self))
        look.follow(self, self._paint)

    # -- what the controller tells ------------------------------------------------

    def splice(self, start: int, stop: int, messages: Sequence[ChatMessage]) -> None:
        """Replace the shown messages from `start` to before `stop` by others."""
        if messages:
            self._empty.hide()
        before = self.rows.all[start - 1].message if start else None
        today = datetime.now().astimezone().date()
        fresh = []
        for message in messages:
            layout = arrange(before, message, message.key == self._unread, today)
            fresh.append(self._writer.row(message, layout))
            before = message
        # Whose message comes after a change may begin a group or a day by it.
        if stop < len(self.rows):
            row = self.rows.all[stop]
            message = row.message
            layout = arrange(before, message, message.key == self._unread, today)
            if layout != row.layout:
                fresh.append(self._writer.row(message, layout, row.expanded))
                stop += 1
        self._replace(start, stop, fresh)

    def scroll_to_end(self) -> None:
        """Show the last message."""
        self.text.see("end")
        self._sees_end = True
        self.is_at_end = self.on_end(True)

    def show_new(self, count: int) -> None:
        """Say how many new messages there are below; none takes the pill away."""
        self._pill.show(count)

    def show_missed(self, count: int, since: datetime | None) -> None:
        """Offer to go up to the NEW line, if it is out of sight; 0 takes that back."""
        self.missed.show(count, since)

    def catch_up(self) -> None:
        """Go up to the NEW line, if that is offered."""
        if self.missed.is_shown:
            self.on_catch_up()

    def show_from(self, key: str) -> None:
        """Show a message as the first one, and what follows it."""
        row = self.rows.of_message(key)
        if row:
            self.text.yview(self.rows.start_of(self.rows.number(row)))
            self._sees_end = self.text.dlineinfo("end-1c") is not None
            self.is_at_end = self.on_end(self._sees_end)

    def show_message(self, key: str) -> None:
        """Show a message where one sees it at once, and mark it."""
        row = self.rows.of_message(key)
        if row:
            self.pointer.go_to(row)
            self._sees_end = self.text.dlineinfo("end-1c") is not None
            self.is_at_end = self.on_end(self._sees_end)

    def show_what_calls(self, words: Sequence[str]) -> None:
        """Mark these words in messages that mention one, from now on."""
        self._writer.calling = words

    def show_empty(self, title: str, text: str) -> None:
        """Say what this place is, as long as nothing is said in it."""
        if not self.rows:
            self._empty.show(title, text)

    def show_loading(self, visible: bool) -> None:
        """Say that earlier messages are on their way, or no longer."""
        self._loading.show(visible, under=self.missed.bottom)

    def show_unread_line(self, before: str | None) -> None:
        """Draw a line above the message with this key; None takes it away."""
        old, self._unread = self._unread, before
        self.missed.line_moved(before)
        for index, row in enumerate(self.rows.all):
            if row.message.key in (old, before):
                self.splice(index, index + 1, [row.message])

    def messages(self) -> list[ChatMessage]:
        """Give the messages that are shown."""
        return [row.message for row in self.rows.all]

    # -- rows ---------------------------------------------------------------------

    def expand(self, row: Row) -> None:
        """Show more of a long message."""
        self._grow(row, self._writer.expand)

    def _grow(self, row: Row, write: Callable[[str, Row], None]) -> None:
        with self._changing():
            write(_MARK, row)
        self._refitting.finish([row])
        self.pointer.rows_changed([row])

    def _rewrite(self, row: Row) -> None:
        if row in self.rows and row.rest:
            self._grow(row, self._writer.go_on)
        elif row in self.rows:
            number = self.rows.number(row)
            fresh = [self._writer.row(row.message, row.layout, row.expanded)]
            # Elsewhere nothing has to stay where it is, or to follow the end.
            write = self._replace if self.rows.moves_view(number) else self._write
            write(number, number + 1, fresh)

    def show_code_anew(self, block: CodeBlock) -> None:
        """Show a block of code as `on_code` gives it now."""
        rows = [row for row in self.rows.all if block.source in row.message.text]
        self._refitting.redo(rows)

    def _replace(self, start: int, stop: int, fresh: list[Row]) -> None:
        if self.is_at_end:
            self._write(start, stop, fresh)
            self.text.see("end")
            return
        with self._place.staying(start, stop):
            self._write(start, stop, fresh)

    def _write(self, start: int, stop: int, fresh: list[Row]) -> None:
        text, old = self.text, self.rows.all[start:stop]
        with self._changing():
            text.mark_set(_MARK, self.rows.start_of(start))
            if old:
                text.delete(_MARK, self.rows.start_of(stop))
                self._writer.forget(old)
            self.rows.replace(start, stop, fresh)
            self._writer.write(_MARK, fresh)
            self._refitting.finish(fresh)
            self._gaps.rows_changed(self.rows.all)
            self.pointer.rows_changed(old)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        self.text.configure(state="normal")
        try:
            yield
        finally:
            self.text.configure(state="disabled")

    # -- where the reader is ------------------------------------------------------

    def _scrolled(self, first: float | str, last: float | str) -> None:
        top, bottom = float(first), float(last)
        if (top, bottom) != self._bar.get():  # else a picture was drawn anew
            self.pointer.scrolled()
        self._bar.set(top, bottom)
        self.missed.scrolled()
        self._gaps.scrolled()
        if not self._settling.goes_on:
            # Tk's shares of a text are guesses until it has measured every line.
            self._tell_end(self.text.dlineinfo("end-1c") is not None)
        self._edges.scrolled(top, bottom, has_rows=bool(self.rows))

    def _offers(self, message: ChatMessage) -> Sequence[ActionOffer]:
        return self.on_offers(message)

    def _parts_of_code(self, block: CodeBlock) -> Sequence[Token]:
        return self.on_code(block)

    def _show_gap(self, key: str) -> None:
        self.on_gap(key)

    def _jump(self) -> None:
        self.on_jump()

    def _ask_older(self) -> None:
        self.on_older()

    def _ask_newer(self) -> None:
        self.on_newer()

    def _tell_end(self, sees_end: bool) -> None:
        if sees_end != self._sees_end:
            self._sees_end = sees_end
            self.is_at_end = self.on_end(sees_end)

    # -- how it looks -------------------------------------------------------------

    def _new_bar(self) -> ttk.Scrollbar:
        style = "Page.Vertical.TScrollbar"
        bar = ttk.Scrollbar(self, style=style, command=self.text.yview)
        bar.pack(side="right", fill="y")
        self.look.space(bar, padx=2, pady=2)
        return bar

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        if event.width == self._width:
            if self.is_at_end:
                self.text.see("end")
            return
        self._width = event.width
        self._fit_rules()
        for row in self.rows.all:
            if row.layout.has_rule:
                self._writer.redraw(row)
        if self.is_at_end:
            self.text.see("end")

    def _fit_rules(self) -> None:
        self._writer.composer.fit(self._width)
        self._refitting.fit(it for part in self.rows.seen_first() for it in part)

    def _reshape(self) -> None:
        """Take other sizes, and stay at the end if that is where the reader is."""
        shape_tags(self.text, self.look)
        self._fit_rules()
        if self.rows:
            self._settling.begin()
        else:
            self._settling.cancel()

    def destroy(self) -> None:
        """Go, and leave nothing that is still to come."""
        self._settling.cancel()
        self._refitting.cancel()
        super().destroy()

    def _paint(self) -> None:
        """Colour what one can see at once, and the rest bit by bit."""
        self._writer.paint()
        at_end = self.is_at_end
        if at_end:
            self.text.see("end")
        self._redrawer.redraw(*self.rows.seen_first())
        if at_end:
            self.text.see("end")
