"""What could not be recorded is put back as it was."""

import pytest

from server.world.metadata import MetadataSet, metadata_of
from server.world.page import PastLine
from server.world.read_markers import ReadMarkerSet, markers_of
from server.world.recent import repeat_key_of
from server.world.redaction import MessageRedacted
from server.world.user import User
from server.world.world import World
from tests.server.storage.test_journal import said


@pytest.fixture
def world():
    return World()


@pytest.fixture(params=[None, "anna"])
def anna(request):
    """A guest, and somebody with an account."""
    user = User("1f", "host", 0)
    user.take_account(request.param)
    return user


def test_words_that_were_to_be_taken_back_are_known_again(world):
    message = said(1).message._replace(client_tags="+chatapp/id=x")
    key = repeat_key_of(message, world.fold)
    world.recent.add(key, message)
    event = MessageRedacted(
        None, None, None, message, PastLine("#a", 2, 0, ":a REDACT")
    )

    world.apply(event)
    meanwhile = world.recent.find(key).text
    world.undo(event)

    assert meanwhile == ""
    assert world.recent.find(key) is message


@pytest.mark.parametrize("previous", [None, 5])
def test_a_marker_is_where_it_was(world, anna, previous):
    is_kept = anna.account is not None
    if previous is not None:
        world.apply(ReadMarkerSet(anna, anna.id, is_kept, "#a", "#a", previous, None))
    before = dict(markers_of(world, anna))
    event = ReadMarkerSet(anna, anna.id, is_kept, "#a", "#a", 9, previous)

    world.apply(event)
    meanwhile = markers_of(world, anna)["#a"]
    world.undo(event)

    assert meanwhile == 9
    assert markers_of(world, anna) == before


@pytest.mark.parametrize("previous", [None, "free"])
def test_a_value_is_what_it_was(world, anna, previous):
    is_kept = anna.account is not None
    words = ("anna!a@h", anna, anna.id, is_kept, "status")
    world.apply(MetadataSet(*words, None, previous))
    before = dict(metadata_of(world, anna))
    event = MetadataSet(*words, previous, "busy")

    world.apply(event)
    meanwhile = metadata_of(world, anna)["status"]
    world.undo(event)

    assert meanwhile == "busy"
    assert metadata_of(world, anna) == before


def test_where_there_are_too_many_markers_the_oldest_goes(world, anna):
    is_kept = anna.account is not None
    world.apply(ReadMarkerSet(anna, anna.id, is_kept, "#a", "#a", 1, None))

    world.apply(ReadMarkerSet(anna, anna.id, is_kept, "#b", "#b", 2, None, "#a"))

    assert markers_of(world, anna) == {"#b": 2}
