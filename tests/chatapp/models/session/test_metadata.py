"""METADATA tells what is pinned in a channel; everything else is left alone."""

import pytest

from chatapp.models.session.facts import MetadataTold
from chatapp.models.session.metadata import value_bytes


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (":Ann!a@h METADATA #lobby chatapp/pins * :m1 m2", "m1 m2"),
        (":Ann!a@h METADATA #lobby chatapp/pins *", ""),
        (":s 761 noor #lobby chatapp/pins * :m1", "m1"),
        (":s 766 noor #lobby chatapp/pins :is not set", ""),
    ],
)
def test_what_is_pinned_is_told_however_the_server_says_it(member, line, value):
    member.feed(line)

    assert member.told(MetadataTold) == [MetadataTold("#lobby", value)]


def test_other_keys_are_left_alone(member):
    member.feed(":Ann!a@h METADATA #lobby avatar * :https://a.b/c.png")

    assert member.told(MetadataTold) == []


def test_the_server_says_how_much_has_room(member):
    member.session.login.offered["draft/metadata-2"] = "max-keys=5,max-value-bytes=99"

    assert value_bytes(member.session) == 99


def test_where_it_says_nothing_the_usual_has_room(member):
    assert value_bytes(member.session) == 300
