"""MODE for users. Specification: https://modern.ircdocs.horse/#user-mode"""

import pytest

from tests.server.raw_client import commands, lines

ANNA = ":anna!anna@127.0.0.1"


def test_ones_own_modes_can_be_read_and_changed(chat):
    anna = chat.join("anna")

    answers = anna.ask("MODE anna", "MODE ANNA +i", "MODE anna", "MODE anna -i")

    assert lines(answers) == [
        ":chatapp.local 221 anna +",
        f"{ANNA} MODE anna +i",
        ":chatapp.local 221 anna +i",
        f"{ANNA} MODE anna -i",
    ]


def test_a_user_mode_that_is_there_already_is_not_told(chat):
    anna = chat.join("anna")

    assert commands(anna.ask("MODE anna +i", "MODE anna +i")) == ["MODE"]


def test_nobody_makes_himself_an_operator_of_the_server(chat):
    anna = chat.join("anna")

    answers = anna.ask("MODE anna +io", "MODE anna")

    assert lines(answers) == [
        f"{ANNA} MODE anna +i",
        ":chatapp.local 481 anna :Only an operator of this server may do that.",
        ":chatapp.local 221 anna +i",
    ]


def test_an_unknown_user_mode_is_refused_and_the_known_are_taken(chat):
    anna = chat.join("anna")

    answers = anna.ask("MODE anna +zyi")

    assert commands(answers) == ["MODE", "501"]


def test_the_modes_of_others_are_not_ones_business(chat):
    anna = chat.join("anna")
    chat.join("bert")
    anna.roundtrip()

    assert commands(anna.ask("MODE bert", "MODE bert +i")) == ["502", "502"]


def test_everybody_can_begin_with_modes(start_server):
    chat = start_server(accounts={"default_user_modes": "+i"})
    client = chat.connect()
    client.send("NICK anna", "USER anna 0 * :Anna")

    answers = client.read_until("JOIN")

    assert lines(answers)[-2:] == [
        ":anna!anna@127.0.0.1 MODE anna +i",
        ":anna!anna@127.0.0.1 JOIN #lobby",
    ]
    assert "0 users and 1 invisible" in client.ask("LUSERS")[-7].trailing


@pytest.mark.parametrize("letter", ["o", "r", "s"])
def test_what_only_the_server_gives_is_refused(chat, letter):
    anna = chat.join("anna")

    assert commands(anna.ask(f"MODE anna +{letter}")) == ["481"]
    assert anna.ask("MODE anna")[0].params[1] == "+"
