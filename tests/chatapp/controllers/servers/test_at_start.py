"""Which saved servers a start goes to at once, and when the sign-in comes first."""

import pytest

from chatapp.controllers.servers.at_start import joined_at_once
from chatapp.models.servers.saved_servers import SavedServer
from chatapp.models.settings.settings import LastSignIn

LAST = LastSignIn("10.0.0.5", 6667, "noor")
FIRST = SavedServer("10.0.0.5", 6667, "noor")
FIRST_AT_START = SavedServer("10.0.0.5", 6667, "noor", at_start=True)
OTHER = SavedServer("10.0.0.6", 6667, "noor", at_start=True)


@pytest.mark.parametrize(
    ("saved", "last", "wanted"),
    [
        ((), None, []),
        ((FIRST,), LAST, []),
        ((FIRST_AT_START,), LAST, [FIRST_AT_START]),
        ((OTHER, FIRST_AT_START), LAST, [OTHER, FIRST_AT_START]),
        # The others follow the sign-in to the first.
        ((FIRST, OTHER), LAST, []),
        # One has signed out of the first, or was in a chat of one's own.
        ((OTHER,), LAST, [OTHER]),
        ((OTHER,), None, [OTHER]),
    ],
)
def test_a_start_goes_to_those_that_are_wanted_unless_the_first_is_asked_for(
    saved, last, wanted
) -> None:
    assert list(joined_at_once(saved, last)) == wanted
