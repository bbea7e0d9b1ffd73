"""MOTD, LUSERS, VERSION and TIME.

Specification: https://modern.ircdocs.horse/#server-queries-and-commands
"""

import pytest

from server.clock import Clock
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

NOON = 1_800_000_000


def test_the_program_and_what_it_supports_is_told(start_server):
    chat = start_server(server={"description": "In the kitchen"})
    anna = chat.join("anna")

    answers = anna.ask("VERSION")

    assert commands(answers)[:2] == ["351", "005"]
    assert answers[0].params[1].startswith("chatapp")
    assert answers[0].params[2:] == ("chatapp.local", "In the kitchen")


def test_the_time_is_told_for_programs_and_for_people(start_server):
    chat = start_server(clock=Clock(wall=lambda: NOON))
    anna = chat.join("anna")

    assert lines(anna.ask("TIME")) == [
        (
            f":chatapp.local 391 anna chatapp.local {NOON} 0 "
            ":Friday, 15 January 2027, 08:00:00 UTC"
        )
    ]


@pytest.mark.parametrize("command", ["MOTD", "VERSION", "TIME"])
def test_another_server_is_not_known(chat, command):
    anna = chat.join("anna")

    answers = anna.ask(f"{command} elsewhere.example")

    assert lines(answers) == [
        ":chatapp.local 402 anna elsewhere.example :There is no such server here."
    ]


@pytest.mark.parametrize("target", ["chatapp.local", "CHATAPP.*", "anna"])
def test_this_server_can_be_named(chat, target):
    anna = chat.join("anna")

    assert commands(anna.ask(f"TIME {target}")) == ["391"]


def test_a_long_line_of_the_message_of_the_day_is_parted(start_server):
    chat = start_server(server={"motd": f"{'word ' * 100}\n\nThe end."})
    anna = chat.join("anna")

    answers = anna.ask("MOTD")

    assert commands(answers) == ["375", "372", "372", "372", "372", "376"]
    assert answers[-2].trailing == "- The end."
    assert max(len(each.render().encode()) for each in answers) <= 510


def test_no_message_of_the_day_is_said_so(chat):
    anna = chat.join("anna")

    assert lines(anna.ask("MOTD")) == [
        ":chatapp.local 422 anna :There is no message of the day."
    ]


def test_lusers_counts_users_who_waits_and_channels(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    bert.ask("MODE bert +i", "JOIN #garden")
    chat.connect().ask("NICK nobody")
    chat.join("carl").send("QUIT")
    anna.read_until("QUIT")

    assert lines(anna.ask("LUSERS")) == [
        ":chatapp.local 251 anna :There is 1 user and 1 invisible on 1 server.",
        ":chatapp.local 252 anna 0 :operators are here",
        ":chatapp.local 253 anna 1 :connection has not signed in yet",
        ":chatapp.local 254 anna 2 :channels are open",
        ":chatapp.local 255 anna :I have 2 clients and 0 servers.",
        ":chatapp.local 265 anna 2 3 :2 users are here; 3 was the most.",
        ":chatapp.local 266 anna 2 3 :2 users are on the network; 3 was the most.",
    ]


def test_who_was_invisible_and_left_is_no_longer_counted(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    bert.ask("MODE bert +i")
    bert.send("QUIT")
    anna.read_until("QUIT")

    answers = anna.ask("LUSERS")

    assert answers[0].trailing == "There is 1 user and 0 invisible on 1 server."


def test_lusers_counts_one_as_one(chat):
    anna = chat.join("anna")

    assert [each.trailing for each in anna.ask("LUSERS")] == [
        "There is 1 user and 0 invisible on 1 server.",
        "operators are here",
        "connections have not signed in yet",
        "channel is open",
        "I have 1 client and 0 servers.",
        "1 user is here; 1 was the most.",
        "1 user is on the network; 1 was the most.",
    ]


def test_labelled_answers_stand_in_one_batch(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=1 LUSERS", "@label=2 TIME")

    assert commands(answers)[0] == "BATCH"
    assert [each.command for each in answers if "label" in each.tags] == [
        "BATCH",
        "391",
    ]


def test_how_many_targets_commands_take_is_told(chat):
    anna = chat.join("anna")

    tokens = {token for each in anna.ask("VERSION") for token in each.params}
    limits = next(token for token in tokens if token.startswith("TARGMAX="))

    assert {"KICKLEN=390", "MAXLIST=b:100,e:100,I:100"} <= tokens
    assert {"KICK:10", "WHOIS:10", "PRIVMSG:10", "JOIN:", "NAMES:"} <= {
        *limits.removeprefix("TARGMAX=").split(",")
    }
