"""Gives a message that was said other words: they are written in the composer's box."""

from collections.abc import Callable

from chatapp.controllers.messages import message_wording as wording
from chatapp.controllers.messages.answering import PurposeView
from chatapp.controllers.writing.composer import ComposerController
from chatapp.controllers.writing.loan import Loan
from chatapp.controllers.writing.typed_text import as_sent
from chatapp.models.entities import ChatMessage, Delivery, MessageKind
from chatapp.models.events import (
    AnswerChanged,
    MessageReplaced,
    RequestRefused,
    RoomSelected,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire import markdown


class EditingController:
    """Lends the box to one message at a time; the draft comes back behind it.

    An edit that is begun waits in its room, as a draft does, while one is elsewhere,
    and for the next window.
    """

    def __init__(
        self,
        view: PurposeView,
        composer: ComposerController,
        network: Network,
        bus: EventBus,
        ask_to_delete: Callable[[ChatMessage], object],
    ) -> None:
        """Begin with nothing to edit.

        Args:
            view: the strip.
            composer: lends its box.
            network: the server that the messages go over.
            bus: where its events are told.
            ask_to_delete: offers to delete a message that is left without words.
        """
        self._view = view
        self._composer = composer
        self._network = network
        self._ask_to_delete = ask_to_delete
        self._publish = bus.publish
        self._message: ChatMessage | None = None
        view.on_end = composer.give_back
        bus.subscribe(MessageReplaced, self._replaced)
        bus.subscribe(AnswerChanged, self._answer_changed)
        bus.subscribe(RoomSelected, self._selected)  # heard by the composer before

    def begin(self, message: ChatMessage, text: str | None = None) -> None:
        """Have a message's words in the box, or those that are to be its new ones."""
        if not self._network.correcting.can_edit(message):
            return
        self._network.answering.end(message.room)
        words = markdown.decode(self._words_of(message)) if text is None else text
        can_delete = self._network.correcting.can_delete(message)
        hint = wording.NO_WORDS_DELETE if can_delete else wording.NEW_WORDS
        loan = Loan(self._take, self._keep, self._pause, self._end, hint)
        self._composer.lend(words, loan)
        self._message = message
        self._keep(words)
        self._view.show(wording.EDITING, message.text, wording.STOP_EDITING)

    def begin_last(self) -> bool:
        """Edit what one said last in the open room; False where that cannot be.

        What the server does not have yet is taken back instead.
        """
        if self._message is not None:
            return False
        history = self._network.history(self._composer.room)
        unsent = history[history.confirmed_count : len(history)]
        if unsent:
            is_here = unsent[-1].delivery is not Delivery.SENT
            if is_here:
                self.take_back(unsent[-1].key)
            return is_here
        message = self._network.correcting.last_own(history)
        if message:
            self.begin(message)
        return message is not None

    def take_back(self, key: str) -> None:
        """Have a message that failed in the box, as a message or as the edit it is."""
        network = self._network
        history = self._network.history(self._composer.room)
        failed = history.find(key)
        original = history.with_msgid(failed.target) if failed else None
        is_edit = failed is not None and failed.kind is MessageKind.EDIT
        if is_edit and original and network.correcting.can_edit(original):
            self.begin(original, network.unsent.take_back(key))
        else:
            self._composer.edit(key)

    def _words_of(self, message: ChatMessage) -> str:
        """Give the words that a message has, or is about to have."""
        history = self._network.history(message.room)
        edits = [
            line.text
            for line in history[history.confirmed_count : len(history)]
            if line.kind is MessageKind.EDIT and line.target == message.msgid
        ]
        return edits[-1] if edits else message.text

    def _take(self, text: str) -> None:
        message = self._message
        if message is None:
            return
        correcting = self._network.correcting
        if text.strip():
            if correcting.edit(message, as_sent(text, message.room)):
                self._composer.give_back()
            else:
                self._refuse(wording.TOO_LONG, message)
        elif correcting.can_delete(message):
            self._ask_to_delete(message)
        else:
            self._refuse(wording.NO_WORDS, message)

    def _refuse(self, sentence: str, message: ChatMessage) -> None:
        self._publish(RequestRefused("", message.room, sentence))

    def _replaced(self, event: MessageReplaced) -> None:
        """Give up what was deleted meanwhile; else go on from what it is now."""
        begun = self._network.begun_edits.of(event.room)
        if begun is None or event.key != begun.message.key:
            return
        if event.new and event.new.kind.is_said:
            self._network.begun_edits.write(event.room, event.new, begun.words)
            self._message = event.new if self._is_here(event.room) else self._message
        else:
            self._give_up(event.room)

    def _answer_changed(self, event: AnswerChanged) -> None:
        """Give way to an answer that is begun meanwhile."""
        if self._network.answering.of(event.room):
            self._give_up(event.room)

    def _give_up(self, room: str) -> None:
        self._network.begun_edits.end(room)
        if self._is_here(room):
            self._composer.give_back()

    def _is_here(self, room: str) -> bool:
        """Tell whether the box is lent to a message of this room."""
        is_open = self._network.same(room, self._composer.room)
        return is_open and self._message is not None

    def _selected(self, event: RoomSelected) -> None:
        """Go on with what was begun in this room."""
        begun = self._network.begun_edits.of(event.room)
        if begun:
            self.begin(begun.message, begun.words)

    def _keep(self, words: str) -> None:
        if self._message:
            room = self._composer.room
            self._network.begun_edits.write(room, self._message, words)

    def _pause(self) -> None:
        self._message = None
        self._view.hide()

    def _end(self) -> None:
        self._network.begun_edits.end(self._composer.room)
        self._pause()
