"""Whatever arrives at a door is answered, read as lines, or turned away."""

import pytest
from hypothesis import given

from tests.fuzzing.door_targets import DOOR_TARGETS
from tests.fuzzing.inputs import as_long_as_asked, inputs_for


@pytest.mark.parametrize("target", DOOR_TARGETS, ids=lambda target: target.name)
def test_whatever_arrives_at_a_door_harms_nobody(target):
    @as_long_as_asked(usual=100)
    @given(inputs_for(target))
    def keeps_its_promises(data):
        target.run(data)

    keeps_its_promises()
