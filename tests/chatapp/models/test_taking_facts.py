"""What arrives changes conversations, counts and presence."""

from chatapp.models.entities import Delivery, Person, Presence, RoomKind
from chatapp.models.events import (
    HistoryLoaded,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RoomRenamed,
    ServerSaid,
)


def names(stage):
    return [room.name for room in stage.network.rooms()]


def test_words_from_somebody_open_a_conversation(lobby):
    lobby.wire.feed(":bob!b@h PRIVMSG noor :psst")

    assert lobby.told(RoomOpened) == [RoomOpened("bob", asked_for=False)]
    room = lobby.network.room("bob")
    assert (room.kind, room.unread) == (RoomKind.DIRECT, 1)
    assert names(lobby) == ["#lobby", "bob"]


def test_who_is_led_to_another_channel_is_shown_that_one(lobby):
    lobby.network.join("#old")
    lobby.wire.feed(":s 470 noor #old #new :Forwarding to another channel")

    lobby.enter("#new")
    lobby.enter("#old")

    told = [RoomOpened("#new", asked_for=True), RoomOpened("#old", asked_for=False)]
    assert lobby.told(RoomOpened) == told


def test_who_hears_only_friends_has_not_heard_one(stage):
    stage.sign_in(capabilities="")
    stage.network.open_direct("Ann")
    stage.network.say("Ann", "hello")

    stage.wire.feed(":s 716 noor Ann :is in +g mode")

    (said,) = stage.network.history("Ann")
    assert (said.delivery, said.problem) == (Delivery.FAILED, "is in +g mode")


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


def test_who_talks_with_oneself_is_listed_once(lobby):
    lobby.network.open_direct("NOOR")

    assert lobby.network.people("NOOR") == [Person("noor", is_me=True)]


def test_one_knows_which_rooms_are_by_invitation_only(lobby):
    lobby.wire.feed(":s 324 noor #lobby +nti")
    closed = lobby.network.room("#lobby").by_invitation
    lobby.wire.feed(":Ann!a@h MODE #lobby -i")

    assert closed
    assert not lobby.network.room("#lobby").by_invitation


def test_words_for_a_channel_one_is_not_in_open_nothing(lobby):
    lobby.wire.feed(":Ann!a@h PRIVMSG #elsewhere :hello")

    assert names(lobby) == ["#lobby"]


def test_a_lost_link_is_seen_at_every_room(lobby):
    lobby.network.open_direct("bob")
    lobby.events.clear()

    lobby.wire.end()

    assert lobby.told(RoomChanged) == [RoomChanged("#lobby"), RoomChanged("bob")]


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
