"""MARKREAD: how far one has read.

Specification: https://ircv3.net/specs/extensions/read-marker
"""

import pytest

from tests.server.account_holders import come_as, make_account
from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines

CAPABILITIES = "draft/read-marker"
EARLIER, LATER = "2021-05-20T08:30:00.000Z", "2022-11-11T11:11:11.111Z"
QUICK = {"scram_iterations": 4096}


def marker(client, target="#garden"):
    """Ask for a marker, and give its time."""
    (answer,) = client.ask(f"MARKREAD {target}")
    assert answer.params[0] == target
    return answer.params[1]


def test_nothing_is_known_at_first(chat):
    """https://ircv3.net/specs/extensions/read-marker#markread-client-get-command"""
    anna = chat.join("anna", CAPABILITIES)

    assert lines(anna.ask("MARKREAD #nowhere")) == [
        ":chatapp.local MARKREAD #nowhere *"
    ]


def test_what_was_read_is_told_back(chat):
    """https://ircv3.net/specs/extensions/read-marker#markread-client-set-command"""
    (anna,) = garden(chat, "anna", capabilities=CAPABILITIES)

    answer = anna.ask(f"MARKREAD #garden timestamp={EARLIER}")

    assert lines(answer) == [f":chatapp.local MARKREAD #garden timestamp={EARLIER}"]
    assert marker(anna) == f"timestamp={EARLIER}"


def test_a_marker_goes_forward_only(chat):
    """https://ircv3.net/specs/extensions/read-marker#read-timestamp-notes"""
    (anna,) = garden(chat, "anna", capabilities=CAPABILITIES)
    anna.ask(f"MARKREAD #garden timestamp={LATER}")

    (answer,) = anna.ask(f"MARKREAD #garden timestamp={EARLIER}")

    assert answer.params == ("#garden", f"timestamp={LATER}")
    assert marker(anna) == f"timestamp={LATER}"


def test_nobody_has_read_what_is_still_to_come(chat):
    """https://ircv3.net/specs/extensions/read-marker#implementation-considerations"""
    (anna,) = garden(chat, "anna", capabilities=CAPABILITIES)

    (answer,) = anna.ask("MARKREAD #garden timestamp=2999-01-01T00:00:00.000Z")

    assert answer.params[1] < "timestamp=2999"


def test_it_is_told_to_who_comes_in_before_the_end_of_the_names(chat):
    """https://ircv3.net/specs/extensions/read-marker#command-flows"""
    anna = chat.join("anna", CAPABILITIES)

    joined = anna.ask("JOIN #garden")

    assert commands(joined) == ["JOIN", "MARKREAD", "353", "366"]
    assert joined[1].params == ("#garden", "*")


def test_it_is_known_when_one_comes_back(chat):
    """https://ircv3.net/specs/extensions/read-marker#command-flows"""
    (anna,) = garden(chat, "anna", capabilities=CAPABILITIES)
    anna.ask(f"MARKREAD #garden timestamp={EARLIER}", "PART #garden")

    assert anna.ask("JOIN #garden")[1].params[1] == f"timestamp={EARLIER}"


def test_who_does_not_know_it_is_not_told_at_a_join(chat):
    """https://ircv3.net/specs/extensions/read-marker#command-flows"""
    anna = chat.join("anna")

    assert "MARKREAD" not in commands(anna.ask("JOIN #garden"))


def test_talks_have_markers_too(chat):
    """https://ircv3.net/specs/extensions/read-marker#markread-command"""
    anna = chat.join("anna", CAPABILITIES)

    anna.ask(f"MARKREAD bert timestamp={EARLIER}")

    assert marker(anna, "bert") == f"timestamp={EARLIER}"


def test_others_learn_nothing_of_it(chat):
    """https://ircv3.net/specs/extensions/read-marker#security-considerations"""
    anna, bert = garden(chat, "anna", "bert", capabilities=CAPABILITIES)

    anna.ask(f"MARKREAD #garden timestamp={EARLIER}")

    assert bert.roundtrip() == []
    assert marker(bert) == "*"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("MARKREAD", "NEED_MORE_PARAMS"),
        ("MARKREAD #garden *", "INVALID_PARAMS"),
        ("MARKREAD #garden timestamp=yesterday", "INVALID_PARAMS"),
        ("MARKREAD #garden msgid=1", "INVALID_PARAMS"),
        ("MARKREAD :no channel", "INVALID_PARAMS"),
    ],
)
def test_what_makes_no_sense_is_refused(chat, line, code):
    """https://ircv3.net/specs/extensions/read-marker#errors-and-warnings"""
    anna = chat.join("anna", CAPABILITIES)

    (answer,) = anna.ask(line)

    assert answer.command == "FAIL"
    assert answer.params[:2] == ("MARKREAD", code)


def test_other_clients_of_the_account_hear_it(start_server):
    """https://ircv3.net/specs/extensions/read-marker#command-flows"""
    chat = start_server(accounts=QUICK)
    make_account(chat, "anna")
    one = come_as(chat, "anna", capabilities=CAPABILITIES)
    other = come_as(chat, "anna", capabilities=CAPABILITIES)
    one.roundtrip()

    one.ask(f"MARKREAD #lobby timestamp={EARLIER}")

    assert lines(other.roundtrip()) == [
        f":chatapp.local MARKREAD #lobby timestamp={EARLIER}"
    ]


def test_an_account_reads_on_after_a_restart(start_server):
    """https://ircv3.net/specs/extensions/read-marker#command-flows"""
    chat = start_server(accounts=QUICK)
    make_account(chat, "anna")
    come_as(chat, "anna").ask(f"MARKREAD #lobby timestamp={EARLIER}")
    chat.stop()

    anna = come_as(start_server(accounts=QUICK), "anna")

    assert marker(anna, "#lobby") == f"timestamp={EARLIER}"


def test_a_marker_goes_with_a_channel_that_is_renamed(start_server):
    """https://ircv3.net/specs/extensions/channel-rename#fallback"""
    chat = start_server(accounts=QUICK)
    make_account(chat, "anna")
    anna = come_as(chat, "anna", capabilities=CAPABILITIES)
    anna.ask("JOIN #garden", f"MARKREAD #garden timestamp={EARLIER}")

    told = anna.ask("RENAME #garden #orchard")

    assert commands(told) == ["PART", "JOIN", "MARKREAD", "353", "366"]
    assert told[2].params == ("#orchard", f"timestamp={EARLIER}")
    chat.stop()
    anna = come_as(start_server(accounts=QUICK), "anna")
    assert marker(anna, "#orchard") == f"timestamp={EARLIER}"
    assert marker(anna, "#garden") == "*"
