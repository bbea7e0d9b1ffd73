"""irssi, in a terminal, joins, talks, reads what was said and shows who is there."""

import pytest

from tests.server.account_holders import PASSWORD, make_account
from tests.server.raw_client import lines

pytestmark = pytest.mark.interop

AT_ONCE = 'settings = { "irc/core" = { cmd_queue_speed = "1msec"; }; };'
"""What is typed is sent at once, not a line every two seconds."""


@pytest.fixture
def configuration(tmp_path):
    """Give the file of settings that irssi reads."""
    file = tmp_path / "irssi.conf"
    file.write_text(AT_ONCE)
    return f"--config={file}"


@pytest.fixture
def irssi(chat, open_terminal, configuration):
    """Give irssi with #lobby in front."""

    def start(nick):
        where = ("--connect=127.0.0.1", f"--port={chat.server.port}")
        home = ("--home=irssi", configuration, f"--nick={nick}")
        terminal = open_terminal(nick, "irssi", *home, *where)
        assert terminal.shows("[Act: 2")
        terminal.type("/window goto 2")
        assert terminal.shows("[#lobby]")
        return terminal

    return start


def test_it_joins_and_shows_who_is_there(chat, irssi):
    chat.join("anna")

    ira = irssi("ira")

    assert ira.shows("[Users #lobby]", "[ anna] [ ira]")


def test_it_hears_and_is_heard(chat, irssi):
    anna, ira = chat.join("anna"), irssi("ira")
    anna.read_until("JOIN")

    ira.type("good morning, Änna ☀")
    heard = anna.read_until("PRIVMSG")[-1]
    anna.send("PRIVMSG #lobby :good morning, Ira ☀", "PRIVMSG ira :psst")

    assert heard.trailing == "good morning, Änna ☀"
    assert ira.shows("anna> good morning, Ira ☀")
    ira.type("/query anna")
    assert ira.shows("anna> psst")


def test_it_reads_what_was_said_before(chat, irssi):
    chat.join("anna").ask("PRIVMSG #lobby :who comes later reads this")

    assert irssi("ira").shows("anna> who comes later reads this")


def test_it_makes_a_room_and_rules_it(chat, irssi):
    bert, ira = chat.join("bert"), irssi("ira")
    ira.type("/join #garden")
    assert ira.shows("[Users #garden]")
    bert.ask("JOIN #garden")

    ira.type("/topic roses")
    ira.type("/voice bert")
    ira.type("/kick bert too loud")

    told = lines(bert.read_until("KICK"))
    assert [each.partition(" ")[2] for each in told] == [
        "TOPIC #garden roses",
        "MODE #garden +v bert",
        "KICK #garden bert :too loud",
    ]
    assert ira.shows("bert was kicked from #garden by ira")


def test_it_sees_others_come_change_and_go(chat, irssi):
    ira = irssi("ira")

    anna = chat.join("anna")
    anna.send("NICK änne", "QUIT :good night")

    assert ira.shows(
        "anna [anna@127.0.0.1] has joined #lobby",
        "anna is now known as änne",
        "änne [anna@127.0.0.1] has quit [Quit: good night]",
    )


def test_it_comes_with_tls_and_signs_in(chat, open_terminal, configuration):
    make_account(chat, "Ira")
    bert = chat.join("bert")
    ira = open_terminal("ira", "irssi", configuration, "--nick=Ira")
    assert ira.shows("irssi.org")

    ira.type(
        "/network add -sasl_mechanism PLAIN -sasl_username Ira "
        f"-sasl_password '{PASSWORD}' chat"
    )
    ira.type(
        f"/server add -tls -notls_verify -network chat 127.0.0.1 {chat.server.port}"
    )
    ira.type("/connect chat")
    bert.read_until("JOIN")

    told = {each.command for each in bert.ask("WHOIS Ira")}
    assert {"330", "671"} <= told
