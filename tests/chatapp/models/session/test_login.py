"""Signing in, line by line."""

import pytest

from chatapp.models.events import NetworkNamed, Problem, RequestRefused, ServerSaid
from chatapp.models.session.facts import (
    PongHeard,
    Registered,
    ServerClosed,
    SignInRefused,
)
from tests.chatapp.models.session.stage import SessionStage


def test_a_session_begins_with_capabilities_nick_and_user(newcomer):
    newcomer.session.start()

    assert newcomer.sent == ["CAP LS 302", "NICK noor", "USER noor 0 * noor"]


def test_a_password_is_sent_before_the_nick():
    stage = SessionStage(password="open sesame")

    stage.session.start()

    assert stage.sent[:3] == ["CAP LS 302", "PASS :open sesame", "NICK noor"]


def test_a_nick_of_other_scripts_has_a_plain_user_name():
    stage = SessionStage(nick="Ναταλία")

    stage.session.start()

    assert stage.sent[2] == "USER chatapp 0 * Ναταλία"


def test_a_ping_is_answered_before_the_welcome(newcomer):
    newcomer.feed("PING :1234 5678")

    assert newcomer.sent == ["PONG :1234 5678"]


def test_the_answer_to_a_ping_is_told(member):
    member.feed(":s PONG s token-7")

    assert member.told(PongHeard) == [PongHeard("token-7")]


def test_one_is_signed_in_after_the_message_of_the_day(newcomer):
    newcomer.feed(
        ":s 001 noor2 :Welcome",
        ":s 005 noor2 NETWORK=Garden :are supported",
        ":s 375 noor2 :- Message of the day -",
        ":s 372 noor2 :- Be kind.",
        ":s 372 noor2 :- Have fun.",
    )
    assert not newcomer.told(Registered)

    newcomer.feed(":s 376 noor2 :End")

    assert newcomer.facts == [
        NetworkNamed("Garden"),
        Registered("noor2"),
        ServerSaid("Be kind.\nHave fun."),
    ]


def test_being_put_into_a_channel_ends_the_welcome_too(newcomer):
    newcomer.feed(":s 001 noor :Welcome", ":noor!u@h JOIN #lobby")

    assert newcomer.facts[0] == Registered("noor")


def test_a_second_message_of_the_day_does_not_sign_in_again(member):
    member.feed(":s 376 noor :End")

    assert not member.told(Registered)


@pytest.mark.parametrize(
    ("line", "problem", "detail"),
    [
        (":s 433 * noor :In use", Problem.NICK_TAKEN, "noor"),
        (":s 436 * noor :Collision", Problem.NICK_TAKEN, "noor"),
        (":s 432 * noor :Bad nick", Problem.NICK_REFUSED, "Bad nick"),
        (":s 464 * :Password please", Problem.PASSWORD_NEEDED, "Password please"),
        ("FAIL USER NO_WAY :Not today", Problem.REFUSED, "Not today"),
    ],
)
def test_a_refused_sign_in_has_a_reason(newcomer, line, problem, detail):
    newcomer.feed(line)

    assert newcomer.facts == [SignInRefused(problem, detail)]


def test_a_wrong_password_differs_from_a_missing_one():
    stage = SessionStage(password="sesame")

    stage.feed(":s 464 * :No")

    assert stage.facts == [SignInRefused(Problem.PASSWORD_WRONG, "No")]


@pytest.mark.parametrize("password", ["sesame", "invite:abc"])
def test_who_has_to_wait_is_told_so_and_may_try_again(password):
    stage = SessionStage(password=password)
    words = "Too many wrong passwords were given. Please wait 5 seconds."

    stage.feed(f":s 464 * :{words}")

    assert stage.facts == [SignInRefused(Problem.REFUSED, words)]


def test_a_refused_invitation_is_no_wrong_password():
    stage = SessionStage(password="invite:abc")

    stage.feed(":s 464 * :It has expired.")

    refused = SignInRefused(Problem.INVITATION_REFUSED, "It has expired.")
    assert stage.facts == [refused]


@pytest.mark.parametrize("password", ["", "sesame"])
def test_where_only_the_invited_come_in_no_password_is_asked_for(password):
    stage = SessionStage(password=password)

    stage.feed(":s 464 * :Only people who were invited.")

    assert stage.facts[0].problem is Problem.INVITATION_NEEDED


@pytest.mark.parametrize(
    ("line", "for_good"),
    [
        ("ERROR :Closing link: the server restarts", False),
        ("ERROR :Closing Link: noor (Killed (Ann (bye)))", True),
        ("ERROR :Closing link: You are banned here", True),
        ("ERROR :Closing link: K-lined", True),
        ("ERROR :Closing link: Ping timeout", False),
        (":s 465 noor :You are banned", True),
        (":Ann!a@h KILL noor :spam", True),
    ],
)
def test_an_ended_session_says_whether_to_come_back(member, line, for_good):
    member.feed(line)

    assert [fact.for_good for fact in member.told(ServerClosed)] == [for_good]


@pytest.mark.parametrize("welcome", [":s 001 :Hi there", ":s 001 * :Hi there"])
def test_a_welcome_without_a_nick_leaves_one_the_nick_one_asked_for(welcome):
    stage = SessionStage()

    stage.feed(welcome, ":s 422 * :No message of the day")

    assert stage.told(Registered) == [Registered("noor")]


def test_somebody_elses_end_is_not_ones_own(member):
    member.feed(":Ann!a@h KILL bob :spam")

    assert member.facts == []


@pytest.mark.parametrize(
    "greeting",
    [
        "SSH-2.0-OpenSSH_9.6",
        "HTTP/1.1 400 Bad Request",
        "220 mail.example.org ESMTP",
        "+OK POP3 ready",
        "-ERR unknown command",
        "<html><body>",
    ],
)
def test_another_protocol_is_no_chat_server(newcomer, greeting):
    newcomer.feed(greeting)

    assert newcomer.facts == [SignInRefused(Problem.NOT_A_CHAT_SERVER)]


def test_unknown_words_of_a_chat_server_are_passed_over(newcomer):
    newcomer.feed(":s NOTICE * :Looking up your host", ":s 020 * :Please wait", "HI")

    assert newcomer.facts == []


def test_another_nick_is_taken_where_that_is_better_than_none():
    stage = SessionStage(other_nicks=True)

    stage.feed(":s 433 * noor :In use", ":s 433 * noor_ :In use")

    assert stage.sent == ["NICK noor_", "NICK noor__"]
    assert stage.facts == []


def test_a_server_with_short_nicks_is_offered_short_ones():
    stage = SessionStage(nick="margarete", other_nicks=True, longest_nick=9)

    stage.feed(":s 433 * margarete :In use")

    assert stage.sent[-1] == "NICK margaret1"


def test_another_nick_that_is_refused_is_followed_by_the_next():
    stage = SessionStage(other_nicks=True)

    stage.feed(":s 433 * noor :In use", ":s 432 * noor_ :Erroneous nickname")

    assert stage.sent[-1] == "NICK noor__"
    assert not stage.told(SignInRefused)


def test_a_nick_written_from_right_to_left_gets_a_digit():
    stage = SessionStage(nick="שרה", other_nicks=True)

    stage.feed(":s 433 * שרה :In use")

    assert stage.sent[-1] == "NICK שרה1"


def test_there_is_an_end_to_trying_other_nicks():
    stage = SessionStage(other_nicks=True)

    stage.feed(*[":s 433 * x :In use"] * 9)

    assert len(stage.sent) == 8
    assert stage.facts == [SignInRefused(Problem.NICK_TAKEN, "noor")]


def test_the_wanted_nick_is_taken_when_its_owner_leaves():
    stage = SessionStage(other_nicks=True)
    stage.feed(
        ":s 433 * noor :In use", ":s 001 noor_ :Hi", ":s 422 noor_ :No", ":s 001 noor_ "
    )
    stage.feed(":noor_!u@h JOIN #lobby", ":s 353 noor_ = #lobby :noor noor_")
    stage.feed(":s 366 noor_ #lobby :End")
    stage.forget()

    stage.feed(":noor!u@h QUIT :Ping timeout")

    assert stage.sent == ["NICK noor"]


def test_a_refused_nick_leaves_the_old_one(member):
    member.session.wanted_nick = "Bob"

    member.feed(":s 433 noor Bob :In use")

    assert member.session.wanted_nick == "noor"
    assert member.told(RequestRefused) == [
        RequestRefused(
            "433", "Bob", "Bob is already in use here. Choose another username."
        )
    ]
