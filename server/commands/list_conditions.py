"""What LIST may ask of channels: names, masks, their size, their and their topic's age.

Specification: https://modern.ircdocs.horse/#elist-parameter
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from chatapp.wire.masks import compile_mask, is_mask
from chatapp.wire.names import Fold
from server.world.channel import Channel

SECONDS_PER_MINUTE = 60
NOT = "!"
_COMPARISON = re.compile(r"(?P<what>[CTct]?)(?P<sign>[<>])(?P<number>[0-9]{1,9})")

Condition = Callable[[Channel], bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The channels that a LIST asks for.

    Args:
        names: keys of channels; with `masks`, a channel must have one of all these.
        masks: what the key may match; with no name and no mask any key will do.
        conditions: what must hold besides.
    """

    names: tuple[str, ...]
    masks: tuple[Condition, ...]
    conditions: tuple[Condition, ...]

    def among(self, channels: dict[str, Channel]) -> Iterable[Channel]:
        """Give the channels that are wanted, in the order in which they stand."""
        if self.names and not self.masks:
            candidates = [channels[key] for key in self.names if key in channels]
        else:
            candidates = list(filter(self._is_named, channels.values()))
        return (each for each in candidates if all(it(each) for it in self.conditions))

    def _is_named(self, channel: Channel) -> bool:
        if not self.masks:
            return True
        return channel.key in self.names or any(it(channel) for it in self.masks)


def read_wanted(texts: Sequence[str], now: int, fold: Fold) -> Wanted:
    """Read what stands in LIST's parameter.

    Args:
        texts: names, masks, `!` and a mask, `<` or `>` and a number of users; with `C`
            or `T` in front, the minutes since the channel or its topic came to be.
        now: the time in seconds since 1970.
        fold: gives the keys of names.
    """
    names: dict[str, None] = {}
    masks: list[Condition] = []
    conditions: list[Condition] = []
    for text in filter(None, texts):
        if found := _COMPARISON.fullmatch(text):
            conditions.append(_comparison(found, now))
        elif text.startswith(NOT) and len(text) > len(NOT):
            conditions.append(_not(_fits(text.removeprefix(NOT), fold)))
        elif is_mask(text):
            masks.append(_fits(text, fold))
        else:
            names[fold(text)] = None
    return Wanted(tuple(names), tuple(masks), tuple(conditions))


def _fits(text: str, fold: Fold) -> Condition:
    mask = compile_mask(text, fold)
    return lambda channel: mask.matches(channel.key)


def _not(condition: Condition) -> Condition:
    return lambda channel: not condition(channel)


def _comparison(found: re.Match[str], now: int) -> Condition:
    measure = MEASURES[found["what"].upper()]
    limit = int(found["number"])
    if found["what"]:
        limit *= SECONDS_PER_MINUTE
    is_less = found["sign"] == "<"

    def holds(channel: Channel) -> bool:
        value = measure(channel, now)
        if value is None:
            return False
        return value < limit if is_less else value > limit

    return holds


def _size(channel: Channel, _now: int) -> int:
    return len(channel.members)


def _age(channel: Channel, now: int) -> int:
    return now - channel.created_at


def _age_of_topic(channel: Channel, now: int) -> int | None:
    return None if channel.topic is None else now - channel.topic.set_at


MEASURES: dict[str, Callable[[Channel, int], int | None]] = {
    "": _size,
    "C": _age,
    "T": _age_of_topic,
}
"""By the letter in front: a channel's number of users, or an age in seconds."""
