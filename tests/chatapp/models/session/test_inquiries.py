"""Questions about people find their answers."""

from chatapp.models.session.inquiries import MOST_WHOIS


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
