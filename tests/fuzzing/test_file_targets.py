"""Files that make no sense are told in a sentence, and what stands in them is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzzing.file_targets import FILE_TARGETS
from tests.fuzzing.inputs import as_long_as_asked, inputs_for


@pytest.mark.parametrize("target", FILE_TARGETS, ids=lambda target: target.name)
@as_long_as_asked(usual=60)
@given(data=st.data())
def test_whatever_stands_in_a_file_is_kept(target, data):
    target.run(data.draw(inputs_for(target)))
