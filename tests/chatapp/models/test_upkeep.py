"""What is looked after now and then."""

import pytest

from chatapp.models.entities import Delivery, Presence
from tests.chatapp.models.fakes import NetworkStage


def test_a_message_that_is_never_echoed_becomes_unclear(lobby):
    lobby.network.say("#lobby", "hello")

    lobby.stay_online(125)

    assert lobby.network.history("#lobby")[-1].delivery is Delivery.FAILED


def test_whether_the_other_is_online_is_asked_where_no_room_is_shared(lobby):
    lobby.network.open_direct("bob")
    lobby.stay_online(1)
    assert "ISON bob" in lobby.wire.take_sent()
    lobby.wire.feed(":s 303 noor :")
    assert lobby.network.room("bob").presence is Presence.OFFLINE

    lobby.stay_online(61)
    assert "ISON bob" in lobby.wire.take_sent()
    lobby.wire.feed(":s 303 noor :bob")

    assert lobby.network.room("bob").presence is Presence.ONLINE


def test_whoever_one_talked_with_before_is_asked_about_at_the_sign_in():
    first = NetworkStage()
    first.sign_in()
    first.network.open_direct("bob")
    first.wire.feed(":bob!b@h PRIVMSG noor :psst")
    first.network.let_go()
    second = NetworkStage(first.jobs)

    second.sign_in()

    assert second.network.room("bob").presence is Presence.UNKNOWN
    assert "ISON bob" in second.wire.take_sent()
    second.wire.feed(":s 303 noor :")
    assert second.network.room("bob").presence is Presence.OFFLINE


def test_nothing_is_known_of_anybody_after_a_link_was_lost(lobby):
    lobby.wire.feed(":bob!b@h PRIVMSG noor :psst")
    assert lobby.network.room("bob").presence is Presence.ONLINE

    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome()

    assert lobby.network.room("bob").presence is Presence.UNKNOWN
    assert "ISON bob" in lobby.wire.take_sent()


def test_who_wrote_while_one_was_away_is_asked_about_soon(lobby):
    lobby.network._taking_facts._coming_in.open_direct(lobby.network._link, "bob")
    lobby.network._taking_facts._coming_in.open_direct(lobby.network._link, "eve")
    lobby.wire.feed(":eve!e@h PRIVMSG noor :psst")
    lobby.wire.take_sent()

    lobby.stay_online(1)

    asked = [line for line in lobby.wire.take_sent() if line.startswith("ISON")]
    assert asked == ["ISON bob"]


def test_whoever_shares_a_room_is_as_that_room_shows_them(lobby):
    lobby.wire.feed(":bob!b@h JOIN #lobby", ":bob!b@h AWAY :Gone to lunch")

    lobby.network.open_direct("bob")
    lobby.stay_online(1)

    assert lobby.network.room("bob").presence is Presence.AWAY


def test_people_seen_in_a_shared_room_are_not_asked_about(lobby):
    lobby.wire.feed(":bob!b@h JOIN #lobby")
    lobby.network.open_direct("bob")
    lobby.wire.take_sent()

    lobby.stay_online(61)

    assert "ISON bob" not in lobby.wire.take_sent()


def test_nobody_is_asked_about_without_a_connection(lobby):
    lobby.network.open_direct("bob")
    lobby.network.sign_out()
    lobby.wire.take_sent()

    lobby.time.pass_by(300)

    assert lobby.wire.take_sent() == []


def test_many_people_are_asked_about_in_parts(lobby):
    for number in range(30):
        lobby.network.open_direct(f"person{number}")
    lobby.stay_online(1)
    lobby.wire.take_sent()

    lobby.stay_online(61)

    asked = [line for line in lobby.wire.take_sent() if line.startswith("ISON")]
    assert [len(line.split()) for line in asked] == [13, 13, 7]


def test_one_look_that_fails_is_not_the_last(lobby, mocker):
    lobby.network.open_direct("bob")
    session = lobby.network._link.session
    failing = mocker.patch.object(session.inquiries, "ask_online")
    failing.side_effect = RuntimeError

    for _ in range(2):
        with pytest.raises(RuntimeError):
            lobby.stay_online(61)

    assert failing.call_count == 2


@pytest.fixture
def watching(lobby):
    """A window whose server watches for two nicks at most."""
    lobby.wire.feed(":s 005 noor MONITOR=2 :are supported by this server")
    for nick in ("bob", "Eve"):
        lobby.network.open_direct(nick)
    lobby.stay_online(1)
    return lobby


def test_where_the_server_watches_nobody_is_asked_about_again_and_again(watching):
    asked = watching.wire.take_sent()
    watching.wire.feed(":s 731 noor :bob", ":s 730 noor :eve!e@h")
    first = [watching.network.room(nick).presence for nick in ("bob", "Eve")]

    watching.stay_online(130)
    watching.wire.feed(":s 731 noor :Eve", ":s 730 noor :bob!b@h")

    assert "MONITOR + bob,Eve" in asked
    assert not any(line.startswith("ISON") for line in asked)
    sent = watching.wire.take_sent()
    assert not any(line.startswith(("ISON", "MONITOR")) for line in sent)
    assert first == [Presence.OFFLINE, Presence.ONLINE]
    after = [watching.network.room(nick).presence for nick in ("bob", "Eve")]
    assert after == [Presence.ONLINE, Presence.OFFLINE]


def test_for_whom_the_servers_list_has_no_place_is_asked_about(watching):
    watching.network.open_direct("kim")
    watching.stay_online(1)
    asked = watching.wire.take_sent()
    watching.network.close("bob")

    watching.stay_online(61)

    assert "ISON kim" in asked
    after = watching.wire.take_sent()
    assert {"MONITOR - bob", "MONITOR + kim"} <= set(after)
    assert not any(line.startswith("ISON") for line in after)


def test_a_list_that_is_full_before_its_end_is_believed(watching):
    watching.wire.take_sent()

    watching.wire.feed(":s 734 noor 1 Eve :Your list is full")
    watching.stay_online(61)

    assert "ISON Eve" in watching.wire.take_sent()


def test_who_is_talked_with_again_is_known_to_be_online_at_once(watching):
    watching.wire.feed(":s 731 noor :bob", ":s 730 noor :Eve!e@h")
    watching.network.close("Eve")

    watching.network.open_direct("Eve")
    watching.stay_online(1)

    assert watching.network.room("Eve").presence is Presence.ONLINE
