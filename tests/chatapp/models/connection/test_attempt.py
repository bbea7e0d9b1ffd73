"""One try at a server: what it takes, and how it may end."""

import pytest

from chatapp.models.connection.attempt import (
    DIALLING_SECONDS,
    LOOK_UP_SECONDS,
    SIGN_IN_SECONDS,
    SILENT_SECONDS,
)
from chatapp.models.entities import Connectedness
from chatapp.models.events import Problem, SignInFailed


def connect(stage, password=""):
    stage.network.connect("chat.example", 6667, "noor", password)
    stage.wire.open()


def test_a_look_up_that_never_ends_is_given_up(stage):
    stage.network.connect("chat.example", 6667, "noor")

    stage.time.pass_by(LOOK_UP_SECONDS + 1)

    assert stage.told(SignInFailed) == [SignInFailed(Problem.NAME_NOT_FOUND_IN_TIME)]
    assert stage.wire.closed


def test_a_server_that_is_found_and_does_not_answer_is_given_up(stage):
    stage.network.connect("chat.example", 6667, "noor")
    stage.time.pass_by(LOOK_UP_SECONDS - 1)
    stage.wire.find_host()

    stage.time.pass_by(DIALLING_SECONDS - 1)
    assert not stage.told(SignInFailed)
    stage.time.pass_by(2)

    assert stage.told(SignInFailed) == [SignInFailed(Problem.TIMED_OUT)]


def test_a_server_that_says_nothing_is_given_up_soon(stage):
    connect(stage)

    stage.time.pass_by(SILENT_SECONDS + 1)

    assert stage.told(SignInFailed) == [SignInFailed(Problem.SILENT)]
    assert stage.wire.closed


def test_a_server_that_speaks_slowly_has_more_time_but_not_for_ever(stage):
    connect(stage)
    stage.time.pass_by(SILENT_SECONDS - 1)
    stage.wire.feed(":s NOTICE * :Looking you up")

    stage.time.pass_by(SIGN_IN_SECONDS - SILENT_SECONDS - 1)
    stage.wire.feed(":s NOTICE * :Still looking")
    assert not stage.told(SignInFailed)
    stage.time.pass_by(2)

    assert stage.told(SignInFailed) == [SignInFailed(Problem.TIMED_OUT)]


def test_who_is_welcome_is_signed_in_though_the_welcome_has_no_end(stage):
    connect(stage)
    stage.wire.feed(":s 001 noor :Welcome", ":s 372 noor :- a message of the day")

    stage.time.pass_by(SIGN_IN_SECONDS + 1)

    assert not stage.told(SignInFailed)
    assert stage.network.state is Connectedness.ONLINE


@pytest.mark.parametrize(
    ("capabilities", "is_held_back"),
    [
        ("batch draft/chathistory", False),
        ("batch chatapp/visit", False),
        ("batch", True),
        ("", True),
    ],
)
def test_a_server_that_may_throw_one_out_is_sent_little_at_once(
    stage, capabilities, is_held_back
):
    stage.sign_in(capabilities)

    assert stage.wire.is_held_back is is_held_back


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ([":s 433 * noor :In use", "ERROR :Bye"], Problem.NICK_TAKEN),
        ([":s 432 * noor :Bad"], Problem.NICK_REFUSED),
        ([":s 464 * :Password"], Problem.PASSWORD_NEEDED),
        ([":s 465 * :Banned"], Problem.REFUSED),
        (["ERROR :Too many connections"], Problem.REFUSED),
        (["HTTP/1.1 400 Bad Request"], Problem.NOT_A_CHAT_SERVER),
        (["SSH-2.0-OpenSSH_9.6"], Problem.NOT_A_CHAT_SERVER),
        (["\x15\x03\x01\ufffdÿ"], Problem.NOT_A_CHAT_SERVER),
    ],
)
def test_a_refused_sign_in_is_told_once_with_its_reason(stage, lines, problem):
    connect(stage)

    stage.wire.feed(*lines)
    stage.wire.end()

    assert [failed.problem for failed in stage.told(SignInFailed)] == [problem]
    assert stage.wire.closed


def test_a_connection_lost_during_the_sign_in_is_told(stage):
    connect(stage)

    stage.wire.end()

    assert stage.told(SignInFailed) == [SignInFailed(Problem.LOST)]


def test_a_sign_in_can_be_given_up(stage):
    stage.network.connect("chat.example", 6667, "noor")
    wire = stage.wire

    stage.network.cancel()
    wire.open()
    wire.end(Problem.NO_ANSWER)
    stage.time.pass_by(300)

    assert wire.closed
    assert wire.sent == []
    assert stage.network.state is Connectedness.OFFLINE
    assert not stage.told(SignInFailed)


def test_a_line_that_is_no_message_does_not_end_a_sign_in(stage):
    connect(stage)

    stage.wire.feed(":only-a-source", " ", "@tags", ":s NOTICE * :Prüfung läuft")
    stage.wire.feed(":s 001 noor :Welcome", ":s 422 noor :No message of the day")

    assert not stage.told(SignInFailed)
    assert stage.network.state is Connectedness.ONLINE


def test_lines_that_are_no_message_are_skipped_and_logged_once_by_their_shape(
    lobby, caplog
):
    lobby.wire.feed(":secret", *[":more"] * 100, ":Ann!a@h PRIVMSG #lobby x")

    assert lobby.texts() == ["x"]
    (told,) = caplog.messages
    assert "7 characters" in told
    assert "secret" not in told
