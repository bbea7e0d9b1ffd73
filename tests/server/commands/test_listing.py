"""LIST and NAMES.

Specification: https://modern.ircdocs.horse/#list-message and #names-message
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


def listed(messages):
    return [each.params[1] for each in messages if each.command == "322"]


def test_all_channels_are_listed_with_their_size_and_topic(chat):
    anna, _bert = garden(chat, "anna", "bert")
    anna.ask("TOPIC #garden :Apples and pears")

    answers = anna.ask("LIST")

    assert lines(answers) == [
        ":chatapp.local 321 anna Channel :Users  Name",
        ":chatapp.local 322 anna #lobby 2 :",
        ":chatapp.local 322 anna #garden 2 :Apples and pears",
        ":chatapp.local 323 anna :End of LIST.",
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("#garden", ["#garden"]),
        ("#GARDEN,#garden", ["#garden"]),
        ("#shed,#nowhere,#lobby", ["#shed", "#lobby"]),
        ("#*e*", ["#garden", "#shed"]),
        ("#?HED", ["#shed"]),
        ("#s*,#lobby", ["#lobby", "#shed"]),
        ("*", ["#lobby", "#garden", "#shed"]),
        (":", ["#lobby", "#garden", "#shed"]),
        ("#nowhere", []),
        ("garden", []),
    ],
)
def test_names_and_masks_choose_among_the_channels(chat, asked, expected):
    (anna,) = garden(chat, "anna")
    anna.ask("JOIN #shed")

    answers = anna.ask(f"LIST {asked}")

    assert listed(answers) == expected
    assert commands(answers)[-1] == "323"


def test_too_many_masks_are_refused(chat):
    anna = chat.join("anna")

    assert commands(
        anna.ask(f"LIST {','.join('#a*b' + x for x in 'abcdefghijk')}")
    ) == ["407"]


@pytest.mark.parametrize("asked", ["", " #garden", " #g*"])
def test_a_secret_channel_is_listed_for_its_members_only(chat, asked):
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +s")
    bert = chat.join("bert")

    assert "#garden" in listed(anna.ask(f"LIST{asked}"))
    assert "#garden" not in listed(bert.ask(f"LIST{asked}"))


def test_a_labelled_list_stands_in_one_batch(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=1 LIST")

    assert commands(answers) == ["BATCH", "321", "322", "323", "BATCH"]
    assert {each.tags["batch"] for each in answers[1:-1]} == {answers[0].params[0][1:]}


def test_names_without_a_channel_tells_nothing(chat):
    anna = chat.join("anna")

    assert lines(anna.ask("NAMES")) == [":chatapp.local 366 anna * :End of NAMES."]


def test_a_channel_named_twice_is_told_once(chat):
    anna = chat.join("anna")

    assert commands(anna.ask("NAMES #lobby,#Lobby,#lobby")) == ["353", "366"]


def test_who_is_in_a_secret_channel_is_told_to_members_only(chat):
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +s")
    bert = chat.join("bert")

    assert lines(anna.ask("NAMES #garden"))[-2] == (
        ":chatapp.local 353 anna @ #garden @anna"
    )
    assert commands(bert.ask("NAMES #garden")) == ["366"]


def test_who_is_invisible_is_named_to_members_only(chat):
    anna, bert = garden(chat, "anna", "bert")
    bert.ask("MODE bert +i")
    carl = chat.join("carl")

    assert anna.ask("NAMES #garden")[-2].trailing == "@anna bert"
    assert carl.ask("NAMES #garden")[-2].trailing == "@anna"
