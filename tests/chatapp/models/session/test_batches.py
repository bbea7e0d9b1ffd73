"""Batches: history, labels, and batches inside others."""

import pytest

from chatapp.models.entities import Change
from chatapp.models.session.facts import (
    Acknowledged,
    DoneByPerson,
    Heard,
    PageArrived,
    TargetsTold,
)
from chatapp.models.session.multiline import MOST_BYTES
from tests.chatapp.models.fakes import FULL
from tests.chatapp.models.session.stage import SessionStage


def test_a_page_of_history_arrives_as_one(member):
    member.feed(
        ":s BATCH +h chathistory #LOBBY",
        "@batch=h;msgid=1 :Ann!a@h PRIVMSG #lobby :one",
        "@batch=h;msgid=2 :bob!b@h NOTICE #lobby :two",
        "@batch=h;msgid=3 :noor!u@h PRIVMSG #lobby :\x01ACTION three\x01",
    )
    assert member.facts == []
    member.feed(":s BATCH -h")

    page = member.told(PageArrived)[0]
    assert page.room == "#lobby"
    assert [line.text for line in page.lines] == ["one", "two", "three"]
    assert page.lines[2].mine


def test_changes_of_the_past_change_nothing_now(member):
    member.feed(
        ":s BATCH +h chathistory #lobby",
        "@batch=h :bob!b@h JOIN #lobby",
        "@batch=h :Ann!a@h PART #lobby :Lunch",
        "@batch=h :zoe!z@h QUIT :Bye",
        "@batch=h :bob!b@h NICK robert",
        "@batch=h :Ann!a@h KICK #lobby robert :spam",
        "@batch=h :Ann!a@h TOPIC #lobby :Tea",
        "@batch=h :Ann!a@h MODE #lobby +i",
        ":s BATCH -h",
    )

    assert [line.change for line in member.told(PageArrived)[0].lines] == [
        Change.JOINED,
        Change.LEFT,
        Change.QUIT,
        Change.RENAMED,
        Change.KICKED,
        Change.TOPIC,
        Change.MODE,
    ]
    assert member.people() == {"Ann": "@", "noor": ""}


def test_what_is_no_line_of_the_past_is_left_out(member):
    member.feed(
        ":s BATCH +h chathistory #lobby",
        "@batch=h :Ann!a@h PRIVMSG #lobby :\x01VERSION\x01",
        "@batch=h :Ann!a@h TAGMSG #lobby",
        "@batch=h :Ann!a@h PRIVMSG",
        "@batch=h :Ann!a@h KICK #lobby",
        "@batch=h :s 001 noor :Welcome",
        ":s BATCH -h",
    )

    assert member.facts == [PageArrived("#lobby", ())]
    assert member.sent == []


def test_a_direct_page_keeps_to_its_conversation_whatever_nicks_were_then(member):
    member.feed(
        ":s BATCH +h chathistory Ann",
        "@batch=h :Ann!a@h PRIVMSG oldnoor :hi",
        "@batch=h :oldnoor!u@h PRIVMSG Ann :hello",
        ":s BATCH -h",
    )

    page = member.told(PageArrived)[0]
    assert [line.room for line in page.lines] == ["Ann", "Ann"]


def test_a_page_inside_a_labelled_answer_arrives_too(member):
    member.feed(
        "@label=L1 :s BATCH +o labeled-response",
        "@batch=o :s BATCH +h chathistory #lobby",
        "@batch=h :Ann!a@h PRIVMSG #lobby :one",
        "@batch=o :s BATCH -h",
        ":s BATCH -o",
    )

    assert [line.text for line in member.told(PageArrived)[0].lines] == ["one"]


def test_batches_inside_a_page_belong_to_the_page(member):
    member.feed(
        ":s BATCH +h chathistory #lobby",
        "@batch=h :s BATCH +n netsplit a b",
        "@batch=n :Ann!a@h QUIT :a b",
        ":s BATCH -n",
        "@batch=h :bob!b@h PRIVMSG #lobby :one",
        ":s BATCH -h",
    )

    assert len(member.told(PageArrived)[0].lines) == 2
    assert "Ann" in member.people()


def test_messages_of_a_labelled_answer_carry_its_label(member):
    member.feed(
        "@label=L9 :s BATCH +o labeled-response",
        "@batch=o :noor!u@h PRIVMSG #lobby :one",
        ":s BATCH -o",
    )

    assert member.told(Heard)[0].label == "L9"


def test_people_of_a_netsplit_leave_at_once(member):
    member.feed(":s BATCH +n netsplit a b", "@batch=n :Ann!a@h QUIT :a b")

    assert member.told(DoneByPerson)[0].nick == "Ann"


def test_an_acknowledgement_tells_its_label(member):
    member.feed("@label=L3 :s ACK")

    assert member.facts == [Acknowledged("L3")]


def test_a_server_that_begins_batches_without_end_is_bounded(member):
    member.feed(*[f":s BATCH +{number} x" for number in range(1_000)])

    assert len(member.session.batches.open) == 100


def test_what_came_in_a_batch_that_others_push_out_is_not_lost(member):
    member.feed(":s BATCH +h chathistory #lobby", "@batch=h :bob!b@h JOIN #lobby")
    member.feed(":Ann!a@h BATCH +m draft/multiline #lobby")
    member.feed("@batch=m :Ann!a@h PRIVMSG #lobby :one")

    member.feed(*[f":s BATCH +{number} x" for number in range(100)])

    assert len(member.told(PageArrived)[0].lines) == 1
    assert [heard.line.text for heard in member.told(Heard)] == ["one"]


def test_who_waits_for_the_end_of_a_batch_hears_of_it_where_it_is_pushed_out(member):
    member.feed(":s BATCH +t draft/chathistory-targets")

    member.feed(*[f":s BATCH +{number} x" for number in range(100)])

    assert member.told(TargetsTold) == [TargetsTold()]


def test_an_endless_page_is_given_once(member):
    member.feed(":s BATCH +h chathistory #lobby")
    member.feed(*["@batch=h :Ann!a@h PRIVMSG #lobby :x"] * 5_500, ":s BATCH -h")

    assert [len(page.lines) for page in member.told(PageArrived)] == [5_000]
    assert member.told(Heard) == []


def test_of_an_endless_message_nothing_is_lost(member):
    member.feed("@msgid=1;label=L :Ann!a@h BATCH +m draft/multiline #lobby")
    member.feed(*["@batch=m :Ann!a@h PRIVMSG #lobby :x"] * 5_500)

    member.feed(":Ann!a@h BATCH -m")

    heard = member.told(Heard)
    assert [each.line.text.count("x") for each in heard] == [5_000, 500]
    assert [(each.line.msgid, each.label) for each in heard] == [("1", "L"), ("", "")]


def test_endless_pages_are_bounded_together(member):
    for name in "abc":
        member.feed(f":s BATCH +{name} chathistory #lobby")
        line = f"@batch={name} :Ann!a@h PRIVMSG #lobby :x"
        member.feed(*[line] * 2_000)

    member.feed(":s BATCH -a", ":s BATCH -b", ":s BATCH -c")

    pages = [len(page.lines) for page in member.told(PageArrived)]
    assert pages == [2_000, 2_000, 2_000]


def test_pages_that_are_over_or_begun_anew_leave_room_for_others(member):
    for _ in range(3):
        member.feed(":s BATCH +h chathistory #lobby")
        member.feed(*["@batch=h :Ann!a@h PRIVMSG #lobby :x"] * 4_000)
    member.feed(":s BATCH -h", ":s BATCH +h chathistory #lobby")
    member.feed("@batch=h :Ann!a@h PRIVMSG #lobby :x", ":s BATCH -h")

    pages = [len(page.lines) for page in member.told(PageArrived)]
    assert pages == [4_000, 4_000, 4_000, 1]


def test_ends_and_beginnings_that_make_no_sense_do_no_harm(member):
    member.feed("BATCH -x", "BATCH +", "BATCH", "BATCH ?x y", "BATCH +h chathistory")
    member.feed("BATCH -h", "@batch=nowhere :Ann!a@h PRIVMSG #lobby :hello")

    assert [heard.line.text for heard in member.told(Heard)] == ["hello"]


def test_several_lines_are_one_message_with_the_tags_of_its_beginning(member):
    member.feed(
        "@msgid=m1;label=L1;+chatapp/id=c1 :Ann!a@h BATCH +m draft/multiline #LOBBY",
        "@batch=m :Ann!a@h PRIVMSG #lobby :def f():",
        "@batch=m :Ann!a@h PRIVMSG #lobby :    return ",
        "@batch=m;draft/multiline-concat :Ann!a@h PRIVMSG #lobby :1",
        "@batch=m :Ann!a@h PRIVMSG #lobby :",
        "@batch=m :Ann!a@h PRIVMSG #lobby :f()",
    )
    assert member.facts == []
    member.feed(":Ann!a@h BATCH -m")

    heard = member.told(Heard)[0]
    assert heard.line.text == "def f():\n    return 1\n\nf()"
    assert (heard.line.msgid, heard.line.client_id) == ("m1", "c1")
    assert (heard.line.sender, heard.line.room) == ("Ann", "#lobby")
    assert heard.label == "L1"


def test_several_lines_in_a_page_are_one_message_in_its_place(member):
    member.feed(
        ":s BATCH +h chathistory #lobby",
        "@batch=h;msgid=m1 :Ann!a@h PRIVMSG #lobby :one",
        "@batch=h;msgid=m2 :Ann!a@h BATCH +m draft/multiline #lobby",
        "@batch=m :Ann!a@h PRIVMSG #lobby :two",
        "@batch=m :Ann!a@h PRIVMSG #lobby :three",
        ":s BATCH -m",
        "@batch=h;msgid=m3 :Ann!a@h PRIVMSG #lobby :four",
        ":s BATCH -h",
    )

    lines = member.told(PageArrived)[0].lines
    assert [line.text for line in lines] == ["one", "two\nthree", "four"]
    assert [line.msgid for line in lines] == ["m1", "m2", "m3"]
    assert member.told(Heard) == []


def test_a_batch_of_lines_that_says_nothing_is_no_message(member):
    member.feed(
        ":Ann!a@h BATCH +m draft/multiline #lobby",
        "@batch=m :Ann!a@h TAGMSG #lobby",
        ":Ann!a@h BATCH -m",
        ":Ann!a@h BATCH +n draft/multiline",
        "@batch=n :Ann!a@h PRIVMSG #lobby :with the lines' own target",
        ":Ann!a@h BATCH -n",
    )

    texts = [heard.line.text for heard in member.told(Heard)]
    assert texts == ["with the lines' own target"]


@pytest.mark.parametrize(
    ("limits", "length"), [("max-bytes=600,max-lines=9", 600), ("", MOST_BYTES)]
)
def test_a_message_has_no_more_lines_than_its_length_has_room_for(limits, length):
    stage = SessionStage().sign_in(f"{FULL} draft/multiline")
    stage.session.login.offered["draft/multiline"] = limits
    piece = "@batch=m;draft/multiline-concat :Ann!a@h PRIVMSG noor :" + "x" * 400
    stage.feed(":Ann!a@h BATCH +m draft/multiline noor", *[piece] * 700)

    stage.feed(":Ann!a@h BATCH -m")

    lengths = [len(heard.line.text) for heard in stage.told(Heard)]
    assert max(lengths) == lengths[0] == length // 400 * 400
    assert sum(lengths) == 700 * 400
