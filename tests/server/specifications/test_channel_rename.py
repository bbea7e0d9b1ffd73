"""RENAME.

Specification: https://ircv3.net/specs/extensions/channel-rename
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

RENAMING = f"{ALL_CAPABILITIES} draft/channel-rename"


def test_who_knows_it_hears_one_line(chat):
    """https://ircv3.net/specs/extensions/channel-rename#messages"""
    anna, bert = garden(chat, "anna", "bert", capabilities=RENAMING)

    own = anna.ask("RENAME #garden #orchard :More trees")

    assert lines(own) == [
        ":anna!anna@127.0.0.1 RENAME #garden #orchard :More trees",
    ]
    assert lines(bert.roundtrip()) == lines(own)


def test_who_does_not_know_it_leaves_and_joins(chat):
    """https://ircv3.net/specs/extensions/channel-rename#fallback"""
    (anna,) = garden(chat, "anna", capabilities="draft/channel-rename")
    (bert,) = garden(chat, "bert")
    anna.ask("TOPIC #garden :Trees")
    bert.roundtrip()

    anna.ask("RENAME #garden #orchard :More trees")

    heard = bert.roundtrip()
    assert commands(heard) == ["PART", "JOIN", "332", "333", "353", "366"]
    assert lines(heard)[:3] == [
        ":bert!bert@127.0.0.1 PART #garden :More trees",
        ":bert!bert@127.0.0.1 JOIN #orchard",
        ":chatapp.local 332 bert #orchard Trees",
    ]
    assert heard[4].trailing == "@anna bert"


def test_without_a_reason_an_empty_one_is_told(chat):
    """https://ircv3.net/specs/extensions/channel-rename#messages"""
    (anna,) = garden(chat, "anna", capabilities=RENAMING)
    (bert,) = garden(chat, "bert")
    anna.roundtrip()

    assert lines(anna.ask("RENAME #garden #orchard")) == [
        ":anna!anna@127.0.0.1 RENAME #garden #orchard :"
    ]
    assert lines(bert.roundtrip())[0] == ":bert!bert@127.0.0.1 PART #garden"


def test_everything_else_stays_as_it_was(chat):
    """https://ircv3.net/specs/extensions/channel-rename#messages"""
    anna, bert = garden(chat, "anna", "bert", capabilities=RENAMING)
    anna.ask("TOPIC #garden :Trees", "MODE #garden +vk bert sesame")
    anna.ask("PRIVMSG #garden :before")

    anna.ask("RENAME #garden #Orchard", "PRIVMSG #orchard :after")

    page = bert.ask("CHATHISTORY LATEST #orchard * 10")
    assert [each.trailing for each in page if each.command == "PRIVMSG"][-2:] == [
        "before",
        "after",
    ]
    assert anna.ask("MODE #ORCHARD")[0].params[1:] == ("#Orchard", "+ntk", "sesame")
    assert commands(anna.ask("MODE #garden")) == ["403"]


def test_the_old_name_is_free_again(chat):
    """https://ircv3.net/specs/extensions/channel-rename#channel-redirection"""
    anna, bert = garden(chat, "anna", "bert", capabilities=RENAMING)
    anna.ask("PRIVMSG #garden :a secret", "RENAME #garden #orchard")
    bert.ask("PART #orchard")

    joined = bert.ask("JOIN #garden", "MODE #garden +m")

    assert commands(joined) == ["JOIN", "353", "366", "MODE"]
    assert commands(bert.ask("CHATHISTORY LATEST #garden * 10")) == ["BATCH", "BATCH"]


def test_only_the_case_may_change_and_who_does_not_know_it_hears_nothing(chat):
    """https://ircv3.net/specs/extensions/channel-rename#fallback"""
    (anna,) = garden(chat, "anna", capabilities=RENAMING)
    (bert,) = garden(chat, "bert")
    anna.roundtrip()

    assert commands(anna.ask("RENAME #garden #Garden")) == ["RENAME"]
    assert bert.roundtrip() == []
    assert bert.ask("MODE #garden")[0].params[1] == "#Garden"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("#lobby", "CHANNEL_NAME_IN_USE"),
        ("&garden", "CANNOT_RENAME"),
        ("garden", "CANNOT_RENAME"),
        (f"#{'x' * 64}", "CANNOT_RENAME"),
    ],
)
def test_a_name_that_cannot_be_is_refused(chat, name, code):
    """https://ircv3.net/specs/extensions/channel-rename#errors"""
    (anna,) = garden(chat, "anna", capabilities=RENAMING)

    (answer,) = anna.ask(f"RENAME #garden {name}")

    assert answer.command == "FAIL"
    assert answer.params[:4] == ("RENAME", code, "#garden", name)


def test_the_servers_own_channels_keep_their_names(chat):
    """https://ircv3.net/specs/extensions/channel-rename#errors"""
    anna = chat.join("anna")

    assert commands(anna.ask("RENAME #lobby #hall")) == ["482"]


@pytest.mark.parametrize(
    ("line", "numeric"),
    [
        ("RENAME #garden #orchard", "482"),
        ("RENAME #nowhere #orchard", "403"),
        ("RENAME #garden", "461"),
    ],
)
def test_only_an_operator_renames_what_there_is(chat, line, numeric):
    """https://ircv3.net/specs/extensions/channel-rename#errors"""
    _anna, bert = garden(chat, "anna", "bert")

    assert commands(bert.ask(line)) == [numeric]


def test_a_labelled_renaming_without_the_capability_is_answered_in_a_batch(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    (anna,) = garden(chat, "anna", capabilities=ALL_CAPABILITIES)

    answers = anna.ask("@label=1 RENAME #garden #orchard")

    assert commands(answers) == ["BATCH", "PART", "JOIN", "353", "366", "BATCH"]
    assert answers[0].tags["label"] == "1"


def test_the_new_name_and_the_history_outlive_a_restart(start_server):
    """https://ircv3.net/specs/extensions/channel-rename#messages"""
    chat = start_server()
    (anna,) = garden(chat, "anna", capabilities=RENAMING)
    anna.ask("PRIVMSG #garden :before", "RENAME #garden #orchard")
    chat.stop()

    chat = start_server()
    anna = chat.join("anna", RENAMING)
    joined = anna.ask("JOIN #orchard")

    page = anna.ask("CHATHISTORY LATEST #orchard * 10")
    assert joined[1].trailing == "@anna"
    assert "before" in [each.trailing for each in page]


@pytest.mark.parametrize("line", ["MODE #garden +m", "TOPIC #garden :Trees"])
def test_what_changed_just_before_is_the_same_channels(start_server, line):
    """https://ircv3.net/specs/extensions/channel-rename#messages"""
    chat = start_server()
    (anna,) = garden(chat, "anna", capabilities=RENAMING)

    answers = anna.ask(line, "RENAME #garden #orchard")
    shown = anna.ask("MODE #orchard", "TOPIC #orchard")
    chat.stop()

    anna = start_server().join("anna", RENAMING)
    anna.ask("JOIN #orchard")
    assert commands(answers) == [line.split()[0], "RENAME"]
    assert lines(anna.ask("MODE #orchard", "TOPIC #orchard")) == lines(shown)


def test_what_is_said_before_and_after_is_told_to_who_repeats_it(chat):
    """https://ircv3.net/specs/extensions/channel-rename#messages"""
    (anna,) = garden(chat, "anna", capabilities=RENAMING)
    first = anna.ask("@+chatapp/id=1 PRIVMSG #garden :roses")

    anna.ask("RENAME #garden #orchard")
    again = anna.ask("@+chatapp/id=1 PRIVMSG #orchard :roses")

    assert again[0].tags["msgid"] == first[0].tags["msgid"]


def test_a_new_channel_of_the_old_name_has_its_own_history_over_a_restart(
    start_server,
):
    """https://ircv3.net/specs/extensions/channel-rename#channel-redirection"""
    chat = start_server()
    (anna,) = garden(chat, "anna", capabilities=RENAMING)
    anna.ask("PRIVMSG #garden :of the old", "RENAME #garden #orchard")
    anna.ask("JOIN #garden", "PRIVMSG #garden :of the new")
    chat.stop()

    chat = start_server()
    anna = chat.join("anna", RENAMING)
    anna.ask("JOIN #garden,#orchard")
    pages = [
        [each.trailing for each in anna.ask(f"CHATHISTORY LATEST {name} * 9")]
        for name in ("#garden", "#orchard")
    ]

    assert "of the new" in pages[0]
    assert "of the old" in pages[1]
    assert "of the old" not in pages[0]
    assert "of the new" not in pages[1]


def test_what_was_said_before_is_told_with_the_name_of_today(chat):
    """https://ircv3.net/specs/extensions/channel-rename#messages

    Another room may have the old name by now.
    """
    (anna,) = garden(chat, "anna", capabilities=f"{RENAMING} soju.im/search")
    anna.ask("PRIVMSG #garden :roses", "RENAME #garden #orchard")
    chat.join("bert").ask("JOIN #garden")

    told = anna.ask("CHATHISTORY LATEST #orchard * 10", "SEARCH text=roses")

    said = [each for each in told if each.command == "PRIVMSG"]
    assert [each.params for each in said] == [("#orchard", "roses")] * 2
