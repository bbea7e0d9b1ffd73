"""Whatever comes over the wire, or from people, is read or refused as is promised.

`make fuzz` runs the same for longer, led by which parts of the program are reached.
"""

import pytest
from hypothesis import given

from tests.fuzzing.inputs import as_long_as_asked, inputs_for
from tests.fuzzing.wire_targets import WIRE_TARGETS


@pytest.mark.parametrize("target", WIRE_TARGETS, ids=lambda target: target.name)
def test_whatever_is_read_keeps_what_is_promised(target):
    @as_long_as_asked(usual=100)
    @given(inputs_for(target))
    def keeps_its_promises(data):
        target.run(data)

    keeps_its_promises()
