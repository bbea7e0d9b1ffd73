"""KICK and INVITE.

Specification: https://modern.ircdocs.horse/#kick-message and #invite-message
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

ANNA = ":anna!anna@127.0.0.1"


def test_a_kick_is_heard_by_all_and_puts_its_target_out(chat):
    anna, bert, carl = garden(chat, "anna", "bert", "carl")

    answers = anna.ask("KICK #garden bert :too loud")

    heard = [f"{ANNA} KICK #garden bert :too loud"]
    assert lines(answers) == heard
    assert lines(bert.roundtrip()) == heard
    assert lines(carl.roundtrip()) == heard
    assert commands(bert.ask("PRIVMSG #garden :what?")) == ["404"]


def test_a_kick_without_a_reason_names_who_did_it(chat):
    anna, bert = garden(chat, "anna", "bert")

    anna.ask("KICK #garden bert", "KICK #garden anna :")

    assert lines(bert.roundtrip()) == [f"{ANNA} KICK #garden bert anna"]


def test_a_long_reason_is_cut(start_server):
    chat = start_server(limits={"kick_length": 5})
    anna, bert = garden(chat, "anna", "bert")

    anna.ask("KICK #garden bert :abcdefgh")

    assert bert.roundtrip()[0].trailing == "abcde"


def test_several_users_are_put_out_with_one_command(chat):
    anna, bert, carl = garden(chat, "anna", "bert", "carl")

    answers = anna.ask("KICK #garden bert,carl :good night")

    assert [each.params[1] for each in answers] == ["bert", "carl"]
    assert len(bert.roundtrip()) == 1
    assert len(carl.roundtrip()) == 2


def test_channels_and_users_are_taken_in_pairs(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("JOIN #shed")
    bert.ask("JOIN #shed")
    anna.roundtrip()

    answers = anna.ask("KICK #garden,#shed bert,bert")

    assert [each.params[:2] for each in answers] == [
        ("#garden", "bert"),
        ("#shed", "bert"),
    ]


@pytest.mark.parametrize(
    ("line", "numeric"),
    [
        ("KICK #garden", "461"),
        ("KICK #garden,#shed bert", "461"),
        ("KICK #nowhere bert", "403"),
        ("KICK #garden nobody", "401"),
        ("KICK #garden carl", "441"),
        ("KICK #garden a,b,c,d,e,f,g,h,i,j,k", "407"),
    ],
)
def test_a_kick_that_cannot_be_done_is_refused(chat, line, numeric):
    chat.join("carl")
    (anna,) = garden(chat, "anna")

    assert commands(anna.ask(line)) == [numeric]


def test_only_an_operator_of_the_channel_kicks(chat):
    anna, bert = garden(chat, "anna", "bert")
    carl = chat.join("carl")

    assert commands(bert.ask("KICK #garden anna"))[-1] == "482"
    assert commands(carl.ask("KICK #garden anna")) == ["442"]
    assert anna.roundtrip()[-1].command != "KICK"


def test_who_was_kicked_can_come_back(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("KICK #garden bert")

    answers = bert.ask("JOIN #garden")

    assert commands(answers) == ["KICK", "JOIN", "353", "366"]


def test_a_channel_whose_last_member_kicks_himself_is_new_to_who_comes(chat):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask("MODE #garden +s", "KICK #garden anna")

    answers = bert.ask("JOIN #garden", "MODE #garden")

    assert answers[1].trailing == "@bert"
    assert answers[3].params[2] == "+nt"


def test_a_labelled_kick_of_two_stands_in_a_batch(chat):
    anna, bert, _carl = garden(
        chat, "anna", "bert", "carl", capabilities=ALL_CAPABILITIES
    )

    answers = anna.ask("@label=1 KICK #garden bert,carl")

    assert commands(answers) == ["BATCH", "KICK", "KICK", "BATCH"]
    assert "label" not in bert.roundtrip()[0].tags


def test_an_invitation_is_told_to_who_is_invited_alone(chat):
    anna, bert = garden(chat, "anna", "bert")
    carl = chat.join("carl")
    bert.roundtrip()
    anna.roundtrip()

    answers = anna.ask("INVITE CARL #Garden")

    assert lines(answers) == [":chatapp.local 341 anna carl #garden"]
    assert lines(carl.roundtrip()) == [f"{ANNA} INVITE carl #garden"]
    assert bert.roundtrip() == []


def test_who_is_away_says_so_to_who_invites_him(chat):
    (anna,) = garden(chat, "anna")
    chat.join("bert").ask("AWAY :at lunch")
    anna.roundtrip()

    answers = anna.ask("INVITE bert #garden")

    assert lines(answers)[1:] == [":chatapp.local 301 anna bert :at lunch"]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("INVITE bert", "461 anna INVITE"),
        ("INVITE nobody #garden", "401 anna nobody"),
        ("INVITE carl #nowhere", "403 anna #nowhere"),
        ("INVITE carl #shed", "442 anna #shed"),
        ("INVITE bert #garden", "443 anna bert #garden"),
    ],
)
def test_an_invitation_that_cannot_be_made_is_refused(chat, line, answer):
    anna, _bert = garden(chat, "anna", "bert")
    chat.join("carl").ask("JOIN #shed")
    anna.roundtrip()

    answers = anna.ask(line)

    assert [line.rpartition(" :")[0] for line in lines(answers)] == [
        f":chatapp.local {answer}"
    ]


def test_every_member_invites_until_the_channel_is_for_the_invited_only(chat):
    anna, bert = garden(chat, "anna", "bert")
    chat.join("carl")
    bert.roundtrip()

    before = bert.ask("INVITE carl #garden")
    anna.ask("MODE #garden +i")
    after = bert.ask("INVITE carl #garden")

    assert commands(before) == ["341"]
    assert commands(after) == ["MODE", "482"]


def test_ones_invitations_are_listed_until_they_are_used(chat):
    (anna,) = garden(chat, "anna")
    anna.ask("JOIN #shed")
    bert = chat.join("bert")
    anna.ask("INVITE bert #garden", "INVITE bert #shed")
    bert.roundtrip()

    before = bert.ask("INVITE")
    bert.ask("JOIN #garden")
    after = bert.ask("INVITE")

    assert lines(before) == [
        ":chatapp.local 336 bert #garden",
        ":chatapp.local 336 bert #shed",
        ":chatapp.local 337 bert :End of the list of invitations.",
    ]
    assert lines(after)[0] == ":chatapp.local 336 bert #shed"


def test_an_invitation_ends_with_its_channel(chat):
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask("INVITE bert #garden", "PART #garden", "JOIN #garden")
    anna.ask("MODE #garden +i")
    bert.roundtrip()

    assert commands(bert.ask("INVITE", "JOIN #garden")) == ["337", "473"]
