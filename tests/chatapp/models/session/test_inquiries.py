"""Questions about people find their answers."""

import pytest

from chatapp.models.session.inquiries import MOST_UNANSWERED, MOST_WHO, MOST_WHOIS


def test_answers_come_in_the_order_of_the_questions(member):
    inquiries = member.session.inquiries
    inquiries.ask_online(member.session, ["bob"])
    inquiries.ask_online(member.session, ["zoe"])

    member.feed(":s 303 noor :bob", ":s 303 noor :")

    assert inquiries.online == {"bob"}


def test_who_goes_offline_is_no_longer_online(member):
    inquiries = member.session.inquiries
    for answer in ("bob", ""):
        inquiries.ask_online(member.session, ["bob"])
        member.feed(f":s 303 noor :{answer}")

    assert inquiries.online == set()


def test_questions_that_are_never_answered_are_forgotten(member):
    for number in range(MOST_WHOIS + 1):
        member.session.inquiries.ask_whois(member.session, f"ghost{number}")

    assert len(member.session.inquiries.whois) == 1


def test_a_channel_waits_until_the_one_before_is_told(member):
    inquiries = member.session.inquiries
    inquiries.ask_who(member.session, "#a")
    inquiries.ask_who(member.session, "#b")
    assert member.sent == ["WHO #a"]

    inquiries.next_who(member.session)
    inquiries.next_who(member.session)
    inquiries.ask_who(member.session, "#c")

    assert member.sent == ["WHO #a", "WHO #b", "WHO #c"]


@pytest.mark.parametrize(
    "refusal",
    [
        ":s 263 noor WHO :Please wait a while",
        ":s 403 noor #a :No such channel",
        ":s 416 noor #A :Too many matches",
    ],
)
def test_after_a_refusal_the_next_channel_is_asked_about(member, refusal):
    inquiries = member.session.inquiries
    inquiries.ask_who(member.session, "#a")
    inquiries.ask_who(member.session, "#b")

    member.feed(refusal)

    assert member.sent == ["WHO #a", "WHO #b"]


def test_a_refusal_of_something_else_does_not_answer(member):
    inquiries = member.session.inquiries
    inquiries.ask_who(member.session, "#a")
    inquiries.ask_who(member.session, "#b")

    member.feed(":s 403 noor #c :No such channel")

    assert member.sent == ["WHO #a"]


def test_a_server_that_is_silent_is_asked_about_the_next_channel(member):
    inquiries = member.session.inquiries
    inquiries.ask_who(member.session, "#a")
    inquiries.ask_who(member.session, "#b")

    inquiries.look_at_who(member.session)
    assert member.sent == ["WHO #a"]
    inquiries.look_at_who(member.session)
    inquiries.look_at_who(member.session)

    assert member.sent == ["WHO #a", "WHO #b"]


@pytest.mark.parametrize("name", ["#a b", ":#a", ""])
def test_what_no_command_can_name_holds_up_nobody(member, name):
    member.feed(":s 005 noor WHOX :are supported")
    inquiries = member.session.inquiries

    inquiries.ask_who(member.session, name)
    inquiries.ask_who(member.session, "#b")

    assert [line.split()[:2] for line in member.sent] == [["WHO", "#b"]]


def test_only_so_many_questions_wait(member):
    inquiries = member.session.inquiries
    for number in range(2 * MOST_WHO):
        inquiries.ask_who(member.session, f"#{number}")

    assert len(inquiries._who) == MOST_WHO


def test_who_is_long_at_the_answer_is_not_asked_the_next_question(member):
    inquiries = member.session.inquiries
    inquiries.ask_who(member.session, "#a")
    inquiries.ask_who(member.session, "#b")

    for _ in range(3):
        inquiries.look_at_who(member.session)
        member.feed(":s 352 noor #a u h s zoe H :0 Zoe")

    assert member.sent == ["WHO #a"]


def test_the_end_of_an_answer_given_up_ends_no_other(member):
    inquiries = member.session.inquiries
    for channel in ("#a", "#b", "#c"):
        inquiries.ask_who(member.session, channel)
    inquiries.look_at_who(member.session)
    inquiries.look_at_who(member.session)

    member.feed(":s 315 noor #a :End of WHO.")

    assert member.sent == ["WHO #a", "WHO #b"]


def test_a_server_that_never_tells_who_is_online_is_not_asked_for_ever(member):
    for _ in range(2 * MOST_UNANSWERED):
        member.session.inquiries.ask_online(member.session, ["bob"])

    assert len(member.sent) == MOST_UNANSWERED
