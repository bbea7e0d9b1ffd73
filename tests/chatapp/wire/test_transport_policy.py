"""The value of sts: https://ircv3.net/specs/extensions/sts"""

import pytest

from chatapp.wire.transport_policy import MOST_SECONDS, TransportPolicy


@pytest.mark.parametrize(
    ("value", "policy"),
    [
        ("port=6697", TransportPolicy(port=6697)),
        ("duration=2592000", TransportPolicy(seconds=2592000)),
        ("duration=0,port=6697", TransportPolicy(6697, 0)),
        ("preload,duration=10,new=1", TransportPolicy(seconds=10)),
        ("port=0", TransportPolicy()),
        ("port=65536,duration=-1", TransportPolicy()),
        ("port=,duration=1.5", TransportPolicy()),
        ("port=٦٦٩٧", TransportPolicy()),
        ("", TransportPolicy()),
        (f"duration={'9' * 15}", TransportPolicy(seconds=MOST_SECONDS)),
        (f"duration={'9' * 500}", TransportPolicy()),
    ],
)
def test_what_makes_sense_in_a_policy_is_understood(value, policy):
    assert TransportPolicy.parse(value) == policy
