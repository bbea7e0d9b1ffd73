"""The package `irc` from PyPI joins, talks and is told what happens."""

import pytest
from irc.client import Reactor

from tests.server.account_holders import PASSWORD, make_account
from tests.server.interop.jaraco_client import JaracoClient
from tests.server.raw_client import lines


@pytest.fixture
def reactor():
    """Give what the package's connections run in; all end with the test."""
    reactor = Reactor()
    yield reactor
    reactor.disconnect_all("The test is over.")


@pytest.fixture
def meet(chat, reactor):
    """Give clients of the package, signed in."""

    def connect(nick, **options):
        client = JaracoClient(reactor, chat.server.port, nick, **options)
        client.wait_for("welcome")
        client.wait_for("endofnames")
        return client

    return connect


def test_it_signs_in_and_learns_what_the_server_supports(meet):
    anna = meet("anna")

    features = anna.connection.features

    assert anna.connection.get_nickname() == "anna"
    assert features.network == "chatapp"
    assert features.prefix == {"~": "q", "&": "a", "@": "o", "%": "h", "+": "v"}
    assert features.chanmodes == ["beI", "k", "fl", "CMRUimnpstu"]
    assert features.targmax["KICK"] == 10


def test_it_signs_in_to_an_account(chat, meet):
    make_account(chat, "Anna")
    bert = chat.join("bert")

    meet("anna", sasl_login="Anna", password=PASSWORD)

    told = [each for each in bert.ask("WHOIS anna") if each.command == "330"]
    assert told[0].params[2] == "Anna"


def test_it_hears_what_is_said_and_is_heard(chat, meet):
    anna, bert = chat.join("anna"), meet("bert")
    anna.roundtrip()

    bert.connection.privmsg("#lobby", "good morning, Änna")
    heard = anna.read()
    anna.send("PRIVMSG #lobby :good morning", "PRIVMSG bert :psst")

    assert lines([heard]) == [":bert!bert@127.0.0.1 PRIVMSG #lobby :good morning, Änna"]
    assert bert.wait_for("pubmsg").arguments == ["good morning"]
    assert bert.wait_for("privmsg").source.nick == "anna"


def test_it_is_told_what_was_said_before(chat, reactor):
    chat.join("anna").ask("PRIVMSG #lobby :who comes later reads this")

    bert = JaracoClient(reactor, chat.server.port, "bert")
    played_back = bert.wait_for("pubmsg")

    assert played_back.source.nick == "anna"
    assert played_back.arguments[0].endswith("who comes later reads this")


def test_it_asks_for_what_was_said_before(chat, meet):
    chat.join("anna").ask("PRIVMSG #lobby :one", "PRIVMSG #lobby :two")
    bert = meet("bert")
    bert.connection.cap("REQ", "draft/chathistory", "message-tags", "server-time")

    bert.connection.send_raw("CHATHISTORY LATEST #lobby * 1")

    told = bert.wait_for("pubmsg", lambda event: event.arguments == ["two"])
    assert {each["key"] for each in told.tags} >= {"msgid", "time"}


def test_it_makes_a_room_and_changes_its_modes(meet):
    anna, bert = meet("anna"), meet("bert")
    anna.connection.join("#garden")
    names = anna.wait_for("namreply")
    bert.connection.join("#garden")
    anna.wait_for("join", lambda event: event.source.nick == "bert")

    anna.connection.mode("#garden", "+vl bert 9")
    anna.connection.mode("#garden", "")

    assert names.arguments == ["=", "#garden", "@anna"]
    assert bert.wait_for("mode").arguments == ["+vl", "bert", "9"]
    assert anna.wait_for("channelmodeis").arguments == ["#garden", "+ntl", "9"]


def test_it_kicks_and_is_kicked(meet):
    anna, bert = meet("anna"), meet("bert")
    anna.connection.join("#garden")
    anna.wait_for("endofnames")
    bert.connection.join("#garden")
    anna.wait_for("join", lambda event: event.source.nick == "bert")

    anna.connection.kick("#garden", "bert", "too loud")
    kicked = bert.wait_for("kick")
    bert.connection.privmsg("#garden", "what?")

    assert kicked.arguments == ["bert", "too loud"]
    assert kicked.source.nick == "anna"
    assert bert.wait_for("cannotsendtochan").arguments[0] == "#garden"


def test_it_is_invited_and_comes_in(meet):
    anna, bert = meet("anna"), meet("bert")
    anna.connection.join("#garden")
    anna.wait_for("endofnames")
    anna.connection.mode("#garden", "+i")
    anna.wait_for("mode")

    anna.connection.invite("bert", "#garden")
    invitation = bert.wait_for("invite")
    bert.connection.join(invitation.arguments[0])

    assert bert.wait_for("join").target == "#garden"


def test_it_reads_what_is_known_of_people_and_rooms(meet):
    anna = meet("anna")
    anna.connection.topic("#lobby", "mine")
    anna.connection.whois(["anna"])
    anna.connection.who("#lobby")
    anna.connection.list()

    assert anna.wait_for("chanoprivsneeded").arguments[0] == "#lobby"
    assert anna.wait_for("whoischannels").arguments == ["anna", "#lobby"]
    assert anna.wait_for("whoreply").arguments[0] == "#lobby"
    assert anna.wait_for("list").arguments == ["#lobby", "1", ""]


def test_it_leaves_and_the_others_hear_it(chat, meet):
    anna, bert = chat.join("anna"), meet("bert")

    bert.connection.quit("good night")
    bert.wait_for("error")

    assert lines(anna.read_until("QUIT"))[-1] == (
        ":bert!bert@127.0.0.1 QUIT :Quit: good night"
    )
