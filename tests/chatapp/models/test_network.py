"""The network facade: what controllers ask for, and what they are told."""

import pytest

from chatapp.models.entities import (
    Connectedness,
    Delivery,
    MessageKind,
    Person,
    Presence,
    RoomKind,
)
from chatapp.models.events import (
    AwayChanged,
    HistoryLoaded,
    MessageAdded,
    MessageReplaced,
    NickChanged,
    RequestRefused,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RoomRenamed,
    ServerSaid,
    SignedIn,
    WhoisArrived,
)
from chatapp.models.network import CANNOT_BE_SENT, NOT_CONNECTED
from chatapp.wire.message import Message


@pytest.fixture
def lobby(stage):
    """Signed in and in #lobby; what was sent and told until then is forgotten."""
    stage.sign_in()
    stage.enter()
    stage.give_page("#lobby")
    stage.wire.take_sent()
    stage.events.clear()
    return stage


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


def test_leaving_a_room_takes_it_out_of_the_rail(lobby):
    lobby.network.part("#lobby", "tea time")
    assert lobby.wire.take_sent() == ["PART #lobby :tea time"]
    lobby.wire.feed(":noor!u@h PART #lobby")

    assert lobby.told(RoomClosed) == [RoomClosed("#lobby")]
    assert names(lobby) == []


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


def test_a_message_stands_in_the_history_before_the_server_has_it(lobby):
    lobby.network.say("#lobby", "hello")

    message = lobby.network.history("#lobby")[-1]
    assert (message.text, message.delivery) == ("hello", Delivery.SENT)
    assert message.mine
    assert lobby.told(MessageAdded)[-1].message == message
    assert lobby.network.history("#lobby").confirmed_count == 1


@pytest.mark.parametrize(
    "echo",
    [
        "@label={label};msgid=m1 :noor!u@h PRIVMSG #lobby :hello",
        "@+chatapp/id={id};msgid=m1 :noor!u@h PRIVMSG #lobby :hello",
        "@msgid=m1 :noor!u@h PRIVMSG #lobby :hello",
    ],
)
def test_the_echo_confirms_it_by_label_by_id_or_by_its_words(lobby, echo):
    lobby.network.say("#lobby", "hello")
    sent = Message.parse(lobby.wire.take_sent()[0])

    lobby.wire.feed(echo.format(label=sent.tags["label"], id=sent.tags["+chatapp/id"]))

    history = lobby.network.history("#lobby")
    confirmed = lobby.told(MessageReplaced)[-1]
    assert [line.text for line in history][1:] == ["hello"]
    assert confirmed.new.delivery is Delivery.CONFIRMED
    assert confirmed.key == lobby.told(MessageAdded)[-1].message.key
    assert history.confirmed_count == len(history)


def test_what_others_say_meanwhile_comes_before_what_is_not_confirmed(lobby):
    lobby.network.say("#lobby", "mine")
    lobby.wire.feed(":Ann!a@h PRIVMSG #lobby :hers")
    assert lobby.texts() == ["hers", "mine"]

    lobby.wire.feed(":noor!u@h PRIVMSG #lobby :mine")

    assert lobby.texts() == ["hers", "mine"]


def test_the_servers_order_holds_for_ones_own_messages_too(lobby):
    for text in ("one", "two"):
        lobby.network.say("#lobby", text)

    lobby.wire.feed(
        ":noor!u@h PRIVMSG #lobby :two",
        ":Ann!a@h PRIVMSG #lobby :hers",
        ":noor!u@h PRIVMSG #lobby :one",
    )

    assert lobby.texts() == ["two", "hers", "one"]


def test_a_server_without_echo_confirms_by_taking_it(stage):
    stage.sign_in(capabilities="")
    stage.enter()

    stage.network.say("#lobby", "hello")

    assert stage.wire.take_sent()[-1] == "PRIVMSG #lobby hello"
    assert stage.network.history("#lobby")[-1].delivery is Delivery.CONFIRMED


def test_a_message_the_server_refuses_fails_with_the_reason(lobby):
    lobby.network.say("#lobby", "hello")
    sent = Message.parse(lobby.wire.take_sent()[0])

    lobby.wire.feed(f"@label={sent.tags['label']} :s 404 noor #lobby :No")

    failed = lobby.network.history("#lobby")[-1]
    assert (failed.delivery, failed.problem) == (
        Delivery.FAILED,
        "You cannot write in #lobby now.",
    )
    assert not lobby.told(RequestRefused)


def test_a_failed_message_can_be_sent_again_as_the_same(lobby):
    lobby.network.say("#lobby", "hello")
    first = Message.parse(lobby.wire.take_sent()[0])
    lobby.wire.feed(":s 404 noor #lobby :No")
    key = lobby.network.history("#lobby")[-1].key

    lobby.network.retry("#lobby", key)

    second = Message.parse(lobby.wire.take_sent()[0])
    assert second.tags["+chatapp/id"] == first.tags["+chatapp/id"]
    assert second.tags["label"] != first.tags["label"]
    assert lobby.network.history("#lobby")[-1].delivery is Delivery.SENT


def test_a_failed_message_can_be_given_up(lobby):
    lobby.network.say("#lobby", "hello")
    lobby.wire.feed(":s 404 noor #lobby :No")
    key = lobby.network.history("#lobby")[-1].key

    lobby.network.drop("#lobby", key)
    lobby.network.drop("#lobby", key)

    assert lobby.texts() == []
    assert lobby.told(MessageReplaced)[-1] == MessageReplaced("#lobby", key, None)


def test_a_message_that_is_never_echoed_becomes_unclear(lobby):
    lobby.network.say("#lobby", "hello")

    lobby.stay_online(125)

    assert lobby.network.history("#lobby")[-1].delivery is Delivery.FAILED


def test_a_message_of_several_lines_becomes_several(lobby):
    lobby.network.say("#lobby", "one\r\ntwo\n\nthree\0")

    assert lobby.texts() == ["one", "two", "three"]


def test_a_long_message_becomes_several(lobby):
    lobby.network.say("#lobby", "word " * 300)

    texts = lobby.texts()
    assert len(texts) > 1
    assert "".join(texts) == "word " * 300


def test_an_action_is_sent_and_confirmed_as_one(lobby):
    lobby.network.say("#lobby", "waves", MessageKind.ACTION)
    lobby.wire.feed(":noor!u@h PRIVMSG #lobby :\x01ACTION waves\x01")

    message = lobby.network.history("#lobby")[-1]
    assert (message.kind, message.delivery) == (
        MessageKind.ACTION,
        Delivery.CONFIRMED,
    )


def test_words_to_a_room_that_is_not_open_are_only_sent(lobby):
    lobby.network.say("#elsewhere", "hello")

    assert lobby.wire.take_sent() == ["PRIVMSG #elsewhere hello"]
    assert names(lobby) == ["#lobby"]


def test_a_message_one_sent_from_elsewhere_is_shown_too(lobby):
    lobby.wire.feed(":noor!u@h PRIVMSG #lobby :from my telephone")

    message = lobby.network.history("#lobby")[-1]
    assert message.mine
    assert message.delivery is Delivery.CONFIRMED


def test_the_same_msgid_is_shown_once(lobby):
    lobby.wire.feed(*["@msgid=m1 :Ann!a@h PRIVMSG #lobby :hello"] * 2)

    assert lobby.texts() == ["hello"]


def test_what_others_say_counts_as_unread_until_it_is_read(lobby):
    lobby.wire.feed(
        ":Ann!a@h PRIVMSG #lobby :hello",
        ":Ann!a@h PRIVMSG #lobby :noor?",
        ":Ann!a@h NOTICE #lobby :tea!",
        ":bob!b@h JOIN #lobby",
        ":noor!u@h PRIVMSG #lobby :mine",
    )
    room = lobby.network.room("#lobby")
    assert (room.unread, room.mentions) == (3, 1)

    lobby.events.clear()
    lobby.network.mark_read("#lobby")
    lobby.network.mark_read("#lobby")

    room = lobby.network.room("#lobby")
    assert (room.unread, room.mentions) == (0, 0)
    assert lobby.told(RoomChanged) == [RoomChanged("#lobby")]


def test_a_page_of_the_past_is_not_unread(stage):
    stage.sign_in()
    stage.enter()
    stage.give_page("#lobby", "msgid=m1 :Ann!a@h PRIVMSG #lobby :long ago")

    assert stage.texts() == ["long ago"]
    assert stage.network.room("#lobby").unread == 0
    assert stage.told(HistoryLoaded) == [HistoryLoaded("#lobby", 1, complete=False)]


def test_words_from_somebody_open_a_conversation(lobby):
    lobby.wire.feed(":bob!b@h PRIVMSG noor :psst")

    assert lobby.told(RoomOpened) == [RoomOpened("bob", asked_for=False)]
    room = lobby.network.room("bob")
    assert (room.kind, room.unread) == (RoomKind.DIRECT, 1)
    assert names(lobby) == ["#lobby", "bob"]


def test_channels_stand_before_people(lobby):
    lobby.network.open_direct("bob")
    lobby.enter("#tea")

    assert names(lobby) == ["#lobby", "#tea", "bob"]


def test_a_notice_of_a_stranger_opens_no_conversation(lobby):
    lobby.wire.feed(":NickServ!n@h NOTICE noor :Please identify")

    assert lobby.told(ServerSaid) == [ServerSaid("NickServ: Please identify")]
    assert names(lobby) == ["#lobby"]


def test_a_direct_conversation_can_be_begun_and_put_away(lobby):
    lobby.network.open_direct("bob")
    lobby.network.open_direct("BOB")
    assert lobby.told(RoomOpened) == [RoomOpened("bob", asked_for=True)] * 2
    lobby.network.close("bob")

    assert lobby.told(RoomClosed) == [RoomClosed("bob")]
    assert names(lobby) == ["#lobby"]


def test_whether_the_other_is_online_is_asked_where_no_room_is_shared(lobby):
    lobby.network.open_direct("bob")
    assert "ISON bob" in lobby.wire.take_sent()
    lobby.wire.feed(":s 303 noor :")
    assert lobby.network.room("bob").presence is Presence.OFFLINE

    lobby.stay_online(61)
    assert "ISON bob" in lobby.wire.take_sent()
    lobby.wire.feed(":s 303 noor :bob")

    assert lobby.network.room("bob").presence is Presence.ONLINE


def test_a_message_to_somebody_who_is_gone_fails_and_shows_him_offline(lobby):
    lobby.network.open_direct("bob")
    lobby.network.say("bob", "hello?")

    lobby.wire.feed(":s 401 noor bob :No such nick")

    assert lobby.network.room("bob").presence is Presence.OFFLINE
    assert lobby.network.history("bob")[-1].delivery is Delivery.FAILED


def test_who_writes_is_online(lobby):
    lobby.network.open_direct("bob")
    lobby.wire.feed(":s 303 noor :", ":bob!b@h PRIVMSG noor :back")

    assert lobby.network.room("bob").presence is Presence.ONLINE


def test_a_conversation_follows_its_person_to_a_new_nick(lobby):
    lobby.wire.feed(":bob!b@h JOIN #lobby", ":bob!b@h PRIVMSG noor :psst")

    lobby.wire.feed(":bob!b@h NICK Robert")

    assert lobby.told(RoomRenamed) == [RoomRenamed("bob", "Robert")]
    assert names(lobby) == ["#lobby", "Robert"]
    assert [line.text for line in lobby.network.history("robert")] == [
        "psst",
        "Robert",
    ]
    assert lobby.network.history("#lobby")[-1].text == "Robert"


def test_who_quits_is_shown_in_the_conversation_too(lobby):
    lobby.wire.feed(":bob!b@h JOIN #lobby", ":bob!b@h PRIVMSG noor :psst")

    lobby.wire.feed(":bob!b@h QUIT :Bye")

    assert lobby.network.history("bob")[-1].text == "Bye"
    assert lobby.network.room("bob").presence is Presence.OFFLINE


def test_both_people_of_a_conversation_are_listed(lobby):
    lobby.network.open_direct("bob")

    assert [person.nick for person in lobby.network.people("bob")] == ["bob", "noor"]


def test_nothing_is_known_of_a_room_that_is_not_open(lobby):
    assert lobby.network.room("#tea") is None
    assert lobby.network.people("#tea") == []
    assert len(lobby.network.history("#tea")) == 0


def test_names_are_compared_as_the_server_does(lobby):
    assert lobby.network.same("#LOBBY", "#lobby")
    assert not lobby.network.same("#lobby", "#tea")


def test_a_topic_is_set_and_shown(lobby):
    lobby.network.set_topic("#lobby", "Tea at five")
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
    lobby.network.send_raw(Message("NO NO"))

    assert [refused.text for refused in lobby.told(RequestRefused)] == [
        CANNOT_BE_SENT,
        CANNOT_BE_SENT,
        CANNOT_BE_SENT,
        CANNOT_BE_SENT,
    ]
    assert lobby.wire.take_sent() == []


def test_a_room_with_an_impossible_name_cannot_be_written_in(lobby):
    lobby.wire.feed(":noor!u@h JOIN :#a b")

    lobby.network.say("#a b", "hello")

    assert lobby.told(RequestRefused)[-1].text == CANNOT_BE_SENT


def test_without_a_connection_requests_are_refused(stage):
    network = stage.network
    network.join("#tea")
    network.set_topic("#tea", "x")
    network.change_nick("Nur")
    network.whois("Ann")
    network.say("#tea", "hello")

    assert {refused.text for refused in stage.told(RequestRefused)} == {NOT_CONNECTED}
    assert len(stage.told(RequestRefused)) == 5
    assert not network.fetch_older("#tea")


def test_another_sign_in_begins_with_nothing(lobby):
    lobby.network.say("#lobby", "hello")

    lobby.network.connect("other.example", 6668, "zoe")

    assert names(lobby) == []
    assert lobby.network.nick == "zoe"
