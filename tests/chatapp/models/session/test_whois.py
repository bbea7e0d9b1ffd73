"""WHOIS, from the question to the facts."""

import pytest

from chatapp.models.events import RequestRefused, WhoisArrived
from chatapp.models.session.facts import SendRefused
from chatapp.models.session.whois import spell_duration


def test_what_a_whois_tells_is_collected_to_its_end(member):
    member.session.inquiries.ask_whois(member.session, "Ann")

    member.feed(
        ":s 311 noor Ann ann host.example * :Ann Lee",
        ":s 312 noor Ann s.example :The server",
        ":s 319 noor Ann :@#lobby #tea ",
        ":s 301 noor Ann :Lunch",
        ":s 317 noor Ann 120 0 :seconds idle, signon time",
        ":s 330 noor Ann anna :is logged in as",
        ":s 671 noor Ann :is using a secure connection",
    )
    assert not member.told(WhoisArrived)
    member.feed(":s 318 noor Ann :End")

    assert member.sent == ["WHOIS Ann Ann"]
    told = member.told(WhoisArrived)[0]
    assert told.nick == "Ann"
    assert told.facts[:5] == (
        ("Name", "Ann Lee"),
        ("Address", "ann@host.example"),
        ("Server", "s.example"),
        ("Rooms", "@#lobby #tea"),
        ("Away", "Lunch"),
    )
    assert told.facts[5] == ("Silent for", "2 minutes")
    assert told.facts[6][0] == "Here since"
    assert told.facts[7:] == (
        ("Account", "anna"),
        ("Connection", "is using a secure connection"),
    )


def test_a_whois_of_nobody_is_refused(member):
    member.session.inquiries.ask_whois(member.session, "ghost")

    member.feed(":s 401 noor ghost :No such nick", ":s 318 noor ghost :End")

    assert not member.told(WhoisArrived)
    assert member.told(SendRefused)[0].room == "ghost"
    assert not member.told(RequestRefused)


def test_that_nobody_is_asked_about_is_no_missing_server(member):
    member.session.inquiries.ask_whois(member.session, "ghost")

    member.feed(":s 402 noor ghost :No such server")

    assert member.told(SendRefused)[0].sentence.startswith("ghost is not here now.")


def test_answers_to_no_question_are_not_shown(member):
    member.feed(":s 311 noor Ann a h * :Ann", ":s 318 noor Ann :End")

    assert member.facts == []


def test_an_endless_answer_is_cut(member):
    member.session.inquiries.ask_whois(member.session, "Ann")

    member.feed(*[":s 320 noor Ann :is kind"] * 500, ":s 318 noor Ann :End")

    assert len(member.told(WhoisArrived)[0].facts) == 60


@pytest.mark.parametrize("seconds", ["99999999999999999", "-1", "soon"])
def test_impossible_times_do_no_harm(member, seconds):
    member.session.inquiries.ask_whois(member.session, "Ann")

    member.feed(f":s 317 noor Ann 5 {seconds} :idle", ":s 318 noor Ann :End")

    assert member.told(WhoisArrived)[0].facts[0] == (
        "Silent for",
        "less than a minute",
    )


def test_a_number_of_any_length_does_no_harm(member):
    member.session.inquiries.ask_whois(member.session, "Ann")

    member.feed(
        f":s 317 noor Ann {'9' * 5000} 5 :idle",
        ":s 312 noor Ann s.example :The server",
        ":s 318 noor Ann :End",
    )

    (told,) = member.told(WhoisArrived)
    assert [about for about, _ in told.facts] == ["Here since", "Server"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "less than a minute"),
        (60, "a minute"),
        (7_199, "an hour"),
        (7_200, "2 hours"),
        (86_400, "a day"),
        (999_999, "11 days"),
    ],
)
def test_a_duration_is_said_roughly(seconds, words):
    assert spell_duration(seconds) == words
