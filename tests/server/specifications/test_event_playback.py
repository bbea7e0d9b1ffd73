"""What happened, beside what was said, for who asks for draft/event-playback.

Specification: https://ircv3.net/specs/extensions/chathistory
"""

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

WITH_EVENTS = f"{ALL_CAPABILITIES} draft/event-playback"


@pytest.fixture
def anna(chat):
    return chat.join("anna", WITH_EVENTS)


def history(client, room: str = "#lobby"):
    return client.ask(f"CHATHISTORY LATEST {room} * 100")[1:-1]


def test_what_happened_in_a_channel_comes_as_it_was_heard(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    anna.ask("JOIN #garden", "TOPIC #garden :roses", "MODE #garden +C")
    bert = chat.join("bert")
    bert.ask("JOIN #garden", "NICK bernd", "PART #garden :bye")
    bert.ask("JOIN #garden")
    anna.ask("KICK #garden bernd :out", "PRIVMSG #garden :quiet now")

    told = history(anna, "#garden")

    assert commands(told) == [
        *("JOIN", "TOPIC", "MODE", "JOIN", "NICK", "PART"),
        *("JOIN", "KICK", "PRIVMSG"),
    ]
    assert lines(told)[4:6] == [
        ":bert!bert@127.0.0.1 NICK bernd",
        ":bernd!bert@127.0.0.1 PART #garden bye",
    ]


def test_an_event_has_the_msgid_and_the_time_of_its_live_line(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    chat.join("bert")
    heard = anna.roundtrip()[-1]

    told = history(anna)[-1]
    tags = {name: value for name, value in told.tags.items() if name != "batch"}

    assert heard.command == told.command == "JOIN"
    assert tags == heard.tags


def test_an_end_is_in_the_past_of_each_channel(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    anna.ask("JOIN #garden")
    bert = chat.join("bert")
    bert.ask("JOIN #garden")
    bert.send("QUIT :tired")
    bert.read_to_end()

    lobby, garden = history(anna), history(anna, "#garden")

    assert lines(lobby)[-1] == ":bert!bert@127.0.0.1 QUIT :Quit: tired"
    assert lines(garden)[-1] == lines(lobby)[-1]
    assert garden[-1].tags["msgid"] == lobby[-1].tags["msgid"]


def test_a_reaction_is_kept_and_that_somebody_types_is_not(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    bert = chat.join("bert", "message-tags")
    bert.ask("@+typing=active TAGMSG #lobby", "@+draft/react=:) TAGMSG #lobby")
    bert.ask("@+draft/react=:) TAGMSG anna")

    assert [each.tags["+draft/react"] for each in history(anna)[-1:]] == [":)"]
    assert commands(history(anna, "bert")) == ["TAGMSG"]
    assert "+typing" not in history(anna)[-2].tags


def test_who_does_not_ask_for_events_gets_messages_only(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    anna.ask("PRIVMSG #lobby :hello", "@+draft/react=:) TAGMSG #lobby")
    bert = chat.join("bert", ALL_CAPABILITIES)

    assert commands(history(bert)) == ["PRIVMSG"]


def test_a_page_of_events_and_messages_has_no_more_lines_than_asked_for(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    anna.ask(*["PRIVMSG #lobby :hello", "TOPIC #lobby"] * 3)
    chat.join("bert")
    chat.join("carl")

    newest = anna.ask("CHATHISTORY LATEST #lobby * 3")[-4:-1]
    oldest = anna.ask(f"CHATHISTORY AFTER #lobby msgid={newest[0].tags['msgid']} 1")

    assert commands(newest) == ["PRIVMSG", "JOIN", "JOIN"]
    assert commands(oldest[1:-1]) == ["JOIN"]


def test_events_are_there_after_a_restart(start_server):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    first = start_server()
    first.join("anna", WITH_EVENTS).ask("PRIVMSG #lobby :hello")
    first.stop()

    anna = start_server().join("anna", WITH_EVENTS)

    assert commands(history(anna)) == ["JOIN", "PRIVMSG", "JOIN"]


def test_a_server_without_history_keeps_no_events(start_server):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    first = start_server(history={"enabled": False})
    first.join("anna", WITH_EVENTS)
    first.stop()

    anna = start_server().join("anna", WITH_EVENTS)

    assert commands(history(anna)) == ["JOIN"]


def test_events_are_heard_and_kept_although_the_disk_fails(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    chat.writes("PRAGMA query_only = ON")
    anna.ask("PRIVMSG #lobby :lost")
    bert = chat.join("bert")
    bert.ask("AWAY :out")
    heard = anna.roundtrip()
    chat.writes("PRAGMA query_only = OFF")

    assert chat.waits_for(lambda: not chat.recorder.is_failing)

    assert commands(heard) == ["JOIN", "AWAY"]
    assert lines(history(anna))[-1] == ":bert!bert@127.0.0.1 JOIN #lobby"


def test_a_topic_that_could_not_be_recorded_is_not_in_the_past(start_server):
    """https://ircv3.net/specs/extensions/chathistory#draftevent-playback"""
    chat = start_server(channels={"default_modes": "+n"})
    anna = chat.join("anna", WITH_EVENTS)
    chat.writes("PRAGMA query_only = ON")
    anna.ask("TOPIC #lobby :roses")
    chat.writes("PRAGMA query_only = OFF")

    assert chat.waits_for(lambda: not chat.recorder.is_failing)

    assert commands(history(anna)) == ["JOIN"]
