"""Who wrote to one while one was away is found out after each sign-in."""

import pytest

from chatapp.models.session.history_requests import TARGETS
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import FULL, NetworkStage
from tests.chatapp.models.kept import open_lobby


def asked(stage):
    return [line for line in stage.wire.take_sent() if "TARGETS" in line]


@pytest.fixture
def signed_in(stage):
    stage.sign_in()
    return stage


def test_the_first_time_one_month_is_asked_about(signed_in):
    (request,) = asked(signed_in)
    since, until = "2026-10-23T12:00:00.000Z", "2026-11-23T12:00:00.000Z"
    assert request == f"CHATHISTORY TARGETS timestamp={since} timestamp={until} 50"


def test_later_only_what_was_said_since_the_last_line_that_was_read(signed_in):
    signed_in.enter()
    signed_in.give_page("#lobby")
    signed_in.wire.feed(
        "@time=2026-11-22T11:59:00.000Z;msgid=m1 :Ann!a@h PRIVMSG #lobby :hi"
    )
    signed_in.network.mark_read("#lobby")
    tell_targets(signed_in)
    signed_in.wire.end()

    signed_in.reconnect()
    signed_in.welcome()

    assert "timestamp=2026-11-22T11:59:00.000Z" in asked(signed_in)[0]


def hear(stage, time):
    stage.wire.feed(f"@time={time};msgid={time} :Ann!a@h PRIVMSG #lobby :hi")
    stage.network.mark_read("#lobby")


def come_back(stage):
    stage.wire.end()
    stage.reconnect()
    stage.welcome()
    stage.enter()
    stage.give_page("#lobby")


def test_a_question_that_was_not_answered_is_asked_again_as_it_was(signed_in):
    signed_in.enter()
    signed_in.give_page("#lobby")
    hear(signed_in, "2026-11-22T12:00:01.000Z")
    tell_targets(signed_in)
    come_back(signed_in)
    hear(signed_in, "2026-11-22T12:30:00.000Z")
    asked(signed_in)

    come_back(signed_in)

    assert "timestamp=2026-11-22T12:00:01.000Z timestamp" in asked(signed_in)[0]
    tell_targets(signed_in)
    come_back(signed_in)
    assert "timestamp=2026-11-22T12:30:00.000Z timestamp" in asked(signed_in)[0]


def test_more_conversations_than_one_answer_names_are_asked_for_too(signed_in):
    asked(signed_in)

    tell_targets(signed_in, *(f"#room{number}" for number in range(TARGETS)))
    (request,) = asked(signed_in)
    tell_targets(signed_in, "Ann")

    since, until = "2026-11-22T11:00:00.000Z", "2026-11-23T12:00:00.000Z"
    assert request == f"CHATHISTORY TARGETS timestamp={since} timestamp={until} 50"
    assert asked(signed_in) == []
    assert [room.name for room in signed_in.network.rooms()] == ["Ann"]


def test_a_server_whose_answers_never_end_is_not_asked_for_ever(signed_in, monkeypatch):
    monkeypatch.setattr("chatapp.models.rooms.while_away.MOST_ANSWERS", 3)
    names = [f"#room{number}" for number in range(TARGETS)]
    asked(signed_in)

    for minute in range(10, 20):
        tell_targets(signed_in, *names, time=f"2026-11-22T11:{minute}:00.000Z")

    assert len(asked(signed_in)) == 2


def test_a_server_that_repeats_its_answer_is_not_asked_for_ever(signed_in):
    names = [f"#room{number}" for number in range(TARGETS)]
    tell_targets(signed_in, *names)
    asked(signed_in)

    tell_targets(signed_in, *names)

    assert asked(signed_in) == []


def test_the_server_may_allow_shorter_answers_only(stage):
    stage.network.connect("chat.example", 6667, "noor")
    stage.wire.open()
    stage.wire.feed(f":s CAP * LS :{FULL}", f":s CAP noor ACK :{FULL}")
    stage.wire.feed(":s 001 noor :Hi", ":s 005 noor CHATHISTORY=5 :are")
    stage.wire.feed(":s 422 noor :No message of the day")

    assert asked(stage)[0].endswith("Z 5")


def test_another_server_is_asked_about_its_own_time(signed_in):
    signed_in.enter()
    hear(signed_in, "2026-11-22T12:00:01.000Z")
    come_back(signed_in)
    asked(signed_in)

    signed_in.network.sign_out()
    signed_in.network.connect("other.example", 6667, "noor")
    signed_in.welcome()

    assert "timestamp=2026-10-23T" in asked(signed_in)[0]


def tell_targets(stage, *names, time="2026-11-22T11:00:00.000Z"):
    stage.wire.feed(
        ":s BATCH +t draft/chathistory-targets",
        *(f"@batch=t :s CHATHISTORY TARGETS {name} {time}" for name in names),
        ":s BATCH -t",
    )


def test_conversations_with_people_are_opened_and_their_lines_count_as_unread(
    signed_in,
):
    tell_targets(signed_in, "#lobby", "Ann")

    request = [line for line in signed_in.wire.take_sent() if "LATEST" in line]
    signed_in.give_page(
        "Ann",
        "time=2026-09-01T11:00:00.000Z;msgid=d1 :Ann!a@h PRIVMSG noor :old",
        "time=2026-11-22T11:00:00.000Z;msgid=d2 :Ann!a@h PRIVMSG noor :new",
    )

    assert request == ["CHATHISTORY LATEST Ann * 100"]
    assert [room.name for room in signed_in.network.rooms()] == ["Ann"]
    assert signed_in.texts("Ann") == ["old", "new"]
    assert signed_in.network.room("Ann").unread == 1


def read_and_close_ann(stage, last):
    """Talk with Ann, who spoke last in all rooms, and close the conversation."""
    stage.wire.feed(f"@time={last};msgid=d1 :Ann!a@h PRIVMSG noor :bye")
    stage.network.mark_read("Ann")
    stage.network.close("Ann")


def test_what_was_read_and_closed_stays_closed_when_one_comes_back(signed_in):
    tell_targets(signed_in)
    read_and_close_ann(signed_in, "2026-11-22T12:00:05.000Z")
    asked(signed_in)

    come_back(signed_in)

    assert "timestamp=2026-11-22T12:00:05.000Z timestamp" in asked(signed_in)[0]
    tell_targets(signed_in, "Ann", time="2026-11-22T12:00:05.000Z")
    assert signed_in.network.room("Ann") is None


def test_what_was_read_and_closed_stays_closed_at_the_next_start():
    jobs = FakeJobs()
    first = open_lobby(jobs, FULL)
    read_and_close_ann(first, "2026-11-22T12:00:05.000Z")

    again = NetworkStage(jobs, "b")
    again.sign_in()

    assert "timestamp=2026-11-22T12:00:05.000Z timestamp" in asked(again)[0]


def test_ones_own_last_words_do_not_open_again_what_was_closed():
    jobs = FakeJobs()
    first = open_lobby(jobs, FULL)
    first.network.open_direct("Ann")
    first.give_page("Ann")
    first.wire.feed(
        "@time=2026-11-22T12:00:05.000Z;msgid=d1 :noor!u@h PRIVMSG Ann :bye"
    )
    first.network.close("Ann")

    again = NetworkStage(jobs, "b")
    again.sign_in()

    assert "timestamp=2026-11-22T12:00:05.000Z timestamp" in asked(again)[0]


def test_a_server_that_does_not_know_the_question_harms_no_other_request(signed_in):
    signed_in.enter()
    signed_in.wire.take_sent()

    signed_in.wire.feed("FAIL CHATHISTORY INVALID_PARAMS TARGETS :Unknown")
    signed_in.give_page("#lobby", "msgid=m1 :Ann!a@h PRIVMSG #lobby :hi")

    assert signed_in.texts() == ["hi"]


def test_a_server_without_history_is_not_asked(stage):
    stage.sign_in(FULL.replace("draft/chathistory", "away-notify"))

    assert asked(stage) == []
