"""The network facade: what controllers ask for, and what they are told."""

import pytest

from chatapp.models.entities import (
    Connectedness,
    MessageKind,
    Person,
)
from chatapp.models.events import (
    AwayChanged,
    NickChanged,
    RequestRefused,
    RoomClosed,
    RoomOpened,
    SignedIn,
    WhoisArrived,
)
from chatapp.models.rooms.entering import CANNOT_BE_OPENED
from chatapp.models.rooms.requests import CANNOT_BE_SENT, NOT_CONNECTED


def names(stage):
    return [room.name for room in stage.network.rooms()]


def test_signing_in_is_told_with_the_networks_name(stage):
    stage.sign_in()

    assert stage.told(SignedIn) == [SignedIn("noor", again=False)]
    assert stage.network.state is Connectedness.ONLINE
    assert (stage.network.name, stage.network.nick) == ("Test", "noor")
    assert (stage.network.host, stage.network.port) == ("chat.example", 6667)


def test_a_network_without_a_name_is_called_by_its_address(stage):
    stage.network.connect("chat.example", 6667, "noor")

    assert stage.network.name == "chat.example"
    assert stage.network.nick == "noor"


def test_a_room_one_is_put_into_is_opened_unasked(stage):
    stage.sign_in()
    stage.enter("#lobby")

    assert stage.told(RoomOpened) == [RoomOpened("#lobby", asked_for=False)]
    assert stage.network.people("#lobby") == [Person("noor", is_me=True)]


def test_a_room_one_asks_for_is_opened_as_asked_for(lobby):
    lobby.network.join("#Tea", "sesame")
    assert lobby.wire.take_sent() == ["JOIN #Tea sesame"]
    lobby.enter("#tea")

    assert lobby.told(RoomOpened) == [RoomOpened("#tea", asked_for=True)]


def test_joining_a_room_one_is_in_only_opens_it(lobby):
    lobby.network.join("#LOBBY")

    assert lobby.wire.take_sent() == []
    assert lobby.told(RoomOpened) == [RoomOpened("#lobby", asked_for=True)]


def test_a_room_that_refuses_is_told_and_not_opened(lobby):
    lobby.network.join("#tea")
    lobby.wire.feed(":s 473 noor #tea :Invite only")

    assert [refused.code for refused in lobby.told(RequestRefused)] == ["473"]
    assert names(lobby) == ["#lobby"]


def test_a_room_in_the_list_is_shown_without_a_connection_and_joined_with_the_next(
    lobby,
):
    lobby.wire.end()
    lobby.network.join("#Lobby", "sesame")
    opened, refused = lobby.told(RoomOpened), lobby.told(RequestRefused)
    lobby.reconnect()
    lobby.welcome()

    assert opened == [RoomOpened("#lobby", asked_for=True)]
    assert refused == []
    assert "JOIN #lobby sesame" in lobby.wire.take_sent()


def test_leaving_a_room_takes_it_out_of_the_rail(lobby):
    lobby.network.part("#lobby", "tea time")
    assert lobby.wire.take_sent() == ["PART #lobby :tea time"]
    lobby.wire.feed(":noor!u@h PART #lobby")

    assert lobby.told(RoomClosed) == [RoomClosed("#lobby")]
    assert names(lobby) == []


def test_who_leaves_a_room_is_told_the_key_by_which_one_came(lobby):
    lobby.network.join("#tea", "sesame")
    lobby.wire.feed(":noor!u@h JOIN #tea", ":noor!u@h PART #tea")

    assert lobby.told(RoomClosed) == [RoomClosed("#tea", key="sesame")]


def test_a_room_one_was_removed_from_stays_to_be_read(lobby):
    lobby.wire.feed(":Ann!a@h KICK #lobby noor :Enough")

    assert lobby.told(RoomClosed) == [RoomClosed("#lobby", "Enough", "Ann")]
    assert not lobby.network.room("#lobby").joined
    assert lobby.network.history("#lobby")[-1].target == "noor"


def test_a_room_one_was_removed_from_can_be_put_away_or_joined_again(lobby):
    lobby.wire.feed(":Ann!a@h KICK #lobby noor :Enough")

    lobby.network.join("#lobby")
    assert lobby.wire.take_sent() == ["JOIN #lobby"]
    lobby.network.close("#lobby")

    assert names(lobby) == []


def test_closing_a_joined_room_leaves_it(lobby):
    lobby.network.close("#lobby")

    assert lobby.wire.take_sent() == ["PART #lobby"]


def test_nothing_is_known_of_a_room_that_is_not_open(lobby):
    assert lobby.network.room("#tea") is None
    assert lobby.network.people("#tea") == []
    assert len(lobby.network.history("#tea")) == 0


def test_names_are_compared_as_the_server_does(lobby):
    assert lobby.network.same("#LOBBY", "#lobby")
    assert not lobby.network.same("#lobby", "#tea")


def test_a_topic_is_set_and_shown(lobby):
    lobby.network.moderation.set_topic("#lobby", "Tea at five")
    lobby.wire.feed(":noor!u@h TOPIC #lobby :Tea at five")

    assert lobby.wire.take_sent() == ["TOPIC #lobby :Tea at five"]
    assert lobby.network.room("#lobby").topic == "Tea at five"


def test_a_nick_is_changed(lobby):
    lobby.network.change_nick("Nur")
    lobby.wire.feed(":noor!u@h NICK Nur")

    assert lobby.wire.take_sent() == ["NICK Nur"]
    assert lobby.told(NickChanged) == [NickChanged("noor", "Nur")]
    assert lobby.network.nick == "Nur"


def test_one_can_be_away_and_back(lobby):
    lobby.network.set_away("Lunch")
    lobby.wire.feed(":s 306 noor :You are away")
    assert lobby.network.away

    lobby.network.set_away(None)
    lobby.wire.feed(":s 305 noor :You are back")

    assert lobby.wire.take_sent() == ["AWAY Lunch", "AWAY"]
    assert lobby.told(AwayChanged) == [AwayChanged(True), AwayChanged(False)]
    assert not lobby.network.away


def test_a_whois_is_asked_and_told(lobby):
    lobby.network.whois("Ann")
    lobby.wire.feed(":s 311 noor Ann a h * :Ann Lee", ":s 318 noor Ann :End")

    assert lobby.told(WhoisArrived)[0].facts[0] == ("Name", "Ann Lee")


def test_what_cannot_be_written_on_the_wire_is_refused_kindly(lobby):
    lobby.network.join("#a b\n")
    lobby.network.change_nick("a\nb")
    lobby.network.whois("a b")
    lobby.network.moderation.set_topic("#lobby", "nul \0 inside")

    assert [refused.text for refused in lobby.told(RequestRefused)] == [
        CANNOT_BE_SENT,
        CANNOT_BE_SENT,
        CANNOT_BE_SENT,
        CANNOT_BE_SENT,
    ]
    assert lobby.wire.take_sent() == []


@pytest.mark.parametrize("nick", [":)", "", "a b", "a\nb", "a\0b"])
def test_nobody_can_be_spoken_to_who_cannot_be_named(lobby, nick):
    lobby.network.open_direct(nick)

    assert lobby.told(RequestRefused) == [RequestRefused("", nick, CANNOT_BE_OPENED)]
    assert names(lobby) == ["#lobby"]
    assert lobby.wire.take_sent() == []


def test_words_of_somebody_who_cannot_be_named_open_nothing(lobby):
    lobby.wire.feed("::foo!u@h PRIVMSG noor :hello")
    lobby.network.open_direct("bob")

    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome()

    assert names(lobby) == ["#lobby", "bob"]
    assert "ISON bob" in lobby.wire.take_sent()


def test_nobody_takes_a_nick_that_cannot_be_named(lobby):
    lobby.network.open_direct("bob")

    lobby.wire.feed(":bob!b@h NICK ::)")

    assert names(lobby) == ["#lobby", "bob"]


def test_a_room_with_an_impossible_name_is_not_opened(lobby):
    lobby.wire.feed(":noor!u@h JOIN :#a b")

    assert names(lobby) == ["#lobby"]


def test_without_a_connection_requests_are_refused(stage):
    network = stage.network
    network.join("#tea")
    network.moderation.set_topic("#tea", "x")
    network.change_nick("Nur")
    network.whois("Ann")
    network.say("#tea", "hello")

    assert {refused.text for refused in stage.told(RequestRefused)} == {NOT_CONNECTED}
    assert len(stage.told(RequestRefused)) == 5
    assert "Nur" not in {refused.about for refused in stage.told(RequestRefused)}
    assert not network.fetch_older("#tea")


def test_another_sign_in_begins_with_nothing(lobby):
    lobby.network.say("#lobby", "hello")

    lobby.network.connect("other.example", 6668, "zoe")

    assert names(lobby) == []
    assert lobby.network.nick == "zoe"


def test_the_windows_own_words_stand_in_one_room_and_are_sent_to_nobody(lobby):
    lobby.network.note("#lobby", "first line\nsecond line")

    noted = lobby.network.history("#lobby")[-2:]
    assert [(line.kind, line.text) for line in noted] == [
        (MessageKind.LOCAL, "first line"),
        (MessageKind.LOCAL, "second line"),
    ]
    assert lobby.network.room("#lobby").unread == 0
    assert lobby.wire.take_sent() == []


@pytest.mark.parametrize("words", ["a\nb", "a\rb", "a\0b"])
def test_who_leaves_with_words_that_cannot_be_sent_leaves_without_them(lobby, words):
    lobby.network.sign_out(words)

    assert lobby.wire.take_sent() == ["QUIT"]
    assert lobby.network.state is Connectedness.OFFLINE


def test_a_direct_conversation_tells_what_its_person_says_of_being_away(lobby):
    lobby.network.open_direct("Ann")
    lobby.wire.feed(":Ann!a@h JOIN #lobby", ":Ann!a@h AWAY :At lunch")
    away = lobby.network.room("Ann").status

    lobby.wire.feed(":Ann!a@h AWAY")

    assert (away, lobby.network.room("Ann").status) == ("At lunch", "")


def test_the_rooms_one_shares_with_somebody_are_known(lobby):
    lobby.wire.feed(":Ann!a@h JOIN #lobby")

    assert lobby.network.rooms_with("ann") == ["#lobby"]
    assert lobby.network.rooms_with("ghost") == []
