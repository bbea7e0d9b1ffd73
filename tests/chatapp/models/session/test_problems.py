"""What the server refuses, line by line."""

import pytest

from chatapp.models.events import RequestRefused, ServerSaid
from chatapp.models.session.facts import ChannelRefused, PageRefused, SendRefused


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("403", "There is no room #tea. Check the spelling."),
        ("405", "You are in as many rooms as this server allows. Leave one first."),
        ("471", "#tea is full. Try again later."),
        ("473", "#tea is by invitation only. Ask somebody in it to invite you."),
        ("474", "You are banned from #tea."),
        ("475", "#tea needs a key: type /join #tea and the key."),
        ("476", "#tea cannot be the name of a room."),
    ],
)
def test_a_channel_that_cannot_be_joined_is_told_kindly(member, code, sentence):
    member.feed(f":s {code} noor #tea :Cannot join channel")

    told = [
        getattr(fact, "text", getattr(fact, "sentence", "")) for fact in member.facts
    ]
    assert member.told(ChannelRefused) == [ChannelRefused("#tea")]
    assert sentence in told


@pytest.mark.parametrize("asked", [("#tea", "sesame"), ("#one,#TEA", "a,b")])
def test_a_key_that_is_not_the_right_one_is_told_as_such(member, asked):
    member.session.send("JOIN", *asked)

    member.feed(":s 475 noor #tea :Cannot join channel")

    (told,) = member.told(RequestRefused)
    assert told.text.startswith("That is not the right key for #tea, or")


@pytest.mark.parametrize("asked", [("#one,#tea", "a"), ("#tea",)])
def test_who_gave_no_key_for_a_room_is_told_that_it_needs_one(member, asked):
    member.session.send("JOIN", "#tea", "sesame")
    member.session.send("JOIN", *asked)

    member.feed(":s 475 noor #tea :Cannot join channel")

    (told,) = member.told(RequestRefused)
    assert told.text == "#tea needs a key: type /join #tea and the key."


@pytest.mark.parametrize(
    ("code", "about", "sentence"),
    [
        ("404", "#lobby", "You cannot write in #lobby now."),
        (
            "401",
            "ghost",
            "ghost is not here now. Check the spelling, or write later.",
        ),
        ("442", "#tea", "You are not in #tea. Join it first."),
    ],
)
def test_a_message_that_does_not_get_through_is_told(member, code, about, sentence):
    member.feed(f"@label=L2 :s {code} noor {about} :No")

    assert member.told(SendRefused) == [SendRefused(about, "L2", code, sentence)]


@pytest.mark.parametrize("code", ["439", "486", "531", "707", "716"])
def test_a_message_to_who_does_not_hear_one_did_not_get_through(member, code):
    member.feed(f":s {code} noor Ann :is not to be spoken to")

    told = SendRefused("Ann", "", code, "is not to be spoken to")
    assert member.told(SendRefused) == [told]


@pytest.mark.parametrize("code", ["437", "480", "500"])
def test_a_channel_that_too_many_come_to_may_let_one_in_a_little_later(member, code):
    member.feed(f":s {code} noor #tea :Throttle exceeded, try again later")

    assert member.told(ChannelRefused) == [ChannelRefused("#tea", is_for_now=True)]


def test_a_question_that_nobody_asked_is_not_told_as_unknown(member):
    member.feed(":s 421 noor who :Unknown command", ":s 421 mode :Unknown command")

    assert not member.told(RequestRefused)


def test_a_channel_that_leads_to_another_one_says_where(member):
    member.feed(":s 470 noor #old #new :Forwarding to another channel")

    assert member.told(ChannelRefused) == [ChannelRefused("#old", "#new")]
    assert "#new" in member.told(RequestRefused)[0].text


def test_a_refusal_without_a_word_is_told_by_none(member):
    member.feed(":s 433", ":s 999 noor", ":s 520 noor #lobby :")

    assert not member.told(RequestRefused)


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        (
            ":s 482 noor #lobby :You are no operator",
            RequestRefused("482", "#lobby", "Only moderators of #lobby can do that."),
        ),
        (
            ":s 432 noor christopher :Nickname too long, max. 9 characters",
            RequestRefused(
                "432",
                "christopher",
                "The server does not accept christopher as a username."
                " It says: Nickname too long, max. 9 characters",
            ),
        ),
        (
            ":s 499 noor thing :Something of this server alone",
            RequestRefused("499", "thing", "Something of this server alone"),
        ),
        (
            ":s 481 noor :Permission denied",
            RequestRefused("481", "", "Only the server's operators can do that."),
        ),
        (":s 433 noor :Odd", RequestRefused("433", "", "Odd")),
        (
            ":s 263 noor LIST :Wait",
            RequestRefused("263", "LIST", "Wait"),
        ),
        (
            "FAIL TOPIC TOO_LONG #lobby :Too long",
            RequestRefused("TOO_LONG", "#lobby", "Too long"),
        ),
    ],
)
def test_other_refusals_are_told_in_words(member, line, refusal):
    member.feed(line)

    assert member.facts == [refusal]


@pytest.mark.parametrize("command", ["WHO", "ISON", "CHATHISTORY", "CAP"])
def test_what_the_session_asked_by_itself_is_not_worth_a_word(member, command):
    member.feed(f":s 421 noor {command} :Unknown command")

    assert member.facts == []


@pytest.mark.parametrize(
    ("line", "room"),
    [
        ("FAIL CHATHISTORY INVALID_TARGET LATEST #tea :No history", "#tea"),
        ("FAIL CHATHISTORY NEED_MORE_PARAMS :What", ""),
    ],
)
def test_history_that_is_not_given_is_told(member, line, room):
    member.feed(line)

    assert member.facts == [PageRefused(room)]


def test_a_failed_message_is_told_with_its_label(member):
    member.feed("@label=L4 :s FAIL PRIVMSG SPAM #lobby :Slow down")

    assert member.facts == [SendRefused("#lobby", "L4", "SPAM", "Slow down")]


def test_a_failed_message_of_several_lines_is_told_with_its_label(member):
    member.feed("@label=L4 :s FAIL BATCH MULTILINE_MAX_BYTES 100 :Send less")

    assert member.facts == [SendRefused("", "L4", "MULTILINE_MAX_BYTES", "Send less")]


@pytest.mark.parametrize("command", ["WARN", "NOTE"])
def test_warnings_and_notes_are_passed_on(member, command):
    member.feed(f"{command} * SOON :The server restarts at five")

    assert member.facts == [ServerSaid("The server restarts at five")]


@pytest.mark.parametrize(
    "line",
    [":s 999 noor :x", ":s 250 noor :x", "FOO bar", ":s 333 noor #lobby Ann 1", "4x4"],
)
def test_what_is_no_refusal_is_passed_over(member, line):
    member.feed(line)

    assert member.facts == []


def test_refusals_before_the_welcome_do_not_reach_people(newcomer):
    newcomer.feed(":s 451 * JOIN :You have not registered")

    assert newcomer.facts == []
