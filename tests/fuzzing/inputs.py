"""Makes up what targets are given: the words that they know, and anything between."""

import os

from hypothesis import settings
from hypothesis import strategies as st

from tests.fuzzing.target import Target

EXAMPLES_VARIABLE = "CHATAPP_FUZZ_EXAMPLES"

_anything = st.text(st.characters(codec="utf-8"), max_size=10).map(str.encode)


def as_long_as_asked(usual: int) -> settings:
    """Give how many examples are tried: `usual` ones, or more for `make fuzz`."""
    return settings(max_examples=int(os.environ.get(EXAMPLES_VARIABLE, usual)))


def inputs_for(target: Target) -> st.SearchStrategy[bytes]:
    """Give a strategy for a target's bytes."""
    words = st.sampled_from(
        [word.encode(errors="surrogateescape") for word in target.words or ("",)]
    )
    pieces = st.one_of(words, words, _anything, st.binary(max_size=4))
    return st.lists(pieces, max_size=30).map(b"".join)
