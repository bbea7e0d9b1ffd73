"""Saves messages for oneself: nobody else hears of it, and they are kept for good."""

from collections.abc import Callable, Hashable, Sequence

from chatapp.models.entities import ChatMessage, Delivery
from chatapp.models.program.profile_jobs import ProfileJobs
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.storage.saved import remove_line, save_line, saved_lines
from chatapp.wire.timestamps import milliseconds

Then = Callable[[Sequence[ChatMessage]], None]


class Saving:
    """Knows which messages are saved, as soon as the database has told it."""

    def __init__(self, jobs: ProfileJobs, conversations: Conversations) -> None:
        self._jobs = jobs
        self._conversations = conversations
        self.is_known = False
        self._saved: set[Hashable] = set()
        self._reads = 0
        # What the database may not know yet in an answer that is under way.
        self._since: dict[Hashable, bool] = {}

    def can_save(self, line: ChatMessage) -> bool:
        """Tell whether a message can be saved, and is not."""
        is_there = line.kind.is_said and line.delivery is Delivery.CONFIRMED
        return is_there and not self.is_saved(line)

    def is_saved(self, line: ChatMessage) -> bool:
        """Tell whether a message is saved."""
        return self._identity(line) in self._saved

    def save(self, line: ChatMessage) -> None:
        """Keep a message for oneself."""
        key = self._conversations.key_of(line.room)
        self._note(line, is_saved=True)
        self._jobs.submit(
            lambda connection, profile: save_line(connection, profile, key, line)
        )

    def remove(self, line: ChatMessage) -> None:
        """Keep a message for oneself no longer."""
        key = self._conversations.key_of(line.room)
        self._note(line, is_saved=False)
        self._jobs.submit(
            lambda connection, profile: remove_line(connection, profile, key, line)
        )

    def read(self, then: Then) -> None:
        """Read what is saved, the latest first."""
        self._reads += 1

        def found(lines: Sequence[ChatMessage]) -> None:
            self.is_known = True
            told = {self._identity(line): True for line in lines}
            now = {**told, **self._since}
            self._saved = {it for it, is_saved in now.items() if is_saved}
            answer([line for line in lines if self.is_saved(line)])

        def answer(lines: Sequence[ChatMessage]) -> None:
            self._reads -= 1
            if not self._reads:
                self._since.clear()
            then(lines)

        self._jobs.submit(saved_lines, found, lambda: answer(()))

    def _note(self, line: ChatMessage, *, is_saved: bool) -> None:
        identity = self._identity(line)
        (self._saved.add if is_saved else self._saved.discard)(identity)
        if self._reads:
            self._since[identity] = is_saved

    def _identity(self, line: ChatMessage) -> Hashable:
        key = self._conversations.key_of(line.room)
        return (key, line.msgid, line.sender, milliseconds(line.time))
