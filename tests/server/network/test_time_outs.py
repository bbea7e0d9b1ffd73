"""Who says nothing is asked, and then sent away."""

import threading

import pytest

from server.clock import Clock
from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import commands

SEARCHING = "batch draft/chathistory message-tags soju.im/search"


class Time:
    """A clock that stands still until a test lets time pass."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.clock = Clock(monotonic=lambda: self.now)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def chat(start_server, time):
    timeouts = {"registration": 30, "ping": 60, "door": 10}
    return start_server(clock=time.clock, timeouts=timeouts)


def pass_time(chat, time: Time, seconds: int) -> None:
    """Let time pass, second by second, and the server notice each of them."""
    for _ in range(seconds):
        time.now += 1.0
        chat.takes_a_turn()


def test_who_does_not_sign_in_is_sent_away_with_words(chat, time):
    client = chat.connect()
    client.ask("NICK anna")

    pass_time(chat, time, 31)
    farewell = client.read_to_end()

    assert [each.render() for each in farewell] == [
        "ERROR :You did not sign in in time."
    ]


def test_who_only_sends_half_a_line_is_sent_away_too(chat, time):
    client = chat.connect()
    client.ask("NICK anna")
    client.send_bytes(b"USER anna")

    pass_time(chat, time, 31)

    assert commands(client.read_to_end()) == ["ERROR"]


def test_a_nick_is_free_again_when_its_holder_was_sent_away(chat, time):
    client = chat.connect()
    client.ask("NICK anna")
    pass_time(chat, time, 31)
    client.read_to_end()

    assert chat.join("anna").nick == "anna"


def test_who_is_silent_is_asked_and_may_stay_if_he_answers(chat, time):
    anna = chat.join("anna")

    pass_time(chat, time, 61)
    question = anna.read()
    anna.send(f"PONG {question.trailing}")
    anna.roundtrip()
    pass_time(chat, time, 59)

    assert question.command == "PING"
    assert anna.roundtrip() == []


def test_who_does_not_answer_is_sent_away_and_the_others_hear_why(chat, time):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.roundtrip()

    pass_time(chat, time, 61)
    anna.read_until("PING")
    bert.roundtrip()
    pass_time(chat, time, 61)
    farewell = anna.read_to_end()

    assert farewell[-1].render() == "ERROR :No answer for 60 seconds."
    (goodbye,) = [each for each in bert.roundtrip() if each.command == "QUIT"]
    assert goodbye.trailing == "No answer for 60 seconds."


def test_who_speaks_is_not_asked(chat, time):
    anna = chat.join("anna")

    pass_time(chat, time, 59)
    anna.roundtrip()
    pass_time(chat, time, 59)

    assert anna.roundtrip() == []


def test_who_connects_and_says_nothing_is_sent_away_by_the_door(start_server):
    chat = start_server(timeouts={"door": 1})
    client = chat.connect()

    farewell = client.read_to_end()

    assert [each.render() for each in farewell] == [
        "ERROR :You said nothing for too long."
    ]


def connection_of(chat, nick):
    """Give the connection by which somebody is here."""
    everybody = chat.connections()
    return next(each for each in everybody if each.session.user.nick == nick)


def test_who_is_to_go_while_he_waits_for_long_work_is_not_waited_for_ever(
    start_server, time, mocker
):
    chat = start_server(clock=time.clock, operators=OPERATORS, timeouts={"ping": 60})
    olga = operator_of(chat)
    deaf = chat.connect(receive_buffer=4096).register("deaf", SEARCHING)
    connection = connection_of(chat, "deaf")
    may_end = threading.Event()
    mocker.patch.object(
        chat.reader, "search", side_effect=lambda _: may_end.wait() and []
    )
    deaf.send("SEARCH text=rose")
    assert chat.waits_for(lambda: connection.is_waiting)
    while not connection.wants_to_write:
        olga.ask(*[f"PRIVMSG deaf :{'x' * 400}"] * 100)
    olga.ask("KILL deaf :bye")
    may_end.set()
    assert chat.waits_for(lambda: not connection.is_waiting)

    pass_time(chat, time, 200)

    assert connection.is_closed
