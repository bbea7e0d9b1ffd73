"""What the modes of a channel mean for who joins, speaks and names its topic.

Specification: https://modern.ircdocs.horse/#channel-modes
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        (
            "+k sesame",
            "475 bert #garden :You cannot join: the channel's key is another",
        ),
        ("+i", "473 bert #garden :You cannot join: you need an invitation"),
        ("+l 1", "471 bert #garden :You cannot join: the channel is full"),
        ("+b bert", "474 bert #garden :You cannot join: you are banned"),
        ("+b *!*@127.0.0.1", "474 bert #garden :You cannot join: you are banned"),
    ],
)
def test_a_channel_does_not_take_everybody(chat, change, answer):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask(f"MODE #garden {change}")

    refusal = lines(bert.ask("JOIN #garden"))

    assert refusal == [f":chatapp.local {answer} ({change[:2]})."]
    assert "JOIN" not in commands(anna.roundtrip())


@pytest.mark.parametrize("change", ["-k", "-i", "-l", "-b bert", "+l 2"])
def test_a_channel_takes_who_was_refused_when_the_reason_is_gone(chat, change):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    bars = {"k": "+k sesame", "i": "+i", "l": "+l 1", "b": "+b bert"}
    anna.ask(f"MODE #garden {bars[change[1]]}")
    bert.ask("JOIN #garden")

    anna.ask(f"MODE #garden {change}")

    assert commands(bert.ask("JOIN #garden")) == ["JOIN", "353", "366"]


def test_keys_are_given_in_the_order_of_the_channels(chat):
    (anna,) = garden(chat, "anna")
    anna.ask("JOIN #shed", "MODE #shed +k tools", "MODE #garden +k sesame")
    bert = chat.join("bert")

    answers = bert.ask("JOIN #shed,#garden,#lawn tools,sesame")

    assert [each.params[0] for each in answers if each.command == "JOIN"] == [
        "#shed",
        "#garden",
        "#lawn",
    ]


def test_a_key_is_compared_letter_by_letter(chat):
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +k Sesame")

    assert commands(chat.join("bert").ask("JOIN #garden sesame")) == ["475"]


def test_who_is_invited_comes_into_a_channel_for_the_invited_only_once(chat):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask("MODE #garden +i", "INVITE bert #garden")
    bert.roundtrip()

    first = bert.ask("JOIN #garden")
    second = bert.ask("PART #garden", "JOIN #garden")

    assert commands(first) == ["JOIN", "353", "366"]
    assert commands(second) == ["PART", "473"]


@pytest.mark.parametrize(("change", "numeric"), [("+R", "477"), ("+k sesame", "475")])
def test_an_invitation_does_not_undo_what_else_bars_the_way(chat, change, numeric):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask("INVITE bert #garden", f"MODE #garden {change}")
    bert.roundtrip()

    assert commands(bert.ask("JOIN #garden")) == [numeric]


def test_in_a_moderated_channel_only_who_has_a_rank_speaks(chat):
    anna, bert, carl = garden(chat, "anna", "bert", "carl")
    anna.ask("MODE #garden +mv bert")

    assert commands(anna.ask("PRIVMSG #garden :I may")) == []
    assert commands(bert.ask("PRIVMSG #garden :I may too"))[-1] == "PRIVMSG"
    assert lines(carl.ask("PRIVMSG #garden :and I?"))[-1] == (
        ":chatapp.local 404 carl #garden :You cannot speak in this channel."
    )


def test_who_is_banned_does_not_speak_unless_he_has_a_voice(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +b bert")

    silenced = bert.ask("PRIVMSG #garden :hello?")
    anna.ask("MODE #garden +v bert")
    heard = bert.ask("PRIVMSG #garden :hello!")

    assert commands(silenced) == ["MODE", "404"]
    assert commands(heard) == ["MODE"]
    assert anna.roundtrip()[-1].trailing == "hello!"


def test_a_ban_is_measured_by_the_nick_of_now(chat):
    anna, bertha = garden(chat, "anna", "bertha")
    anna.ask("MODE #garden +b bert")
    bertha.roundtrip()

    answers = bertha.ask("PRIVMSG #garden :yes", "NICK bert", "PRIVMSG #garden :no")

    assert commands(answers) == ["NICK", "404"]


def test_without_n_a_channel_is_spoken_to_from_outside(chat):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert", ALL_CAPABILITIES)
    anna.ask("MODE #garden -n")

    echo = bert.ask("PRIVMSG #garden :over the fence")

    assert commands(echo) == ["PRIVMSG"]
    assert lines(anna.roundtrip())[-1] == (
        ":bert!bert@127.0.0.1 PRIVMSG #garden :over the fence"
    )


@pytest.mark.parametrize("change", ["+m", "+b bert"])
def test_from_outside_nobody_speaks_who_could_not_inside(chat, change):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask("MODE #garden -n", f"MODE #garden {change}")

    assert commands(bert.ask("PRIVMSG #garden :hello")) == ["404"]


def test_a_notice_that_may_not_be_said_is_not_answered(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +m")
    bert.roundtrip()

    assert bert.ask("NOTICE #garden :psst") == []
    assert anna.roundtrip() == []


def test_who_may_not_speak_sends_no_tags_either(chat):
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)
    anna.ask("MODE #garden +m")
    bert.roundtrip()

    assert commands(bert.ask("@+typing=active TAGMSG #garden")) == ["404"]


def test_without_t_every_member_names_the_topic(chat):
    anna, bert = garden(chat, "anna", "bert")

    before = bert.ask("TOPIC #garden :Pears")
    anna.ask("MODE #garden -t")
    after = bert.ask("TOPIC #garden :Pears")

    assert commands(before) == ["482"]
    assert lines(after)[-1] == ":bert!bert@127.0.0.1 TOPIC #garden Pears"


def test_who_was_made_operator_names_the_topic(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +o bert")

    assert commands(bert.ask("TOPIC #garden :Pears")) == ["MODE", "TOPIC"]


def test_a_voice_does_not_name_the_topic(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +v bert")

    assert commands(bert.ask("TOPIC #garden :Pears"))[-1] == "482"


def test_the_topic_of_a_secret_channel_is_not_told_to_strangers(chat):
    (anna,) = garden(chat, "anna")
    anna.ask("TOPIC #garden :Pears", "MODE #garden +s")
    bert = chat.join("bert")

    assert commands(bert.ask("TOPIC #garden")) == ["442"]


def test_a_topic_is_named_from_inside_only(chat):
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden -t")
    bert = chat.join("bert")

    assert commands(bert.ask("TOPIC #garden :mine")) == ["442"]


def test_the_first_in_an_empty_room_is_its_operator_the_second_is_not(chat):
    anna, bert = garden(chat, "anna", "bert")

    assert anna.ask("NAMES #garden")[0].trailing == "@anna bert"
    assert commands(bert.ask("MODE #garden +m")) == ["482"]


def test_who_comes_back_to_his_room_while_others_are_in_it_is_no_operator(chat):
    anna, _bert = garden(chat, "anna", "bert")

    answers = anna.ask("PART #garden", "JOIN #garden")

    assert answers[2].trailing == "bert anna"
