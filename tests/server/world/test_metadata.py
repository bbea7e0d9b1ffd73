"""What users and channels tell of themselves, also where it cannot be recorded."""

import pytest

from server.world.channel import Channel
from server.world.metadata import MetadataSet, metadata_of
from server.world.world import World


@pytest.fixture
def world():
    return World()


@pytest.fixture
def garden():
    return Channel("#garden", "#garden", 0, 0, is_permanent=False)


def change(channel: Channel, before: str | None, after: str | None) -> MetadataSet:
    return MetadataSet("a", channel, channel.key, True, "url", before, after)


def test_a_value_that_was_not_recorded_is_as_before(world, garden):
    world.apply(change(garden, None, "one"))
    second = change(garden, "one", "two")
    world.apply(second)

    world.undo(second)

    assert metadata_of(world, garden) == {"url": "one"}


@pytest.mark.parametrize(("later", "left"), [("three", {"url": "three"}), (None, {})])
def test_a_value_that_has_been_changed_since_is_left(world, garden, later, left):
    first = change(garden, None, "one")
    world.apply(first)
    world.apply(change(garden, "one", later))

    world.undo(first)

    assert metadata_of(world, garden) == left
