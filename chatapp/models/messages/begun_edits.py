"""Which message one has begun to give other words in each room, until that is done."""

from chatapp.models.entities import ChatMessage
from chatapp.models.history.keeping import Keeping
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.storage.rooms import BegunEdit


class BegunEdits:
    """Keeps the edits that are begun, as drafts are kept: the next window has them."""

    def __init__(self, conversations: Conversations, keeping: Keeping) -> None:
        self._conversations = conversations
        self._keeping = keeping

    def of(self, room: str) -> BegunEdit | None:
        """Give what is begun in a room, if anything is."""
        conversation = self._conversations.find(room)
        return conversation.begun_edit if conversation else None

    def write(self, room: str, message: ChatMessage, words: str) -> None:
        """Keep the words that a message of this room is to have."""
        self._set(room, BegunEdit(message, words))

    def end(self, room: str) -> None:
        """Have nothing begun in a room any more."""
        self._set(room, None)

    def _set(self, room: str, edit: BegunEdit | None) -> None:
        conversation = self._conversations.find(room)
        if conversation:
            self._keeping.write_edit(conversation, edit)
