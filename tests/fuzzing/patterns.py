"""Every regular expression of the program, and texts that would make it slow."""

import importlib
import itertools
import pkgutil
import re
from collections.abc import Iterator
from random import Random
from types import ModuleType

import chatapp
import server

MOST_UNITS = 12
RANDOM_UNITS = 20
LITERALS = re.compile(r"[A-Za-z]{2,}|[^\w\s\\()\[\]{}|?*+^$.]|\w")
USUAL_UNITS = ("a", "1", " ", "_", "\\", "é", "\t")
NO_MATCH = "\x01"


def patterns() -> dict[tuple[str | bytes, int], str]:
    """Give the patterns with their flags, and where each is."""
    found: dict[tuple[str | bytes, int], str] = {}
    for package in (chatapp, server):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not info.name.endswith("__main__"):
                module = importlib.import_module(info.name)
                for name, pattern in _patterns_of(module):
                    key = (pattern.pattern, pattern.flags)
                    found.setdefault(key, f"{info.name}.{name}")
    return found


def _patterns_of(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Look at a module's names, and into what holds several values."""
    waiting = list(vars(module).items())
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, re.Pattern):
            yield name, value
        elif isinstance(value, tuple | list | frozenset):
            waiting += [(name, each) for each in value]
        elif isinstance(value, dict) and name != "__builtins__":
            waiting += [(name, each) for each in value.values()]
        elif isinstance(value, type) and value.__module__ == module.__name__:
            waiting += list(vars(value).items())


def hostile_texts(pattern: str, length: int) -> Iterator[str]:
    """Repeat what stands in a pattern, so that it nearly matches, again and again."""
    units = list(dict.fromkeys(LITERALS.findall(pattern)))[:MOST_UNITS]
    units += [unit for unit in USUAL_UNITS if unit not in units]
    for one, other in itertools.product(units, units):
        unit = one if one == other else one + other
        yield unit * (length // len(unit)) + NO_MATCH
        yield one + other * (length // len(other)) + NO_MATCH
    random = Random(pattern)
    for _ in range(RANDOM_UNITS):
        unit = "".join(random.choices(units, k=random.randint(2, 6)))
        before = "".join(random.choices(units, k=random.randint(0, 3)))
        yield before + unit * (length // len(unit)) + NO_MATCH


def try_out(pattern: str | bytes, flags: int, length: int) -> None:
    """Let a pattern meet such texts; one that is exponential never comes back."""
    compiled = re.compile(pattern, flags)
    plain = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
    for text in hostile_texts(plain, length):
        met = text if isinstance(pattern, str) else text.encode("latin-1")
        compiled.match(met)
        compiled.fullmatch(met)
        for _ in compiled.finditer(met):
            pass
