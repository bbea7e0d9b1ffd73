"""What all tests share."""

from hypothesis import settings

# The machine that runs the tests is shared: how long an example takes says nothing.
settings.register_profile("chatapp", deadline=None, database=None)
settings.load_profile("chatapp")
