"""The latest messages that carry an id of their sender's, to know a repeated one."""

from collections import OrderedDict

from chatapp.wire.message import Source, parse_tags
from chatapp.wire.names import Fold
from chatapp.wire.tag_names import CHATAPP_ID
from server.world.chat_message import ChatMessage
from server.world.user import owner_of

MAX_REMEMBERED = 10_000
MAX_CHARACTERS = 10_000_000

RepeatKey = tuple[str, str, str]


class RecentMessages:
    """Finds the first of two messages with one id, one owner and one target."""

    def __init__(
        self, limit: int = MAX_REMEMBERED, characters: int = MAX_CHARACTERS
    ) -> None:
        """Remember so many messages and characters; the oldest are forgotten first."""
        self._limit = limit
        self._characters_left = characters
        # The oldest of a plain dict is found behind the places of all that have left.
        self._messages: OrderedDict[RepeatKey, ChatMessage] = OrderedDict()

    def find(self, key: RepeatKey) -> ChatMessage | None:
        """Give the message that was sent first, if it is remembered."""
        return self._messages.get(key)

    def add(self, key: RepeatKey, message: ChatMessage) -> None:
        """Remember a message."""
        replaced = self._messages.pop(key, None)
        if replaced is not None:
            self._characters_left += _size(replaced)
        self._messages[key] = message
        self._characters_left -= _size(message)
        while len(self._messages) > self._limit or self._characters_left < 0:
            _, oldest = self._messages.popitem(last=False)
            self._characters_left += _size(oldest)

    def replace(self, key: RepeatKey, message: ChatMessage) -> None:
        """Know a message, remembered as long as before, by other words."""
        self._characters_left += _size(self._messages[key]) - _size(message)
        self._messages[key] = message

    def remove(self, key: RepeatKey, message: ChatMessage) -> None:
        """Forget a message that could not be recorded, so that it can be sent again."""
        if self._messages.get(key) is message:
            del self._messages[key]
            self._characters_left += _size(message)


def _size(message: ChatMessage) -> int:
    return len(message.text or "") + len(message.client_tags)


def repeat_key(owner: str, client_id: str, target: str) -> RepeatKey:
    """Give the key of a message: whose it is, its id, and where it was said."""
    return (owner, client_id, target)


def repeat_key_of(message: ChatMessage, fold: Fold) -> RepeatKey | None:
    """Give the key of a message of the history; None when its sender gave it no id."""
    client_id = parse_tags(message.client_tags).get(CHATAPP_ID)
    if not client_id:
        return None
    nick_key = fold(Source.parse(message.source).nick)
    return repeat_key(owner_of(message.account, nick_key), client_id, message.target)
