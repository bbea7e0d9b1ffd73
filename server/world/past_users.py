"""Who was here lately, under which nick (WHOWAS)."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from server.world.user import User

MAX_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class PastUser:
    """A user as he was when he left or took another nick.

    `number` is higher for who left later; `left_at` is in seconds since 1970.
    """

    nick: str
    key: str
    username: str
    host: str
    realname: str
    account: str | None
    number: int
    left_at: int


class PastUsers:
    """Remembers the latest who left; the oldest are forgotten first."""

    def __init__(self, limit: int = MAX_REMEMBERED) -> None:
        """Remember at most so many."""
        self._limit = limit
        self._count = 0
        self._all: deque[PastUser] = deque()
        self._by_key: dict[str, deque[PastUser]] = {}

    def add(self, user: "User", left_at: int) -> None:
        """Remember a user as he is now."""
        self._count += 1
        past = PastUser(
            user.nick,
            user.key,
            user.username,
            user.host,
            user.realname,
            user.account,
            self._count,
            left_at,
        )
        self._all.append(past)
        self._by_key.setdefault(user.key, deque()).append(past)
        if len(self._all) > self._limit:
            self._forget_oldest()

    def of(self, key: str) -> Sequence[PastUser]:
        """Give who had the nick with this key, the latest first."""
        return tuple(reversed(self._by_key.get(key, ())))

    def _forget_oldest(self) -> None:
        oldest = self._all.popleft()
        of_nick = self._by_key[oldest.key]
        of_nick.popleft()
        if not of_nick:
            del self._by_key[oldest.key]
