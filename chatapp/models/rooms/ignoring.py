"""Ignores people for oneself alone: what they say is kept, but hidden from one."""

from collections.abc import Callable, Sequence

from chatapp.models.history.keeping import Keeping
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.rooms.room_events import IgnoringChanged
from chatapp.models.storage import ignored as kept

MOST_IGNORED = 1_000
"""From this number on who is followed to one more nick is heard under the last one."""


class Ignoring:
    """Changes whom one ignores; it is kept on this computer."""

    def __init__(
        self,
        conversations: Conversations,
        keeping: Keeping,
        publish: Callable[[IgnoringChanged], None],
    ) -> None:
        self._conversations = conversations
        self._keeping = keeping
        self._publish = publish
        self._followed: set[str] = set()

    @property
    def nicks(self) -> Sequence[str]:
        """Whom one ignores."""
        return self._conversations.ignored.nicks

    def ignores(self, nick: str) -> bool:
        """Tell whether one ignores somebody."""
        return nick in self._conversations.ignored

    def ignore(self, nick: str) -> None:
        """Hear nothing of somebody from now on, whatever they said before."""
        key = self._conversations.key_of(nick)
        self._followed.discard(key)  # from now on it is meant
        if self.ignores(nick):
            return
        self._conversations.ignored.add(nick)
        self._keeping.note(
            lambda connection, profile: kept.keep_ignored(
                connection, profile, key, nick
            )
        )
        self._publish(IgnoringChanged(nick))

    def follow(self, old: str, new: str) -> None:
        """Ignore somebody under another nick, too, who takes that.

        Who takes very many is heard again under the one that he leaves, if he was
        followed to it: whoever else is ignored stays so.
        """
        if not self.ignores(old) or self.ignores(new):
            return
        key_of = self._conversations.key_of
        if len(self.nicks) >= MOST_IGNORED and key_of(old) in self._followed:
            self.hear_again(old)
        self.ignore(new)
        self._followed.add(key_of(new))

    def hear_again(self, nick: str) -> None:
        """Hear somebody again, also what they said meanwhile."""
        if not self.ignores(nick):
            return
        key = self._conversations.key_of(nick)
        self._followed.discard(key)
        self._conversations.ignored.discard(nick)
        self._keeping.note(
            lambda connection, profile: kept.forget_ignored(connection, profile, key)
        )
        self._publish(IgnoringChanged(nick))
