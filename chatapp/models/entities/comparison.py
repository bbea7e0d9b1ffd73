"""What is asked where people are to compare by what servers are known."""

from collections.abc import Callable
from dataclasses import dataclass

from chatapp.wire.fingerprints import Fingerprint


@dataclass(frozen=True, slots=True)
class Comparison:
    """Fingerprints to look at, each under a caption, and a question with two answers.

    `yes` and `no` are the answers' words; `no` changes nothing.
    """

    title: str
    text: str
    fingerprints: tuple[tuple[str, Fingerprint], ...]
    yes: str
    no: str
    on_yes: Callable[[], None]
