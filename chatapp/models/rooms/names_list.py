"""The list of a channel's members while it is told, and what becomes of them meanwhile.

Some servers gather all names at once and tell them bit by bit, so a name may come after
its owner has left or taken another one; others tell of each moment as it is.
"""

MOST_CHANGES = 100_000


class NamesList:
    """Prefix modes by folded nick, as in a channel's members.

    `members` are those who were told so far, and who came since the first of them; who
    of them goes or has another nick is the roster's to note.
    """

    def __init__(self) -> None:
        self.members: dict[str, str] = {}
        self._now: dict[str, str] = {}
        self._told_as: dict[str, str] = {}

    def present_nick(self, key: str, nick: str) -> str:
        """Give the nick that somebody has by now whose name is told, or "" if gone.

        Args:
            key: the name, folded.
            nick: the same as it was told.
        """
        return self._now.get(key, nick)

    def come(self, key: str) -> None:
        """Take in that somebody joins the channel."""
        self._now.pop(key, None)

    def go(self, key: str) -> None:
        """Take in that somebody leaves, whether his name was told already or not."""
        self._note(self._told_as.pop(key, key), "")

    def rename(self, key: str, new_key: str, new_nick: str) -> None:
        """Take in that somebody, told already or not, has another nick."""
        self._now.pop(new_key, None)
        told_as = self._told_as.pop(key, key)
        if self._note(told_as, new_nick):
            self._told_as[new_key] = told_as

    def _note(self, told_as: str, nick: str) -> bool:
        if len(self._now) >= MOST_CHANGES and told_as not in self._now:
            return False
        self._now[told_as] = nick
        return True
