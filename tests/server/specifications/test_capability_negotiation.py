"""CAP: which extensions a client and the server speak with each other.

Specification: https://ircv3.net/specs/extensions/capability-negotiation
"""

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, commands


def test_a_capability_negotiation_holds_sign_in_back(chat):
    """https://ircv3.net/specs/extensions/capability-negotiation#the-cap-ls-subcommand"""
    client = chat.connect()

    before = client.ask("CAP LS 302", "NICK anna", "USER anna 0 * :Anna")
    after = client.ask("CAP END")

    assert set(commands(before)) == {"CAP"}
    assert "001" in commands(after)


def test_all_offered_capabilities_can_be_asked_for(chat):
    """https://ircv3.net/specs/extensions/capability-negotiation#the-cap-req-subcommand"""
    client = chat.connect()

    answers = client.ask("CAP LS 302", f"CAP REQ :{ALL_CAPABILITIES}", "CAP LIST")

    assert answers[-2].params == ("*", "ACK", ALL_CAPABILITIES)
    assert set(ALL_CAPABILITIES.split()) <= set(answers[-1].trailing.split())


@pytest.mark.parametrize("line", ["CAP LS", "CAP LS 301"])
def test_an_old_client_is_told_all_standards_in_one_line(chat, line):
    """https://ircv3.net/specs/extensions/capability-negotiation#multiline-replies-to-cap-ls-and-cap-list"""
    (answer,) = chat.connect().ask(line)

    standards = {name for name in ALL_CAPABILITIES.split() if "/" not in name}
    assert standards <= set(answer.trailing.split())
    assert "=" not in answer.trailing


def test_a_request_with_one_unknown_capability_changes_nothing(chat):
    """https://ircv3.net/specs/extensions/capability-negotiation#the-cap-req-subcommand"""
    client = chat.connect()

    answers = client.ask("CAP REQ :echo-message x-unknown", "CAP LIST")

    assert answers[0].params == ("*", "NAK", "echo-message x-unknown")
    assert answers[1].params == ("*", "LIST", "")


def test_a_capability_can_be_given_back(chat):
    """https://ircv3.net/specs/extensions/capability-negotiation#the-cap-req-subcommand"""
    client = chat.connect()

    answers = client.ask("CAP REQ echo-message", "CAP REQ -echo-message", "CAP LIST")

    assert answers[2].params == ("*", "LIST", "")


def test_cap_notify_comes_with_version_302_and_cannot_be_given_back(chat):
    """https://ircv3.net/specs/extensions/capability-negotiation#the-cap-req-subcommand"""
    client = chat.connect()

    answers = client.ask("CAP LS 302", "CAP REQ -cap-notify", "CAP LIST")

    assert answers[-2].params[1] == "NAK"
    assert answers[-1].trailing == "cap-notify"


def test_an_unknown_cap_command_is_refused(chat):
    """https://ircv3.net/specs/extensions/capability-negotiation#the-cap-command"""
    assert commands(chat.connect().ask("CAP DANCE")) == ["410"]
