"""What was said before, for clients that cannot ask for it.

Specification: https://ircv3.net/specs/extensions/batch/chathistory
"""

import re

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands

TIMED = "batch server-time message-tags"


@pytest.fixture
def chat(start_server):
    """A server that plays back the two latest messages."""
    return start_server(history={"playback_on_join": 2})


def texts(messages):
    return [each.trailing for each in messages if each.command == "PRIVMSG"]


def speak(chat, *said, target="#garden"):
    """Say something in #garden, and stay there."""
    (anna,) = garden(chat, "anna", capabilities=ALL_CAPABILITIES)
    return anna.ask(*(f"PRIVMSG {target} :{text}" for text in said))


def test_the_latest_messages_come_behind_the_names(chat):
    """https://ircv3.net/specs/extensions/batch/chathistory"""
    *_, last = speak(chat, "one", "two", "three")
    bert = chat.join("bert", TIMED)

    joined = bert.ask("JOIN #garden")

    assert commands(joined)[-4:] == ["BATCH", "PRIVMSG", "PRIVMSG", "BATCH"]
    assert joined[-4].params[1:] == ("chathistory", "#garden")
    assert texts(joined) == ["two", "three"]
    assert joined[-2].tags["time"] == last.tags["time"]
    assert joined[-2].tags["msgid"] == last.tags["msgid"]


def test_without_times_they_stand_in_the_text(chat):
    """A client without capabilities reads when it was said.

    Specification: https://ircv3.net/specs/extensions/batch/chathistory
    """
    speak(chat, "one")
    bert = chat.join("bert")

    joined = bert.ask("JOIN #garden")

    assert commands(joined) == ["JOIN", "353", "366", "PRIVMSG"]
    assert re.fullmatch(r"\[\d{4}-\d\d-\d\d \d\d:\d\d\] one", joined[-1].trailing)


def test_who_can_ask_is_not_told(chat):
    """https://ircv3.net/specs/extensions/chathistory"""
    speak(chat, "one")
    bert = chat.join("bert", f"{TIMED} draft/chathistory")

    assert texts(bert.ask("JOIN #garden")) == []


def test_several_channels_are_played_back(chat):
    """Each channel has a batch of its own.

    Specification: https://ircv3.net/specs/extensions/batch/chathistory
    """
    speak(chat, "one")
    bert = chat.join("bert", TIMED)
    bert.ask("JOIN #orchard", "PRIVMSG #orchard :two", "PART #orchard")
    carl = chat.join("carl", TIMED)
    carl.ask("JOIN #orchard", "PRIVMSG #orchard :three")

    joined = bert.ask("JOIN #garden,#orchard")

    assert texts(joined) == ["one", "three"]
    assert commands(joined).count("BATCH") == 4


def test_the_channels_of_the_beginning_are_played_back_too(chat):
    """Who signs in hears what was said in #lobby.

    Specification: https://ircv3.net/specs/extensions/batch/chathistory
    """
    speak(chat, "one", target="#lobby")
    client = chat.connect()
    client.send("NICK bert", "USER bert 0 * :Bert")
    client.read_until("366")

    assert len(texts(client.roundtrip())) == 1


def test_a_label_stands_around_all_of_it(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    speak(chat, "one")
    bert = chat.join("bert", f"{TIMED} labeled-response")

    joined = bert.ask("@label=1 JOIN #garden")

    assert joined[0].tags["label"] == "1"
    assert commands(joined).count("BATCH") == 4
    assert texts(joined) == ["one"]


def test_nothing_is_played_back_where_nothing_is_said(chat):
    """There is no empty batch.

    Specification: https://ircv3.net/specs/extensions/batch/chathistory
    """
    bert = chat.join("bert", TIMED)

    assert commands(bert.ask("JOIN #garden")) == ["JOIN", "353", "366"]


def test_it_is_off_where_nobody_asked_for_it(start_server):
    """[history] playback_on_join is 0 at first.

    Specification: https://ircv3.net/specs/extensions/batch/chathistory
    """
    chat = start_server()
    speak(chat, "one")
    bert = chat.join("bert", TIMED)

    assert texts(bert.ask("JOIN #garden")) == []
