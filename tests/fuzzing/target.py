"""One thing that is fuzzed: it takes whatever bytes, and raises where a promise breaks.

The same targets are run by hypothesis in `make test` and by atheris in `make fuzz`.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What is fuzzed.

    Args:
        name: as `make fuzz OPTIONS=...` chooses it.
        run: is given bytes; whatever it raises is a fault of the product.
        words: what such input is made of where it makes sense.
    """

    name: str
    run: Callable[[bytes], object]
    words: tuple[str, ...] = ()


def on_text(run: Callable[[str], object]) -> Callable[[bytes], object]:
    """Let a function of a text take bytes: what is no UTF-8 in them is replaced."""
    return lambda data: run(data.decode(errors="replace"))


def on_line(run: Callable[[str], object]) -> Callable[[bytes], object]:
    """Let a function take bytes as a line that was read from a connection."""

    def run_line(data: bytes) -> object:
        text = data.decode(errors="replace")
        return run("".join(each for each in text if each not in "\r\n\0"))

    return run_line
