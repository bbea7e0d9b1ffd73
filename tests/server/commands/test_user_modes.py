"""MODE for users. Specification: https://modern.ircdocs.horse/#user-mode"""

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
