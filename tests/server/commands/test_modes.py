"""MODE for channels. Specification: https://modern.ircdocs.horse/#mode-message"""

import pytest

from server.clock import Clock
from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

ANNA = ":anna!anna@127.0.0.1"
NOON = 1_800_000_000


def test_a_channels_modes_and_its_age_can_be_asked_for(start_server):
    chat = start_server(clock=Clock(wall=lambda: NOON))
    (anna,) = garden(chat, "anna")

    assert lines(anna.ask("MODE #garden")) == [
        ":chatapp.local 324 anna #garden +nt",
        f":chatapp.local 329 anna #garden {NOON}",
    ]


def test_a_channel_without_modes_says_so(chat):
    (anna,) = garden(chat, "anna")

    answers = anna.ask("MODE #garden -nt", "MODE #garden")

    assert ":chatapp.local 324 anna #garden +" in lines(answers)


def test_a_mode_is_heard_by_all_members(chat):
    anna, bert = garden(chat, "anna", "bert")

    answers = anna.ask("MODE #garden +m")

    assert lines(answers) == [f"{ANNA} MODE #garden +m"]
    assert lines(bert.roundtrip()) == [f"{ANNA} MODE #garden +m"]


def test_several_changes_are_made_with_one_line_and_told_in_their_order(chat):
    anna, bert = garden(chat, "anna", "bert")

    anna.ask("MODE #garden +ml-t+vk 7 bert sesame")
    answers = anna.ask("MODE #garden")

    assert lines(bert.roundtrip()) == [f"{ANNA} MODE #garden +ml-t+vk 7 bert sesame"]
    assert lines(answers)[0] == ":chatapp.local 324 anna #garden +mnkl sesame 7"


@pytest.mark.parametrize(
    "change", ["+t", "-m", "-k x", "-l", "-v bert", "+o anna", "-b x!*@*", "+", ":"]
)
def test_what_changes_nothing_is_told_to_nobody(chat, change):
    anna, bert = garden(chat, "anna", "bert")

    assert anna.ask(f"MODE #garden {change}") == []
    assert bert.roundtrip() == []


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ("+z", "472 anna z :is no mode of a channel here"),
        ("+k", "461 anna MODE :This command needs more parameters."),
        ("+l", "461 anna MODE :This command needs more parameters."),
        ("+o", "461 anna MODE :This command needs more parameters."),
        ("+o nobody", "401 anna nobody :Nobody here has that nick."),
        ("+v carl", "441 anna carl #garden :That user is not in this channel."),
    ],
)
def test_a_change_that_cannot_be_made_is_refused(chat, change, answer):
    chat.join("carl")
    (anna,) = garden(chat, "anna")

    assert lines(anna.ask(f"MODE #garden {change}")) == [f":chatapp.local {answer}"]


@pytest.mark.parametrize(
    ("change", "numeric"),
    [
        ("+l 0", "696"),
        ("+l -5", "696"),
        ("+l many", "696"),
        ("+l 1234567890", "696"),
        ("+l ٣", "696"),
        ("+b :two words", "696"),
        ("+b :", "696"),
        (f"+b {'x' * 201}", "696"),
        ("+k two,words", "525"),
        ("+k :two words", "525"),
        ("+k ::x", "525"),
        (f"+k {'x' * 24}", "525"),
    ],
)
def test_a_value_that_a_mode_cannot_take_is_refused(chat, change, numeric):
    (anna,) = garden(chat, "anna")

    answers = anna.ask(f"MODE #garden {change}", "MODE #garden")

    assert commands(answers) == [numeric, "324", "329"]
    assert answers[1].params[1:] == ("#garden", "+nt")


def test_what_can_be_done_of_several_changes_is_done(chat):
    (anna,) = garden(chat, "anna")

    answers = anna.ask("MODE #garden +zmo nobody")

    assert commands(answers) == ["472", "401", "MODE"]
    assert lines(answers)[-1] == f"{ANNA} MODE #garden +m"


@pytest.mark.parametrize("change", ["+m", "-n", "+v bert", "+o bert", "+b x", "+k"])
def test_who_is_no_operator_changes_nothing(chat, change):
    anna, bert = garden(chat, "anna", "bert")

    answers = bert.ask(f"MODE #garden {change}")

    assert lines(answers) == [
        ":chatapp.local 482 bert #garden :Only an operator of this channel may do that."
    ]
    assert anna.roundtrip() == []


def test_voice_is_not_enough_to_change_modes(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +v bert")
    bert.roundtrip()

    assert commands(bert.ask("MODE #garden +m")) == ["482"]


def test_who_is_not_in_the_channel_changes_nothing(chat):
    garden(chat, "anna")
    bert = chat.join("bert")

    assert commands(bert.ask("MODE #garden +m")) == ["482"]


def test_nobody_changes_the_modes_of_the_servers_own_room(chat):
    anna = chat.join("anna")

    assert commands(anna.ask("MODE #lobby +m", "MODE #lobby")) == ["482", "324", "329"]


def test_an_unknown_channel_or_nick_has_no_modes(chat):
    anna = chat.join("anna")

    assert commands(anna.ask("MODE #nowhere", "MODE #nowhere +m")) == ["403", "403"]
    assert commands(anna.ask("MODE nobody", "MODE nobody +i")) == ["401", "401"]
    assert commands(anna.ask("MODE")) == ["461"]


def test_who_is_made_operator_can_do_what_an_operator_can(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +o BERT")

    answers = bert.ask("MODE #garden -o anna", "NAMES #garden")

    assert lines(answers)[:2] == [
        f"{ANNA} MODE #garden +o bert",
        ":bert!bert@127.0.0.1 MODE #garden -o anna",
    ]
    assert answers[2].trailing == "anna @bert"


def test_ranks_stand_before_a_nick_the_highest_first(chat):
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)
    carl = chat.join("carl")

    anna.ask("MODE #garden +v bert", "MODE #garden +o bert", "PART #garden")

    assert bert.ask("NAMES #garden")[-2].trailing == "@+bert"
    assert carl.ask("NAMES #garden")[-2].trailing == "@bert"


def test_voice_stays_when_operator_is_taken_away(chat):
    anna, bert = garden(chat, "anna", "bert")

    anna.ask("MODE #garden +ov bert bert", "MODE #garden -o bert")

    assert bert.ask("NAMES #garden")[-2].trailing == "@anna +bert"


def test_a_line_with_too_many_arguments_is_done_up_to_the_limit(chat):
    (anna,) = garden(chat, "anna")
    masks = [f"m{number}" for number in range(21)]

    answers = anna.ask(f"MODE #garden +{'b' * 21} {' '.join(masks)}", "MODE #garden b")

    assert commands(answers)[:2] == ["MODE", "407"]
    assert answers[1].params[1] == "m20"
    assert commands(answers).count("367") == 20


def test_many_long_changes_are_told_on_lines_that_the_wire_can_carry(chat):
    anna, bert = garden(chat, "anna", "bert")
    masks = [f"{letter * 140}!*@*" for letter in "abc"]

    anna.ask(f"MODE #garden +bbb {' '.join(masks)}")
    heard = bert.roundtrip()

    assert [mask for each in heard for mask in each.params[2:]] == masks
    assert len(heard) == 2
    assert max(len(each.render().encode()) for each in heard) <= 510


def test_a_key_is_shown_to_members_only(chat):
    anna, bert = garden(chat, "anna", "bert")
    carl = chat.join("carl")
    anna.ask("MODE #garden +kl sesame 5")

    shown_inside = bert.ask("MODE #garden")[-2]
    shown_outside = carl.ask("MODE #garden")[-2]

    assert shown_inside.params[2:] == ("+ntkl", "sesame", "5")
    assert shown_outside.params[2:] == ("+ntkl", "*", "5")


@pytest.mark.parametrize("change", ["-k", "-k sesame", "-k *"])
def test_a_key_is_taken_away_with_whatever_stands_behind_it(chat, change):
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +k sesame")

    answers = anna.ask(f"MODE #garden {change}", "MODE #garden")

    assert lines(answers)[0] == f"{ANNA} MODE #garden -k sesame"
    assert answers[1].params[2:] == ("+nt",)


def test_a_secret_channel_does_not_tell_strangers_how_it_is(chat):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask("MODE #garden +s")

    answers = bert.ask("MODE #garden", "MODE #garden b")

    assert commands(answers) == ["442", "442"]


def test_the_answers_to_a_labelled_mode_stand_in_one_batch(chat):
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)

    answers = anna.ask("@label=1 MODE #garden +zm")

    assert commands(answers) == ["BATCH", "472", "MODE", "BATCH"]
    assert answers[0].tags["label"] == "1"
    assert commands(bert.roundtrip()) == ["MODE"]


def test_a_labelled_mode_with_one_answer_carries_the_label(chat):
    (anna,) = garden(chat, "anna", capabilities=ALL_CAPABILITIES)

    answers = anna.ask("@label=1 MODE #garden +m", "@label=2 MODE #garden +m")

    assert [(each.command, each.tags["label"]) for each in answers] == [
        ("MODE", "1"),
        ("ACK", "2"),
    ]


def test_the_limit_of_one_mode_command_is_told_at_sign_in(chat):
    anna = chat.join("anna")

    tokens = {token for each in anna.ask("VERSION") for token in each.params}

    assert {
        "MODES=20",
        "CHANMODES=beI,k,fl,CMRUimnpstu",
        "PREFIX=(qaohv)~&@%+",
    } <= tokens
