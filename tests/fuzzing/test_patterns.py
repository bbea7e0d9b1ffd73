"""No text that was made to do so holds up a regular expression for ever."""

import pytest

from tests.fuzzing.patterns import patterns, try_out

LENGTH = 400
GROUPS = 8
PATTERNS = list(patterns())


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_pattern_is_held_up_by_a_text_that_nearly_matches(group):
    for pattern, flags in PATTERNS[group::GROUPS]:
        try_out(pattern, flags, LENGTH)
