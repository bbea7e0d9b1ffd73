"""What the server tells of itself: INFO, ADMIN, LINKS, STATS and HELP.

Specification: https://modern.ircdocs.horse/#server-queries-and-commands
"""

import pytest

from server.clock import Clock
from server.commands.families import commands as table
from server.commands.usages import USAGES
from server.world.channel_modes import CHANNEL_MODES
from server.world.user import USER_MODES
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines
from tests.server.specifications.wall import Wall


def test_the_program_is_described(chat):
    """https://modern.ircdocs.horse/#info-message"""
    answers = chat.join("anna").ask("INFO")

    assert set(commands(answers[:-1])) == {"371"}
    assert lines(answers)[-1] == ":chatapp.local 374 anna :End of INFO."


def test_who_is_responsible_is_told_in_four_lines(chat):
    """https://modern.ircdocs.horse/#admin-message"""
    assert commands(chat.join("anna").ask("ADMIN")) == ["256", "257", "258", "259"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("", "*"),
        (" *", "*"),
        (" *.local", "*.local"),
        (" chatapp.local *.local", "*.local"),
    ],
)
def test_the_only_server_links_to_itself(chat, asked, told):
    """https://modern.ircdocs.horse/#links-message"""
    assert lines(chat.join("anna").ask(f"LINKS{asked}")) == [
        ":chatapp.local 364 anna chatapp.local chatapp.local :0 A chatapp server",
        f":chatapp.local 365 anna {told} :End of LINKS.",
    ]


def test_a_mask_that_fits_no_server_finds_no_link(chat):
    """https://modern.ircdocs.horse/#links-message"""
    assert commands(chat.join("anna").ask("LINKS *.example")) == ["365"]


def test_how_long_the_server_is_up_is_told(start_server):
    """https://modern.ircdocs.horse/#rplstatsuptime-242"""
    wall = Wall()
    chat = start_server(clock=Clock(wall=wall))
    wall.seconds += 93_784

    assert lines(chat.join("anna").ask("STATS u")) == [
        ":chatapp.local 242 anna :Server Up 1 days 2:03:04",
        ":chatapp.local 219 anna u :End of STATS.",
    ]


def test_statistics_that_there_are_none_of_end_at_once(chat):
    """https://modern.ircdocs.horse/#stats-message"""
    assert commands(chat.join("anna").ask("STATS z")) == ["219"]


@pytest.mark.parametrize("command", ["INFO", "ADMIN", "STATS u", "LINKS"])
def test_another_server_is_not_known(chat, command):
    """https://modern.ircdocs.horse/#errnosuchserver-402"""
    line = f"{command} elsewhere.example" + (" *" if command == "LINKS" else "")

    assert commands(chat.join("anna").ask(line)) == ["402"]


@pytest.mark.parametrize("command", ["HELP", "HELPOP"])
def test_help_lists_every_command(chat, command):
    """https://modern.ircdocs.horse/#help-message"""
    first, *middle, last = chat.join("anna").ask(command)

    words = {word for each in middle for word in each.trailing.split()}
    assert (first.command, last.command) == ("704", "706")
    assert {handler.command for handler in table} <= words


@pytest.mark.parametrize("subject", ["PRIVMSG", "privmsg"])
def test_help_tells_what_a_command_does(chat, subject):
    """https://modern.ircdocs.horse/#rplhelptxt-705"""
    assert lines(chat.join("anna").ask(f"HELP {subject}")) == [
        ":chatapp.local 704 anna PRIVMSG :What PRIVMSG does:",
        ":chatapp.local 705 anna PRIVMSG :Say something in channels or to users.",
        ":chatapp.local 705 anna PRIVMSG :Write: PRIVMSG <target>[,…] <text>",
        ":chatapp.local 706 anna PRIVMSG :End of HELP.",
    ]


def test_help_tells_who_may_use_a_command_and_when(chat):
    """https://modern.ircdocs.horse/#rplhelptxt-705"""
    anna = chat.join("anna")

    told = [each.trailing for each in anna.ask("HELP KILL", "HELP CAP")]

    assert "Only operators of this server may use it." in told
    assert "It works before you have signed in, too." in told


@pytest.mark.parametrize(
    ("subject", "letters"),
    [("CMODES", CHANNEL_MODES.letters), ("umodes", USER_MODES.letters)],
)
def test_help_tells_what_every_mode_means(chat, subject, letters):
    """https://modern.ircdocs.horse/#help-message"""
    _, *middle, _ = chat.join("anna").ask(f"HELP {subject}")

    explained = [each.trailing[0] for each in middle]
    assert sorted(explained) == sorted(letters)


def test_help_knows_how_every_command_is_written():
    """https://modern.ircdocs.horse/#help-message"""
    assert USAGES.keys() == {handler.command for handler in table}


def test_help_on_what_is_not_known_says_so(chat):
    """https://modern.ircdocs.horse/#errhelpnotfound-524"""
    assert lines(chat.join("anna").ask("HELP dancing")) == [
        (
            ":chatapp.local 524 anna DANCING "
            ":There is no help on this. HELP alone lists the commands."
        )
    ]


@pytest.mark.parametrize("command", ["HELP JOIN", "INFO", "ADMIN", "LINKS", "STATS u"])
def test_a_labelled_question_is_answered_in_one_batch(chat, command):
    """https://ircv3.net/specs/extensions/labeled-response"""
    answers = chat.join("anna", ALL_CAPABILITIES).ask(f"@label=7 {command}")

    assert answers[0].tags["label"] == "7"
    assert answers[0].params[1] == "labeled-response"
    assert answers[-1].command == "BATCH"
