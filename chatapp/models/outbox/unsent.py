"""What one can do about a message that is not out: send it again, or take it back."""

from chatapp.models.connection.link import Link
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.rooms.entering import Entering
from chatapp.models.session.conversation import as_written


class Unsent:
    """Decides on messages of one's own that are not confirmed, by their keys."""

    def __init__(self, link: Link, outbox: Outbox, entering: Entering) -> None:
        self._link = link
        self._outbox = outbox
        self._entering = entering

    def retry(self, key: str) -> None:
        """Send a message again that failed, joining its room first if need be."""
        conversation = self._outbox.retry(key)
        if conversation and conversation.is_left and self._link.online_session:
            self._entering.join(conversation.name, conversation.key)

    def drop(self, key: str) -> None:
        """Give up a message that failed, or waits."""
        self._outbox.drop(key)

    def drop_waiting(self, key: str) -> None:
        """Give up all messages that wait in the conversation of this one."""
        # From the last on, so that none of them goes out in the place of another.
        for each in reversed(self._outbox.waiting_with(key)):
            self._outbox.drop(each)

    def take_back(self, key: str) -> str:
        """Give up a message that is not confirmed; give it as one would write it."""
        dropped = self._outbox.drop(key)
        return as_written(dropped) if dropped else ""
