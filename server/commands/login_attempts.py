"""How soon somebody may try a password again, who has given wrong ones."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from chatapp.wire.this_computer import is_here
from server.world.origin import origin_of

MAX_REMEMBERED = 10_000
SECONDS_TO_REMEMBER = 1800.0
LONGEST_DELAY = 300.0
MANY = 10
"""How many times as much is allowed for one account from everywhere, which somebody far
away may want to be locked."""

WHOLE_SCHOOL = 100
"""How many times as much is allowed from one address, where all may come at once."""

WAIT = "Too many wrong passwords were given. Please wait {seconds} seconds."
MANY_ATTEMPTS = (
    "has given too many wrong passwords, and has to wait for the next. If that is a "
    "school or an office, raise [accounts] max_login_attempts."
)

EVERYWHERE = ""
MOST_CHARACTERS = 300
"""Of longer names, which no account has, only the beginning is kept."""


MOST_NOBODIES = 256
"""As so many the names are counted that nobody has."""


def nobody_of(name: str) -> str:
    """Give as whose attempts count those at a name that nobody has.

    It shares them with other such names: there is no end of these, and who made up
    enough of them would have it forgotten what was tried of accounts that there are.
    """
    return f"nobody {hash(name) % MOST_NOBODIES}"


class _Key(NamedTuple):
    """Whose attempts are counted: those at an account ("": at any), from an origin."""

    account: str
    origin: str


def _key_of(account_key: str, address: str) -> _Key:
    return _Key(account_key[:MOST_CHARACTERS], origin_of(address))


@dataclass(slots=True)
class _Record:
    count: int
    at: float
    free_at: float


class LoginAttempts:
    """Counts attempts by account and address; each too many makes the next wait.

    An account can be locked from everywhere, by somebody who guesses from many
    addresses, but not for those addresses from which its password came before.
    """

    def __init__(self, monotonic: Callable[[], float], limit: int) -> None:
        """Let so many be wrong before anybody has to wait."""
        self._monotonic = monotonic
        self._limit = limit
        self._records: dict[_Key, _Record] = {}
        self._known: dict[_Key, None] = {}

    def begin(self, account_key: str, address: str, people: int = 0) -> float:
        """Count an attempt, and give 0; or count none and give the seconds to wait.

        Args:
            account_key: whose account; "": none that is known yet, or none at all.
            address: where from.
            people: how many of there are known; so many more are allowed.
        """
        limits = self._limits_of(account_key, address, people)
        now = self._monotonic()
        waits = (self._record(key, now).free_at - now for key in limits)
        wait = max(waits, default=0.0)
        if wait > 0:
            return wait
        for key, limit in limits.items():
            self._count(key, limit, now)
        return 0.0

    def succeeded(self, account_key: str, address: str) -> None:
        """Forgive what was wrong before the right one came from there.

        What was tried of other accounts from there, or of this one from elsewhere,
        stays counted: else who has an account of his own could guess for ever.
        """
        key = _key_of(account_key, address)
        own = self._records.pop(key, None) if key.account else None
        for wider in self._limits_of(account_key, address):
            self._take_back(wider, own.count if own is not None else 1)
        if key.account:
            self._known.pop(key, None)
            self._known[key] = None
            _keep_newest(self._known)

    def _take_back(self, key: _Key, count: int) -> None:
        record = self._records.get(key)
        if record is None:
            return
        record.count -= count
        record.free_at = self._monotonic()
        if record.count <= 0:
            del self._records[key]

    def _limits_of(
        self, account_key: str, address: str, people: int = 0
    ) -> dict[_Key, int]:
        limits: dict[_Key, int] = {}
        key = _key_of(account_key, address)
        if account_key:
            limits[key] = self._limit
            if key not in self._known:
                limits[_Key(key.account, EVERYWHERE)] = self._limit * MANY
        if not is_here(address):
            limits[_Key("", key.origin)] = self._limit * WHOLE_SCHOOL + people
        return limits

    def _record(self, key: _Key, now: float) -> _Record:
        record = self._records.get(key)
        if record is None or now - record.at > SECONDS_TO_REMEMBER:
            return _Record(0, now, now)
        return record

    def _count(self, key: _Key, limit: int, now: float) -> None:
        record = self._record(key, now)
        record.count += 1
        record.at = now
        too_many = record.count - limit
        if too_many >= 0:
            record.free_at = now + min(2.0 ** min(too_many, 20), LONGEST_DELAY)
        self._records.pop(key, None)
        self._records[key] = record
        _keep_newest(self._records)


def _keep_newest(remembered: dict[_Key, Any]) -> None:
    if len(remembered) > MAX_REMEMBERED:
        del remembered[next(iter(remembered))]
