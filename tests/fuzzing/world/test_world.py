"""Whatever clients say: the server's world is whole, and everybody agrees on it."""

from hypothesis import given

from tests.fuzzing.inputs import as_long_as_asked, inputs_for
from tests.fuzzing.world.world_target import WORLD_TARGET


@as_long_as_asked(usual=30)
@given(data=inputs_for(WORLD_TARGET))
def test_whatever_clients_say_everybody_agrees_on_the_world(data):
    WORLD_TARGET.run(data)
