"""Whatever a server says, the client stays whole, loses nothing and betrays nothing."""

from hypothesis import given

from tests.fuzzing.hostile_server import SESSION_TARGET
from tests.fuzzing.inputs import as_long_as_asked, inputs_for


@as_long_as_asked(usual=150)
@given(data=inputs_for(SESSION_TARGET))
def test_whatever_a_server_says_the_client_stays_whole(data):
    SESSION_TARGET.run(data)
