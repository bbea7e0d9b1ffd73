"""Makes up what targets are given: the words that they know, and anything between."""

import os

from hypothesis import settings
from hypothesis import strategies as st

from tests.fuzzing.target import Target

EXAMPLES_VARIABLE = "CHATAPP_FUZZ_EXAMPLES"

MOST_PIECES = 30
MOST_BYTES = 4


def as_long_as_asked(usual: int) -> settings:
    """Give how many examples are tried: `usual` ones, or more for `make fuzz`."""
    return settings(max_examples=int(os.environ.get(EXAMPLES_VARIABLE, usual)))


def inputs_for(target: Target) -> st.SearchStrategy[bytes]:
    """Give a strategy for a target's bytes: words, and now and then anything."""
    words = [word.encode(errors="surrogateescape") for word in target.words or ("",)]
    numbers = st.integers(0, 3 * len(words) - 1)
    pieces = st.tuples(numbers, st.binary(max_size=MOST_BYTES))

    def join(drawn: list[tuple[int, bytes]]) -> bytes:
        """Take a word for two numbers of three, and what was drawn for the others."""
        return b"".join(
            anything if number >= 2 * len(words) else words[number % len(words)]
            for number, anything in drawn
        )

    return st.lists(pieces, max_size=MOST_PIECES).map(join)
