"""A disk that is full or slow keeps nobody from talking."""

from chatapp.models.arrival import PATIENCE, TRY_AGAIN
from chatapp.models.entities import Delivery
from chatapp.models.events import KeepingChanged
from chatapp.wire.message import Message
from tests.chatapp.models.fake_jobs import FailingJobs, SlowJobs
from tests.chatapp.models.fakes import FULL, NetworkStage
from tests.chatapp.models.kept import SAFE, enter, open_lobby, rows, states


def test_a_full_disk_keeps_nobody_from_talking():
    jobs = FailingJobs()
    lobby = open_lobby(jobs)
    jobs.is_full = True

    lobby.network.say("#lobby", "hello")

    assert states(lobby) == [("hello", Delivery.SENT)]
    assert lobby.wire.take_said() == ["#lobby hello"]
    assert lobby.told(KeepingChanged)[0] == KeepingChanged("The disk is full.")


def test_a_disk_that_works_again_is_told():
    jobs = FailingJobs()
    lobby = open_lobby(jobs)
    jobs.is_full = True
    lobby.network.say("#lobby", "hello")
    jobs.is_full = False

    lobby.network.say("#lobby", "again")

    assert lobby.told(KeepingChanged)[-1] == KeepingChanged()
    assert ("again", "WAITING") in rows(jobs)


def test_one_can_sign_in_while_nothing_can_be_kept():
    jobs = FailingJobs()
    jobs.is_full = True

    lobby = open_lobby(jobs)

    assert [room.name for room in lobby.network.rooms()] == ["#lobby"]


def test_a_disk_that_hangs_keeps_nobody_out():
    jobs = SlowJobs()
    jobs.is_slow = True
    stage = NetworkStage(jobs)
    stage.sign_in(SAFE)
    enter(stage)
    assert stage.network.rooms() == []

    stage.stay_online(int(PATIENCE) + 1)

    assert [room.name for room in stage.network.rooms()] == ["#lobby"]


def test_what_a_slow_disk_gives_late_goes_out_all_the_same():
    jobs = SlowJobs()
    crashed = open_lobby(jobs)
    crashed.wire.end()
    crashed.network.say("#lobby", "hello")
    again = NetworkStage(jobs, "b")
    jobs.is_slow = True
    again.sign_in(SAFE)
    enter(again)
    again.stay_online(int(PATIENCE) + 1)
    again.stay_online(15)

    jobs.is_slow = False
    jobs.catch_up()

    assert again.wire.take_said() == ["#lobby hello"]


def test_rooms_that_a_slow_disk_gives_late_are_joined_all_the_same():
    jobs = SlowJobs()
    crashed = open_lobby(jobs)
    crashed.network.open_direct("bob")
    crashed.wire.end()
    crashed.network.say("#lobby", "hello")
    again = NetworkStage(jobs, "b")
    jobs.is_slow = True
    again.sign_in(SAFE)
    again.stay_online(int(PATIENCE) + 1)
    again.wire.take_sent()

    jobs.is_slow = False
    jobs.catch_up()
    sent = again.wire.take_sent()
    enter(again)

    assert "JOIN #lobby" in sent
    assert [line for line in sent if " LATEST bob " in line]
    assert again.wire.take_said() == ["#lobby hello"]


def test_what_a_slow_disk_gives_between_two_sessions_is_joined_by_the_next():
    jobs = SlowJobs()
    open_lobby(jobs)
    again = NetworkStage(jobs, "b")
    jobs.is_slow = True
    again.sign_in(SAFE)
    again.wire.end()

    jobs.is_slow = False
    jobs.catch_up()
    again.reconnect()
    again.welcome(SAFE)

    assert again.wire.sent.count("JOIN #lobby") == 1


def test_what_a_full_disk_did_not_give_is_asked_for_again():
    jobs = FailingJobs()
    crashed = open_lobby(jobs)
    crashed.wire.end()
    crashed.network.say("#lobby", "hello")
    again = NetworkStage(jobs, "b")
    jobs.is_full = True
    again.sign_in(SAFE)
    again.stay_online(int(TRY_AGAIN) + 1)
    jobs.is_full = False
    again.wire.take_sent()

    again.stay_online(int(TRY_AGAIN))

    assert "JOIN #lobby" in again.wire.take_sent()
    enter(again)
    assert again.wire.take_said() == ["#lobby hello"]
    assert rows(jobs) == [("hello", "WAITING")]


def test_what_is_said_when_a_full_disk_has_room_again_is_kept():
    jobs = FailingJobs()
    jobs.is_full = True
    lobby = open_lobby(jobs)
    lobby.wire.feed("@msgid=m1 :Ann!a@h PRIVMSG #lobby :not kept")
    jobs.is_full = False

    lobby.stay_online(int(TRY_AGAIN) + 1)
    lobby.give_page("#lobby", "msgid=m1 :Ann!a@h PRIVMSG #lobby :not kept")
    lobby.wire.feed("@msgid=m2 :Ann!a@h PRIVMSG #lobby :kept")

    kept = jobs.connection.execute("SELECT text FROM lines WHERE msgid <> ''")
    assert kept.fetchall() == [("not kept",), ("kept",)]
    assert lobby.texts() == ["not kept", "kept"]


def test_a_profile_that_one_comes_back_to_before_another_was_read_is_taken_up():
    jobs = SlowJobs()
    lobby = open_lobby(jobs)
    lobby.wire.end()
    jobs.is_slow = True
    lobby.reconnect()
    lobby.welcome(f"{FULL} chatapp/id=h2")
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome(SAFE)
    jobs.is_slow = False
    jobs.catch_up()
    enter(lobby)

    lobby.network.write_draft("#lobby", "half")
    lobby.network.let_go()

    assert open_lobby(jobs, ids="b").network.draft("#lobby") == "half"


def test_what_comes_after_something_that_was_not_kept_does_not_join_what_was():
    jobs = FailingJobs()
    before = open_lobby(jobs)
    before.wire.feed("@msgid=m1 :Ann!a@h PRIVMSG #lobby :kept")
    again = NetworkStage(jobs, "b")
    jobs.is_full = True
    again.sign_in(SAFE)
    enter(again)
    again.wire.feed("@msgid=m2 :Ann!a@h PRIVMSG #lobby :not kept")
    jobs.is_full = False

    again.network.mark_read("#lobby")
    again.network.fetch_older("#lobby")
    again.wire.feed("@msgid=m3 :Ann!a@h PRIVMSG #lobby :after it")

    kept = jobs.connection.execute("SELECT text FROM lines WHERE msgid <> ''")
    assert kept.fetchall() == [("kept",)]


def test_what_was_written_while_the_disk_was_full_is_kept_once_it_has_room(mocker):
    jobs = FailingJobs()
    lobby = open_lobby(jobs)
    lobby.wire.end()
    jobs.is_full = True
    for text in ("hello", "never mind", "again"):
        lobby.network.say("#lobby", text)
    jobs.is_full = False
    submit = mocker.spy(jobs, "submit")

    lobby.network.write_draft("#lobby", "half")
    lobby.network.write_draft("#lobby", "")

    lasting = [call.kwargs["is_lasting"] for call in submit.call_args_list]
    assert lasting.count(True) == 3  # no power cut takes them from then on
    assert [text for text, _state in rows(jobs)] == ["hello", "never mind", "again"]


def test_what_was_confirmed_while_the_disk_was_full_is_not_sent_again():
    jobs = FailingJobs()
    lobby = open_lobby(jobs)
    lobby.network.say("#lobby", "hello")
    sent = Message.parse(lobby.wire.take_sent()[-1])
    jobs.is_full = True
    lobby.wire.feed(
        f"@label={sent.tags['label']};msgid=m1;+chatapp/id={sent.tags['+chatapp/id']}"
        " :noor!u@h PRIVMSG #lobby :hello"
    )
    jobs.is_full = False

    lobby.network.write_draft("#lobby", "half")
    lobby.network.write_draft("#lobby", "")

    assert rows(jobs) == []
