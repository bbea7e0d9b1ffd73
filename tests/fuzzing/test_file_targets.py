"""Files that make no sense are told in a sentence, and what stands in them is kept."""

import pytest
from hypothesis import given

from tests.fuzzing.file_targets import FILE_TARGETS
from tests.fuzzing.inputs import as_long_as_asked, inputs_for


@pytest.mark.parametrize("target", FILE_TARGETS, ids=lambda target: target.name)
def test_whatever_stands_in_a_file_is_kept(target):
    @as_long_as_asked(usual=60)
    @given(inputs_for(target))
    def keeps_its_promises(data):
        target.run(data)

    keeps_its_promises()
