"""WHOIS. Specification: https://modern.ircdocs.horse/#whois-message"""

import pytest

from server.clock import Clock
from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

NOON = 1_800_000_000


def channels(messages):
    told = (each.trailing for each in messages if each.command == "319")
    return " ".join(told).split()


def test_what_is_known_of_a_user_is_told(start_server):
    chat = start_server(
        clock=Clock(wall=lambda: NOON), server={"description": "In the kitchen"}
    )
    garden(chat, "bert")
    anna = chat.join("anna")

    assert lines(anna.ask("WHOIS BERT")) == [
        ":chatapp.local 311 anna bert bert 127.0.0.1 * :The real bert",
        ":chatapp.local 319 anna bert :#lobby @#garden",
        ":chatapp.local 312 anna bert chatapp.local :In the kitchen",
        f":chatapp.local 317 anna bert 0 {NOON} :seconds idle, time of sign-in",
        ":chatapp.local 318 anna BERT :End of WHOIS.",
    ]


def test_who_asks_about_himself_is_told_his_address_too(chat):
    anna = chat.join("anna")

    answers = anna.ask("WHOIS anna")

    assert (
        ":chatapp.local 338 anna anna 127.0.0.1 :connects from this address"
        in lines(answers)
    )


def test_who_is_away_is_told_with_his_message(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    bert.ask("AWAY :at lunch")

    assert ":chatapp.local 301 anna bert :at lunch" in lines(anna.ask("WHOIS bert"))


def test_idle_time_is_counted_from_the_last_message(start_server):
    now = [NOON]
    chat = start_server(clock=Clock(wall=lambda: now[0]))
    anna = chat.join("anna")
    now[0] += 10
    anna.ask("PRIVMSG #lobby :hello")
    now[0] += 5

    answers = anna.ask("PING x", "WHOIS anna")
    idle = next(each for each in answers if each.command == "317")

    assert idle.params[2:4] == ("5", str(NOON))


def test_several_users_are_told_with_one_end(chat):
    anna = chat.join("anna")
    chat.join("bert")
    anna.roundtrip()

    answers = anna.ask("WHOIS anna,nobody,bert,anna")

    assert [each.params[1] for each in answers if each.command == "311"] == [
        "anna",
        "bert",
    ]
    assert commands(answers).count("401") == 1
    assert answers[-1].params[:2] == ("anna", "anna,nobody,bert,anna")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("WHOIS", ["431"]),
        ("WHOIS :", ["431"]),
        ("WHOIS nobody", ["401", "318"]),
        ("WHOIS elsewhere.example anna", ["402"]),
        ("WHOIS a,b,c,d,e,f,g,h,i,j,k", ["407"]),
    ],
)
def test_what_cannot_be_told_is_refused(chat, line, expected):
    anna = chat.join("anna")

    assert commands(anna.ask(line)) == expected


@pytest.mark.parametrize("server", ["chatapp.local", "*.local", "anna"])
def test_the_server_of_a_user_can_be_named(chat, server):
    anna = chat.join("anna")

    assert commands(anna.ask(f"WHOIS {server} anna"))[-1] == "318"


def test_a_secret_channel_is_told_to_its_members_only(chat):
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +s")
    carl = chat.join("carl")

    assert channels(bert.ask("WHOIS anna")) == ["#lobby", "@#garden"]
    assert channels(anna.ask("WHOIS anna")) == ["#lobby", "@#garden"]
    assert channels(carl.ask("WHOIS anna")) == ["#lobby"]


def test_of_who_is_invisible_only_shared_channels_are_told(chat):
    anna, bert = garden(chat, "anna", "bert")
    bert.ask("MODE bert +i")
    carl = chat.join("carl")

    assert channels(anna.ask("WHOIS bert")) == ["#lobby", "#garden"]
    assert channels(carl.ask("WHOIS bert")) == ["#lobby"]


def test_who_is_in_no_channel_has_no_line_of_channels(chat):
    anna = chat.join("anna")

    answers = anna.ask("PART #lobby", "WHOIS anna")

    assert "319" not in commands(answers)


def test_many_channels_take_several_lines(chat):
    anna = chat.join("anna")
    names = [f"#{'x' * 50}{number}" for number in range(10, 20)]
    anna.ask(*(f"JOIN {name}" for name in names))

    answers = anna.ask("WHOIS anna")

    assert commands(answers).count("319") == 2
    assert channels(answers) == ["#lobby", *(f"@{name}" for name in names)]


def test_a_labelled_whois_stands_in_one_batch(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=1 WHOIS anna")

    assert commands(answers)[0] == "BATCH"
    assert commands(answers)[-2:] == ["318", "BATCH"]
