"""METADATA tells what is pinned in a channel; everything else is left alone."""

import pytest

from chatapp.models.session.facts import MetadataDelayed, MetadataSynced, MetadataTold
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


def test_a_limit_that_is_no_limit_is_the_usual(member):
    member.session.login.offered["draft/metadata-2"] = "max-value-bytes=" + "9" * 4_400

    assert value_bytes(member.session) == 300


@pytest.mark.parametrize(
    ("words", "seconds"), [(" 2", 2), ("", 4), (" soon", 4), (" " + "9" * 4_400, 4)]
)
def test_the_server_says_when_to_ask_again(member, words, seconds):
    member.feed(f":s 774 noor #lobby{words}")

    assert member.told(MetadataDelayed) == [MetadataDelayed("#lobby", seconds)]


def test_all_that_there_is_has_been_told_when_its_batch_ends(member):
    member.feed(":s BATCH +m metadata #lobby")
    before = member.told(MetadataSynced)
    member.feed(":s BATCH -m")

    assert before == []
    assert member.told(MetadataSynced) == [MetadataSynced("#lobby")]
