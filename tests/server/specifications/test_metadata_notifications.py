"""METADATA: following what users and channels tell of themselves.

Specification: https://ircv3.net/specs/extensions/metadata#notifications
"""

from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines

OLDER, NEWER = "batch draft/metadata-2", "batch draft/metadata-3"


def test_who_follows_a_key_hears_of_changes(chat):
    """https://ircv3.net/specs/extensions/metadata#notifications"""
    anna, bert = garden(chat, "anna", "bert", capabilities=OLDER)
    bert.ask("METADATA * SUB status avatar")

    anna.ask("METADATA * SET status :busy", "METADATA * SET status")
    anna.ask("METADATA #garden SET avatar :x", "METADATA * SET colour :red")

    assert lines(bert.roundtrip()) == [
        ":anna!anna@127.0.0.1 METADATA anna status * busy",
        ":anna!anna@127.0.0.1 METADATA anna status *",
        ":anna!anna@127.0.0.1 METADATA #garden avatar * x",
    ]


def test_the_newer_draft_tells_with_numerics(chat):
    """https://ircv3.net/specs/extensions/metadata#notifications"""
    anna, bert = garden(chat, "anna", "bert", capabilities=NEWER)
    bert.ask("METADATA * SUB status")

    anna.ask("METADATA * SET status :busy", "METADATA * SET status")

    heard = bert.roundtrip()
    assert commands(heard) == ["761", "766"]
    assert heard[0].params == ("bert", "anna", "status", "*", "busy")


def test_who_comes_in_learns_what_he_follows(chat):
    """https://ircv3.net/specs/extensions/metadata#concepts"""
    (anna,) = garden(chat, "anna", capabilities=OLDER)
    anna.ask("METADATA #garden SET display-name :The garden")
    bert = chat.join("bert", OLDER)
    bert.ask("METADATA * SUB display-name")

    joined = bert.ask("JOIN #garden")

    told = [each for each in joined if each.command == "METADATA"]
    assert [each.params for each in told] == [
        ("#garden", "display-name", "*", "The garden")
    ]


def test_who_is_there_learns_it_of_who_comes_in(chat):
    """https://ircv3.net/specs/extensions/metadata#concepts"""
    (anna,) = garden(chat, "anna", capabilities=OLDER)
    anna.ask("METADATA * SUB status")
    bert = chat.join("bert", OLDER)
    bert.ask("METADATA * SET status :here")
    anna.roundtrip()

    bert.ask("JOIN #garden")

    assert commands(anna.roundtrip()) == ["JOIN", "METADATA"]


def test_what_is_there_is_told_to_who_begins_to_follow(chat):
    """https://ircv3.net/specs/extensions/metadata#notifications"""
    anna, bert = garden(chat, "anna", "bert", capabilities=OLDER)
    anna.ask("METADATA * SET status :busy")

    assert commands(bert.ask("METADATA * SUB status")) == ["770", "METADATA"]


def test_subscriptions_are_listed_and_ended(chat):
    """https://ircv3.net/specs/extensions/metadata#subscription-examples"""
    anna = chat.join("anna", OLDER)

    confirmed, refused = anna.ask("METADATA * SUB avatar $url Status")[::-1]

    assert confirmed.params == ("anna", "avatar", "status")
    assert refused.params[:3] == ("METADATA", "KEY_INVALID", "$url")
    assert anna.ask("METADATA * UNSUB avatar")[0].params == ("anna", "avatar")
    assert anna.ask("METADATA * SUBS")[0].params == ("anna", "status")


def test_too_many_subscriptions_are_refused(start_server):
    """https://ircv3.net/specs/extensions/metadata#metadata-sub"""
    chat = start_server(limits={"metadata_subscriptions": 2})
    anna = chat.join("anna", OLDER)

    refused, confirmed = anna.ask("METADATA * SUB a b c d")

    assert refused.params[:3] == ("METADATA", "TOO_MANY_SUBS", "c")
    assert confirmed.params == ("anna", "a", "b")


def test_all_of_a_channel_is_told_again(chat):
    """https://ircv3.net/specs/extensions/metadata#metadata-sync"""
    anna, bert = garden(chat, "anna", "bert", capabilities=OLDER)
    bert.ask("METADATA * SUB status")
    anna.ask("METADATA * SET status :busy", "METADATA #garden SET status :green")
    bert.roundtrip()

    answers = bert.ask("METADATA #garden SYNC")

    assert commands(answers) == ["BATCH", "METADATA", "METADATA", "BATCH"]


def test_an_auditorium_tells_listeners_nothing_of_each_other(chat):
    """Who may not see somebody in a channel learns nothing of him there.

    Specification: https://ircv3.net/specs/extensions/metadata#notifications
    """
    anna, bert = garden(chat, "anna", "bert", capabilities=OLDER)
    anna.ask("MODE #garden +u")
    for client in (anna, bert):
        client.ask("PART #lobby", "METADATA * SUB status")
    carl = chat.join("carl", OLDER)
    carl.ask("PART #lobby", "METADATA * SET status :here", "METADATA * SUB status")
    bert.ask("METADATA * SET status :busy")
    anna.roundtrip()

    joined = carl.ask("JOIN #garden")

    assert "METADATA" not in commands(joined)
    assert commands(bert.roundtrip()) == []
    assert commands(anna.roundtrip()) == ["JOIN", "METADATA"]


def test_who_watches_somebody_hears_what_he_follows(start_server):
    """https://ircv3.net/specs/extensions/metadata#notifications"""
    chat = start_server(channels={"auto_join": ()})
    anna = chat.join("anna", f"{OLDER} extended-monitor")
    anna.ask("METADATA * SUB status", "MONITOR + bert")
    bert = chat.connect()
    bert.send("CAP LS 302", f"CAP REQ :{OLDER}", "METADATA * SET status :new")
    bert.send("NICK bert", "USER b 0 * :B", "CAP END")
    bert.read_until("422")
    bert.ask("METADATA * SET status :busy")

    assert [each.params[-1] for each in anna.roundtrip()] == [
        "bert!b@127.0.0.1",
        "new",
        "busy",
    ]
    anna.ask("MONITOR C")
    assert commands(anna.ask("MONITOR + bert")) == ["730", "METADATA"]
