"""What was open when a window closed is there when it opens again."""

import pytest

from chatapp.models.events import RequestRefused
from chatapp.models.history.keeping import DRAFT_SECONDS
from chatapp.models.rooms.entering import NOT_THERE
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.kept import SAFE, enter, open_lobby


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


def open_again(jobs: FakeJobs) -> NetworkStage:
    """Sign a second window in; it is in no room yet."""
    stage = NetworkStage(jobs, "b")
    stage.sign_in(SAFE)
    return stage


def names(stage: NetworkStage) -> list[str]:
    return [room.name for room in stage.network.rooms()]


def counts(stage: NetworkStage, room: str = "#lobby") -> tuple[int, int]:
    found = stage.network.room(room)
    return (found.unread, found.mentions)


def test_rooms_and_direct_conversations_come_back_in_their_order(jobs):
    before = open_lobby(jobs)
    for room in ("#zoo", "#Art"):
        enter(before, room=room)
    before.network.open_direct("Bob")

    again = open_again(jobs)

    assert names(again) == ["#lobby", "#zoo", "#Art", "Bob"]
    joined = [line for line in again.wire.sent if line.startswith("JOIN")]
    assert joined == ["JOIN #lobby,#zoo,#Art"]


def test_what_was_closed_stays_closed(jobs):
    before = open_lobby(jobs)
    enter(before, room="#zoo")
    before.network.open_direct("Bob")
    before.wire.feed(":noor!u@h PART #zoo")
    before.network.close("Bob")

    assert names(open_again(jobs)) == ["#lobby"]


def test_a_room_that_needs_a_key_is_joined_with_it(jobs):
    before = open_lobby(jobs)
    before.network.join("#secret", "sesame")
    enter(before, room="#secret")

    assert "JOIN #secret,#lobby sesame" in open_again(jobs).wire.sent


def test_a_key_that_cannot_be_written_does_not_keep_one_from_the_others(jobs):
    before = open_lobby(jobs)
    enter(before, room="#zoo")
    jobs.connection.execute("UPDATE rooms SET channel_key = ?", ("a\nb",))

    sent = open_again(jobs).wire.sent

    assert "JOIN #lobby,#zoo" in sent


def test_a_room_that_one_is_in_already_is_not_joined_twice(jobs):
    open_lobby(jobs)
    again = NetworkStage(jobs, "b")
    again.network.connect("chat.example", 6667, "noor")
    again.wire.open()
    again.wire.feed(f":s CAP * LS :{SAFE}", f":s CAP noor ACK :{SAFE}")

    again.wire.feed(":s 001 noor :Hi", ":noor!u@h JOIN #lobby", ":s 422 noor :None")

    assert names(again) == ["#lobby"]
    assert not [line for line in again.wire.sent if line.startswith("JOIN")]


def test_the_room_that_was_looked_at_is_known(jobs):
    before = open_lobby(jobs)
    enter(before, room="#zoo")
    before.network.look_at("#ZOO")

    assert open_again(jobs).network.room_looked_at == "#zoo"


def test_a_room_that_is_not_open_any_more_is_not_looked_at(jobs):
    before = open_lobby(jobs)
    before.network.look_at("#zoo")

    assert open_again(jobs).network.room_looked_at == ""


def test_a_draft_is_kept_soon_after_the_last_key(jobs):
    before = open_lobby(jobs)
    for text in ("h", "ha", "half"):
        before.network.write_draft("#lobby", text)
    assert open_again(jobs).network.draft("#lobby") == ""

    before.time.pass_by(DRAFT_SECONDS)

    assert open_again(jobs).network.draft("#lobby") == "half"


def test_a_draft_is_kept_when_the_window_goes(jobs):
    before = open_lobby(jobs)
    before.network.write_draft("#lobby", "half")

    before.network.let_go()

    assert open_again(jobs).network.draft("#lobby") == "half"


def test_a_draft_that_was_sent_is_gone_at_once(jobs):
    before = open_lobby(jobs)
    before.network.write_draft("#lobby", "half")
    before.time.pass_by(DRAFT_SECONDS)

    before.network.write_draft("#lobby", "")

    assert open_again(jobs).network.draft("#lobby") == ""


def test_a_draft_waits_for_a_room_that_was_left(jobs):
    before = open_lobby(jobs)
    before.network.write_draft("#lobby", "half")
    before.wire.feed(":noor!u@h PART #lobby")
    before.network.let_go()

    again = open_again(jobs)
    enter(again)

    assert again.network.draft("#lobby") == "half"


def test_who_is_back_at_once_has_the_draft_as_well(jobs):
    stage = open_lobby(jobs)
    stage.network.write_draft("#lobby", "half")

    stage.wire.feed(":noor!u@h PART #lobby")
    enter(stage)

    assert stage.network.draft("#lobby") == "half"


def test_what_was_read_stays_read(jobs):
    before = open_lobby(jobs)
    before.wire.feed(
        "@msgid=m1;time=2026-11-22T12:00:05.000Z :Ann!a@h PRIVMSG #lobby :1"
    )
    before.network.mark_read("#lobby")

    assert counts(open_again(jobs)) == (0, 0)


def test_what_was_not_read_is_counted_again(jobs):
    before = open_lobby(jobs)
    tags = "@msgid=m{0};time=2026-11-22T12:00:0{0}.000Z"
    before.wire.feed(f"{tags.format(1)} :Ann!a@h PRIVMSG #lobby :read")
    before.network.mark_read("#lobby")
    before.wire.feed(
        f"{tags.format(2)} :Ann!a@h PRIVMSG #lobby :noor, look",
        f"{tags.format(2)} :noor!u@h PRIVMSG #lobby :mine",
        f"{tags.format(3)} :Ann!a@h PRIVMSG #lobby :and this",
    )

    assert counts(open_again(jobs)) == counts(before) == (2, 1)


def test_what_came_meanwhile_is_counted_too(jobs):
    before = open_lobby(jobs)
    tags = "@msgid=m{0};time=2026-11-22T12:00:0{0}.000Z"
    before.wire.feed(f"{tags.format(1)} :Ann!a@h PRIVMSG #lobby :read")
    before.network.mark_read("#lobby")
    before.wire.feed(f"{tags.format(2)} :Ann!a@h PRIVMSG #lobby :not read")

    again = open_again(jobs)
    again.enter()
    again.give_page(
        "#lobby",
        "msgid=m3;time=2026-11-22T12:00:03.000Z :Ann!a@h PRIVMSG #lobby :noor?",
    )

    assert counts(again) == (2, 1)


def test_what_was_said_before_one_first_came_is_not_unread(jobs):
    stage = NetworkStage(jobs)
    stage.sign_in(SAFE)
    stage.enter()
    past = "msgid=m0;time=2026-11-22T11:00:00.000Z :Ann!a@h PRIVMSG #lobby :long ago"

    stage.give_page("#lobby", past)

    assert counts(stage) == (0, 0)
    assert counts(open_again(jobs)) == (0, 0)


def test_what_a_stranger_wrote_is_unread_at_the_next_start(jobs):
    before = open_lobby(jobs)
    before.wire.feed("@msgid=m1 :bob!b@h PRIVMSG noor :psst")

    again = open_again(jobs)

    assert counts(again, "bob") == counts(before, "bob")


def test_a_conversation_is_found_under_its_persons_new_nick(jobs):
    before = open_lobby(jobs)
    before.wire.feed(":bob!b@h JOIN #lobby", ":bob!b@h PRIVMSG noor :psst")
    before.network.write_draft("bob", "well")
    before.wire.feed(":bob!b@h NICK Robert")
    before.network.let_go()

    again = open_again(jobs)

    assert names(again) == ["#lobby", "Robert"]
    assert again.network.draft("Robert") == "well"


def test_one_leaves_only_what_one_is_in(jobs):
    lobby = open_lobby(jobs)

    lobby.network.part("#nothere")

    assert lobby.told(RequestRefused) == [RequestRefused("", "#nothere", NOT_THERE)]
