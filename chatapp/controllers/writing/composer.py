"""The composer: sends what is written, and keeps each room's draft."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from chatapp.controllers.rooms import rooms_wording as wording
from chatapp.controllers.writing.loan import Loan
from chatapp.controllers.writing.nick_completion import NickCompletion
from chatapp.controllers.writing.slash_commands import SlashCommands
from chatapp.controllers.writing.typed_text import as_sent
from chatapp.controllers.writing.written_before import WrittenBefore
from chatapp.language import gettext as _
from chatapp.models.entities import MessageKind, RoomKind
from chatapp.models.events import (
    NickChanged,
    RequestRefused,
    RoomChanged,
    RoomRenamed,
    RoomSelected,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire import markdown

MOST_MESSAGES_UNASKED = 5
MOST_LOOKED_BACK = 1000


class ComposerView(Protocol):
    """The box in which messages are written."""

    on_send: Callable[[str], None]
    on_change: Callable[[str], None]
    on_complete: Callable[[str, int], tuple[str, int] | None]
    on_history: Callable[[int, str], str | None]

    def text(self) -> str:
        """Return what stands in the box."""

    def show_text(self, text: str) -> None:
        """Put this text into the box, the cursor behind it."""

    def show_placeholder(self, text: str) -> None:
        """Say what the box is for while it is empty."""

    def take_focus(self) -> None:
        """Put the cursor into the box."""

    def ask(self, question: str, yes: str, on_yes: Callable[[], None]) -> None:
        """Ask something above the box; doing nothing keeps the text."""


class ComposerController:
    """Takes what was written and gives it to the network or to a slash command."""

    def __init__(
        self,
        view: ComposerView,
        network: Network,
        bus: EventBus,
        commands: SlashCommands,
    ) -> None:
        self._view = view
        self._network = network
        self._commands = commands
        self._room = ""
        self.on_said: Callable[[], None] = lambda: None
        self._loan: Loan | None = None
        self._lent = ""
        self._put: str | None = None
        self._could_be_asked = True
        self._before = WrittenBefore(self._said_in)
        view.on_send = self.send
        view.on_complete = NickCompletion(lambda: network.people(self._room)).complete
        view.on_history = self.recall
        view.on_change = self._changed
        bus.subscribe(RoomSelected, self._selected)
        bus.subscribe(RoomRenamed, self._renamed)
        bus.subscribe(RoomChanged, self._draft_may_have_come)
        bus.subscribe(RequestRefused, self._refused)
        bus.subscribe(NickChanged, lambda _event: self._show_placeholder())

    @property
    def room(self) -> str:
        """The room that the box is for."""
        return self._room

    def send(self, text: str) -> None:
        """Send what was written; what becomes many messages only after asking."""
        if self._loan:
            self._loan.take(text)
            return
        if text.startswith("/") and not text.startswith("//"):
            self._run(text.rstrip())
            return
        if not text.strip():
            return
        if not self._room:
            self._commands.refuse(wording.NOBODY_HEARS)
            return
        lines = [line for line in text.split("\n") if line.strip()]
        count = self._network.count_messages(self._room, _said(text, self._room))
        if count > MOST_MESSAGES_UNASKED:
            question = _("Send this as {count} messages?")
            if count == len(lines):
                question = _("Send this as {count} messages, one for each line?")
            self._view.ask(
                question.format(count=count),
                _("Send {count} messages").format(count=count),
                partial(self._say_if_here, self._room, text),
            )
            return
        self._say(text)

    def edit(self, key: str) -> None:
        """Take a message that failed back into the box, above what is written there."""
        self.give_back()
        taken = self._network.unsent.take_back(key)
        if taken:
            written = self._view.text()
            self._show(f"{taken}\n{written}" if written.strip() else taken)
            self._view.take_focus()

    def lend(self, text: str, loan: Loan) -> None:
        """Have something else written in the box for now; the draft waits."""
        self.keep_draft(self._view.text())
        if self._loan:
            self._loan.end()
        self._loan, self._lent = loan, text
        self._show_placeholder()
        self._put_text(text)
        self._view.take_focus()

    def give_back(self) -> None:
        """Have the draft in the box again, if something else was written there.

        What was changed meanwhile is among what was written before.
        """
        if self._loan:
            written = self._view.text()
            if written.strip() and written != self._lent:
                self._before.remember(self._room, written)
            self._end(self._loan.end)

    def _end(self, tell: Callable[[], None]) -> None:
        self._loan = None
        self._show_placeholder()
        self._put_text(self._network.draft(self._room))
        tell()

    def keep(self) -> None:
        """Have what stands in the box kept, as the window closes."""
        self.keep_draft(self._view.text())

    def _changed(self, text: str) -> None:
        self.keep_draft(text)
        if text == self._put:
            return  # as it was put there: that is no typing, and answers no error
        self._put = None
        if not text.startswith("/"):
            self._commands.forget()
        if self._room and not self._loan:
            self._network.typing.wrote(self._room, text)

    def keep_draft(self, text: str) -> None:
        """Have what is written kept, for when the reader comes back to this room."""
        if self._loan:
            self._loan.keep(text)
        elif self._room:
            draft = self._before.draft_behind(self._room, text)
            self._network.write_draft(self._room, draft)

    def recall(self, step: int, text: str) -> str | None:
        """Return what was sent so many steps earlier (-1) or later (1)."""
        is_possible = self._room and not self._loan
        return self._before.recall(self._room, step, text) if is_possible else None

    def begin_command(self, text: str) -> None:
        """Put the beginning of a command into the box, in place of what stands there.

        What stood there is among what was written before, as if it had been sent.
        """
        self.give_back()
        before = self._view.text()
        if before.strip():
            self._before.remember(self._room, before)
        self._show(text)
        self._view.take_focus()

    def mention(self, nick: str) -> None:
        """Put somebody's nick behind what is written."""
        text = self._view.text()
        gap = "" if not text or text.endswith(" ") else " "
        ending = " " if text else ": "
        self._show(f"{text}{gap}{nick}{ending}")
        self._view.take_focus()

    def _run(self, text: str) -> None:
        """Carry out a command; what is refused comes back into the box."""
        if "\n" in text:  # it may be meant for one person: nobody else is to read it
            self._commands.refuse(wording.COMMAND_OF_LINES)
            return
        # The command may open another room, whose draft then stands in the box.
        room = self._room
        self._show("")
        self._could_be_asked = True
        if self._commands.run(text, room) and self._could_be_asked:
            self._before.remember(room, text)
        else:
            self._show(text)

    def _refused(self, event: RequestRefused) -> None:
        """Note that a command could not be sent; the server's refusals have codes."""
        self._could_be_asked = self._could_be_asked and bool(event.code)

    def _say_if_here(self, room: str, text: str) -> None:
        if room == self._room and not self._loan:  # else it is not for who is here now
            self._say(text)

    def _say(self, text: str) -> None:
        self._network.say(self._room, _said(text, self._room))
        self.on_said()
        self._network.typing.sent()
        self._commands.forget()
        self._sent_out(text)

    def _sent_out(self, text: str) -> None:
        self._before.remember(self._room, text)
        self._show("")

    def _show(self, text: str) -> None:
        self._put_text(text)
        self.keep_draft(text)

    def _put_text(self, text: str) -> None:
        """Have the box say something that nobody types, as it tells of it late."""
        self._network.typing.stop()
        self._put = text
        self._view.show_text(text)

    def _said_in(self, room: str) -> Sequence[str]:
        """Give what one said in a room, as far as it is known here, the newest last."""
        history = self._network.history(room)
        latest = history[max(0, len(history) - MOST_LOOKED_BACK) : len(history)]
        return [
            markdown.decode(line.text)
            for line in latest
            if line.mine and line.kind is MessageKind.TEXT
        ]

    def _selected(self, event: RoomSelected) -> None:
        self.keep_draft(self._view.text())
        if self._loan:
            self._end(self._loan.pause)
        # What was written while no room was open stays for the first that opens.
        texts = self._network.draft(event.room), "" if self._room else self._view.text()
        self._room = ""  # what changes in the box now is no draft of the room before
        self._put_text("\n".join(filter(None, texts)))
        self._room = event.room
        self._before.rest(event.room)
        self._show_placeholder()
        self._view.take_focus()

    def _draft_may_have_come(self, event: RoomChanged) -> None:
        """Show what was written here in an earlier window, once it is known."""
        is_here = self._network.same(event.room, self._room) and not self._loan
        draft = self._network.draft(self._room) if is_here else ""
        if draft and not self._view.text():
            self._put_text(draft)

    def _renamed(self, event: RoomRenamed) -> None:
        if self._network.same(event.old, self._room):
            self._room = event.new
            self._show_placeholder()

    def _show_placeholder(self) -> None:
        room = self._network.room(self._room)
        if self._loan:
            self._view.show_placeholder(self._loan.placeholder)
        elif room is None:
            self._view.show_placeholder(wording.JOIN_FIRST)
        elif room.kind is RoomKind.DIRECT:
            self._view.show_placeholder(
                _("Message {name} privately").format(name=room.name)
            )
        else:
            self._view.show_placeholder(_("Message {name}").format(name=room.name))


def _said(text: str, room: str) -> str:
    """Give what a text says: one that would be a command has another / in front."""
    is_escaped = text.startswith("//") and "\n" not in text
    return as_sent(text[1:] if is_escaped else text, room)
