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
