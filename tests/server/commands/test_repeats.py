"""A message that is repeated when the server no longer remembers the first one."""

import sqlite3

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, commands
from tests.server.running import RunningServer

LATER = "2100-01-01T00:00:00.000Z"


@pytest.fixture
def forgetful(chat, mocker) -> RunningServer:
    """A server that remembers no message at all."""
    world = chat.world
    mocker.patch.object(world.recent, "_limit", 0)
    return chat


@pytest.fixture
def anna(forgetful):
    return forgetful.join("anna", ALL_CAPABILITIES)


def test_who_says_that_it_is_a_repeat_hears_the_first_one(forgetful, anna):
    bert = forgetful.join("bert")
    anna.roundtrip()
    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    bert.roundtrip()

    again = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #lobby :hello")

    assert again == first
    assert bert.roundtrip() == []


def test_what_a_guest_said_is_known_again_from_the_account_he_has_now(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    anna.send("REGISTER * * :correct horse")
    anna.read_until("900")

    again = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")

    assert again == first


def test_what_a_guest_said_is_found_in_the_history_for_his_account(forgetful, anna):
    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    anna.send("REGISTER * * :correct horse")
    anna.read_until("900")

    again = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #lobby :hello")

    assert again == first


def test_without_that_word_a_forgotten_message_is_a_new_one(anna):
    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")

    again = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")

    assert again[0].tags["msgid"] != first[0].tags["msgid"]


def test_what_was_not_there_is_sent_and_nobody_reads_the_word(forgetful, anna):
    bert = forgetful.join("bert", ALL_CAPABILITIES)
    anna.roundtrip()

    echo = anna.ask("@label=L;+chatapp/id=7;+chatapp/again PRIVMSG #lobby :hello")
    heard = bert.roundtrip()

    assert echo[0].tags["label"] == "L"
    assert commands(heard) == ["PRIVMSG"]
    assert {"+chatapp/id", "msgid", "time"} == set(heard[0].tags)


def test_only_what_came_after_a_time_is_looked_through(anna):
    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    time = first[0].tags["time"]

    same = anna.ask(f"@+chatapp/id=7;+chatapp/again={time} PRIVMSG #lobby :hello")
    other = anna.ask(f"@+chatapp/id=7;+chatapp/again={LATER} PRIVMSG #lobby :hello")

    assert same == first
    assert other[0].tags["msgid"] != first[0].tags["msgid"]


def test_it_is_found_behind_many_others(anna, mocker):
    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    anna.ask(*["@+chatapp/id=8 PRIVMSG #lobby :more"] * 4500)

    again = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #lobby :hello")

    assert again == first


def test_the_same_id_of_another_is_another_message(forgetful, anna):
    bert = forgetful.join("bert", ALL_CAPABILITIES)
    first = bert.ask("@+chatapp/id=7 PRIVMSG #lobby :mine")
    anna.roundtrip()

    other = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #lobby :mine")

    assert other[0].tags["msgid"] != first[0].tags["msgid"]
    assert other[0].source.startswith("anna!")


def test_a_repeat_over_a_restart_is_known_however_long_ago_it_was(start_server):
    first_server = start_server()
    anna = first_server.join("anna", ALL_CAPABILITIES)
    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    first_server.stop()
    second = start_server()
    second.world.recent._messages.clear()

    anna = second.join("anna", ALL_CAPABILITIES)
    again = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #lobby :hello")

    assert again == first


def test_what_was_said_in_a_room_that_ended_is_not_the_first_one(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    anna.ask("JOIN #garden")
    first = anna.ask("@+chatapp/id=7 PRIVMSG #garden :hello")
    anna.ask("PART #garden", "JOIN #garden")

    again = anna.ask("@+chatapp/id=7 PRIVMSG #garden :hello")

    assert again[0].tags["msgid"] != first[0].tags["msgid"]


def test_a_repeat_to_whom_one_may_not_write_is_refused(forgetful, anna):
    answers = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #nowhere :hello")

    assert commands(answers) == ["403"]


@pytest.mark.parametrize("targets", ["#nowhere", "nobody", "#lobby,anna"])
def test_a_notice_that_is_repeated_is_not_answered_by_an_error(anna, targets):
    answers = anna.ask(f"@+chatapp/id=7;+chatapp/again NOTICE {targets} :hello")

    assert answers == []


def test_a_repeated_notice_whose_sender_may_not_speak_any_more_is_not_answered(
    forgetful, anna
):
    forgetful.join("bert").ask("JOIN #garden", "MODE #garden +n")
    anna.roundtrip()

    notice = anna.ask("@+chatapp/id=7;+chatapp/again NOTICE #garden :hello")
    message = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #garden :hello")

    assert notice == []
    assert commands(message) == ["404"]


def test_a_repeated_notice_for_which_the_history_cannot_be_read_is_not_answered(
    forgetful, anna, mocker
):
    broken = sqlite3.OperationalError("broken")
    mocker.patch.object(forgetful.reader, "find", side_effect=broken)

    notice = anna.ask("@+chatapp/id=7;+chatapp/again NOTICE #lobby :hello")
    message = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #lobby :hello")

    assert notice == []
    assert commands(message) == ["FAIL"]


def test_a_repeat_is_for_one_target(anna):
    answers = anna.ask("@+chatapp/id=7;+chatapp/again PRIVMSG #lobby,anna :hello")

    assert commands(answers) == ["407", "407"]
