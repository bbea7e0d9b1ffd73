"""Reads what is typed to search by: words, and filters such as from:maria."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Protocol

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.writing.near_misses import closest
from chatapp.models.entities import Search
from chatapp.wire.names import is_channel

_FILTER = re.compile(r"([A-Za-z]{2,10}):(?!/)(.*)")
_LINK = "link"
_ONESELF = "me"


class InvalidSearch(ValueError):
    """What was typed cannot be searched by; the text says what to type."""


class Place(Protocol):
    """Where something is searched, as far as filters name it: a Network, say."""

    @property
    def nick(self) -> str:
        """What one is called there."""

    def room(self, name: str) -> object | None:
        """Find a room."""


class SearchWords:
    """Reads searches; days are those of this computer's clock."""

    def __init__(self, place: Place, now: Callable[[], datetime]) -> None:
        self._place = place
        self._now = now

    def read(self, text: str, room: str) -> Search:
        """Read a search; `room` is where to look unless it says otherwise.

        Raises:
            InvalidSearch: a filter makes no sense.
        """
        words: list[str] = []
        wanted = Search(room=room)
        for token in text.split():
            found = _FILTER.fullmatch(token)
            name = found[1].lower() if found else ""
            if found and name in wording.MISSING_VALUE:
                wanted = self._narrowed(wanted, name, found[2])
            else:
                _refuse_misspelled(name)
                words.append(token)
        return replace(wanted, words=" ".join(words))

    def _narrowed(self, wanted: Search, name: str, value: str) -> Search:
        if not value or (name == "has" and value.lower().rstrip("s") != _LINK):
            raise InvalidSearch(wording.MISSING_VALUE[name])
        if name == "has":
            return replace(wanted, has_link=True)
        if name == "from":
            nick = value.removeprefix("@")
            is_me = nick.casefold() == _ONESELF
            return replace(wanted, sender=self._place.nick if is_me else nick)
        if name == "in":
            return replace(wanted, room=self._room(value))
        day = self._day(name, value)
        if name == "before":
            return replace(wanted, before=_begin_of(day))
        return replace(wanted, after=_begin_of(day + timedelta(days=1)))

    def _room(self, value: str) -> str:
        """Give a room's name; the sign in front need not be typed."""
        if not is_channel(value) and self._place.room(f"#{value}"):
            return f"#{value}"
        return value.removeprefix("@")

    def _day(self, name: str, value: str) -> date:
        today = self._now().astimezone().date()
        known = {"today": today, "yesterday": today - timedelta(days=1)}
        if value.lower() in known:
            return known[value.lower()]
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = date.min
        # What is further away is no time on the wire.
        if not date(1970, 1, 2) <= day <= date(2999, 12, 29):
            raise InvalidSearch(wording.NO_DAY.format(text=value, name=name))
        return day


def _begin_of(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def _refuse_misspelled(name: str) -> None:
    meant = closest(name, wording.MISSING_VALUE)
    if meant:
        raise InvalidSearch(wording.NO_FILTER.format(wrong=name, right=meant))
