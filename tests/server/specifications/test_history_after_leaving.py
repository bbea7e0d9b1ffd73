"""Whoever is put out of a room while his page is read does not get it.

Specification: https://ircv3.net/specs/extensions/chathistory
"""

import threading
from contextlib import contextmanager

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, DEADLINE_SECONDS, commands

SEARCHING = f"{ALL_CAPABILITIES} soju.im/search"


@pytest.fixture
def slow_reading(chat, mocker):
    """Let a way to read the history go on only when a block is left."""

    @contextmanager
    def slow(name: str, asker, line: str):
        began, may_end = threading.Event(), threading.Event()
        read = getattr(chat.reader, name)

        def read_slowly(asked):
            began.set()
            may_end.wait(DEADLINE_SECONDS)
            return read(asked)

        mocker.patch.object(chat.reader, name, side_effect=read_slowly)
        asker.send(line)
        assert began.wait(DEADLINE_SECONDS)
        yield
        may_end.set()

    return slow


def test_who_was_put_out_meanwhile_gets_no_page(chat, slow_reading):
    """The code INVALID_TARGET: the user has no access to the target any more.

    Specification: https://ircv3.net/specs/extensions/chathistory#errors-and-warnings
    """
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)
    anna.ask("PRIVMSG #garden :secret")
    bert.roundtrip()

    with slow_reading("page", bert, "CHATHISTORY LATEST #garden * 10"):
        anna.ask("KICK #garden bert")
    heard = bert.roundtrip()

    assert commands(heard) == ["KICK", "FAIL"]
    assert heard[1].params[:2] == ("CHATHISTORY", "INVALID_TARGET")


def test_no_room_is_named_as_a_target_that_one_has_left(chat, slow_reading):
    """TARGETS tells of what the user can read.

    Specification: https://ircv3.net/specs/extensions/chathistory#targets
    """
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)
    anna.ask("PRIVMSG #garden :secret")
    bert.roundtrip()
    span = "timestamp=2020-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z"

    with slow_reading("latest_times", bert, f"CHATHISTORY TARGETS {span} 10"):
        anna.ask("KICK #garden bert")
    heard = bert.roundtrip()

    assert commands(heard) == ["KICK", "BATCH", "BATCH"]


def test_nothing_is_found_in_a_room_that_one_has_left(chat, slow_reading):
    """A search tells of what the user can read.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md
    """
    anna, bert = garden(chat, "anna", "bert", capabilities=SEARCHING)
    anna.ask("PRIVMSG #garden :secret")
    bert.roundtrip()

    with slow_reading("search", bert, "SEARCH text=secret"):
        anna.ask("KICK #garden bert")
    heard = bert.roundtrip()

    assert commands(heard) == ["KICK", "BATCH", "BATCH"]
