"""WeeChat, in a terminal, joins, talks, reads what was said and shows who is there."""

import pytest

from tests.server.account_holders import PASSWORD, make_account
from tests.server.raw_client import lines

pytestmark = pytest.mark.interop

CAPABILITIES = "account-notify,away-notify,batch,echo-message,message-tags,server-time"


@pytest.fixture
def weechat(chat, open_terminal):
    """Give WeeChat with #lobby in front."""

    def start(nick, *more_orders):
        orders = (
            "/set weechat.look.paste_max_lines -1",
            f"/set irc.server_default.capabilities {CAPABILITIES}",
            f"/server add chat 127.0.0.1/{chat.server.port} -notls -nicks={nick}",
            *more_orders,
            "/connect chat",
        )
        runs = [word for order in orders for word in ("--run-command", order)]
        terminal = open_terminal(nick, "weechat", "--dir", "weechat", *runs)
        assert terminal.shows("2.  #lobby")
        terminal.type("/buffer #lobby")
        assert terminal.shows("2:#lobby")
        return terminal

    return start


def test_it_joins_and_shows_who_is_there(chat, weechat):
    chat.join("anna")

    wendy = weechat("wendy")

    assert wendy.shows("2:#lobby(+nt){2}", "│ anna", "│ wendy")


def test_it_hears_and_is_heard(chat, weechat):
    anna, wendy = chat.join("anna"), weechat("wendy")
    anna.read_until("JOIN")

    wendy.type("good morning, Änna ☀")
    heard = anna.read_until("PRIVMSG")[-1]
    anna.send("PRIVMSG #lobby :good morning, Wendy ☀", "PRIVMSG wendy :psst")

    assert heard.trailing == "good morning, Änna ☀"
    assert wendy.shows("wendy | good morning, Änna ☀", "anna | good morning, Wendy ☀")
    wendy.type("/buffer anna")
    assert wendy.shows("anna | psst")


def test_it_reads_what_was_said_before_with_its_time(chat, weechat):
    chat.join("anna").ask("PRIVMSG #lobby :who comes later reads this")

    assert weechat("wendy").shows("anna | who comes later reads this")


def test_it_makes_a_room_and_rules_it(chat, weechat):
    bert, wendy = chat.join("bert"), weechat("wendy")
    wendy.type("/join #garden")
    assert wendy.shows("3:#garden")
    bert.ask("JOIN #garden")

    wendy.type("/topic roses")
    wendy.type("/voice bert")
    wendy.type("/kick bert too loud")

    told = lines(bert.read_until("KICK"))
    assert [each.partition(" ")[2] for each in told] == [
        "TOPIC #garden roses",
        "MODE #garden +v bert",
        "KICK #garden bert :too loud",
    ]
    assert wendy.shows("wendy has kicked bert (too loud)")


def test_it_sees_others_come_change_and_go(chat, weechat):
    wendy = weechat("wendy")

    anna = chat.join("anna")
    anna.send("NICK änne", "QUIT :good night")

    assert wendy.shows(
        "(anna@127.0.0.1) has joined #lobby",
        "anna is now known as änne",
        "has quit (Quit: good night)",
    )


def test_it_signs_in_to_an_account_with_a_salted_challenge(chat, weechat):
    make_account(chat, "Wendy")
    bert = chat.join("bert")

    weechat(
        "Wendy",
        "/set irc.server.chat.sasl_mechanism scram-sha-256",
        "/set irc.server.chat.sasl_username Wendy",
        f"/set irc.server.chat.sasl_password {PASSWORD}",
    )

    told = [each.params for each in bert.ask("WHOIS Wendy") if each.command == "330"]
    assert told == [("bert", "Wendy", "Wendy", "is signed in as")]
