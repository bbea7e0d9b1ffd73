"""WHO. Specification: https://modern.ircdocs.horse/#who-message"""

import pytest

from server.commands import who
from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


def nicks(messages):
    return [each.params[5] for each in messages if each.command == "352"]


def flags(messages):
    return {
        each.params[5]: each.params[6] for each in messages if each.command == "352"
    }


def test_the_members_of_a_channel_are_told_with_their_names(chat):
    anna, _bert = garden(chat, "anna", "bert")

    assert lines(anna.ask("WHO #garden")) == [
        (
            ":chatapp.local 352 anna #garden anna 127.0.0.1 chatapp.local anna H@ "
            ":0 The real anna"
        ),
        (
            ":chatapp.local 352 anna #garden bert 127.0.0.1 chatapp.local bert H "
            ":0 The real bert"
        ),
        ":chatapp.local 315 anna #garden :End of WHO.",
    ]


def test_flags_tell_who_is_away_and_who_has_which_rank(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +vo bert bert")
    bert.ask("AWAY :at lunch")
    carl = chat.join("carl", ALL_CAPABILITIES)

    assert flags(anna.ask("WHO #garden")) == {"anna": "H@", "bert": "G@"}
    assert flags(carl.ask("WHO #garden")) == {"anna": "H@", "bert": "G@+"}


def test_one_user_is_found_by_his_nick_however_it_is_written(chat):
    anna = chat.join("anna")
    chat.join("Bert")
    anna.roundtrip()

    assert lines(anna.ask("WHO bERT")) == [
        (
            ":chatapp.local 352 anna * Bert 127.0.0.1 chatapp.local Bert H "
            ":0 The real Bert"
        ),
        ":chatapp.local 315 anna bERT :End of WHO.",
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("b*", ["bert", "bea"]),
        ("B?a", ["bea"]),
        ("*", ["anna", "bert", "bea"]),
        ("0", ["anna", "bert", "bea"]),
        ("", ["anna", "bert", "bea"]),
        ("x*", []),
        ("nobody", []),
        ("#nowhere", []),
    ],
)
def test_a_mask_finds_whose_nick_it_describes(chat, asked, expected):
    anna = chat.join("anna")
    chat.join("bert")
    chat.join("bea")
    anna.roundtrip()

    answers = anna.ask(f"WHO {asked}")

    assert nicks(answers) == expected
    assert answers[-1].params[1] == (asked or "*")


def test_a_secret_channel_tells_strangers_nothing(chat):
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +s")
    bert = chat.join("bert")

    assert commands(bert.ask("WHO #garden")) == ["315"]
    assert nicks(anna.ask("WHO #garden")) == ["anna"]


def test_who_is_invisible_is_found_by_who_shares_a_channel_or_knows_the_nick(chat):
    anna, bert = garden(chat, "anna", "bert")
    bert.ask("MODE bert +i", "PART #lobby")
    carl = chat.join("carl")

    assert nicks(anna.ask("WHO b*")) == ["bert"]
    assert nicks(bert.ask("WHO b*")) == ["bert"]
    assert nicks(carl.ask("WHO b*")) == []
    assert nicks(carl.ask("WHO *")) == ["anna", "carl"]
    assert nicks(carl.ask("WHO #garden")) == ["anna"]
    assert nicks(carl.ask("WHO bert")) == ["bert"]


def test_a_long_answer_is_capped_and_says_so(chat, monkeypatch):
    monkeypatch.setattr(who, "MAX_REPLIES", 2)
    anna, bert, _carl = garden(chat, "anna", "bert", "carl")

    answers = anna.ask("WHO #garden")

    assert nicks(answers) == ["anna", "bert"]
    assert "there are more" in answers[-1].trailing
    assert bert.ask("WHO bert")[-1].trailing == "End of WHO."


def test_a_labelled_who_stands_in_one_batch(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=1 WHO anna")

    assert commands(answers) == ["BATCH", "352", "315", "BATCH"]
