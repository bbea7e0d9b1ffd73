"""What one said is given other words, or is taken back, on a played server."""

import pytest

from chatapp.models.entities import ChatMessage, Delivery, MessageKind
from chatapp.models.events import (
    MessageAdded,
    MessageReplaced,
    RequestRefused,
)
from chatapp.wire.message import Message
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import FULL, NetworkStage
from tests.chatapp.models.kept import open_lobby, unconfirmed

SAFE = f"{FULL} chatapp/id=h1 draft/message-redaction"


def stage_on(capabilities: str = SAFE, jobs: FakeJobs | None = None) -> NetworkStage:
    stage = open_lobby(jobs or FakeJobs(), capabilities)
    stage.wire.feed("@msgid=m1 :noor!u@h PRIVMSG #lobby :helo")
    stage.wire.feed("@msgid=m2 :ann!a@h PRIVMSG #lobby :hi noor")
    stage.events.clear()
    return stage


@pytest.fixture
def stage() -> NetworkStage:
    return stage_on()


def line(stage: NetworkStage, msgid: str = "m1") -> ChatMessage:
    found = stage.network.history("#lobby").with_msgid(msgid)
    assert found
    return found


def echo(stage: NetworkStage, msgid: str = "m5") -> None:
    """Let the server repeat the last message that was sent."""
    sent = Message.parse(stage.wire.take_sent()[-1])
    tags = {**sent.tags, "msgid": msgid, "time": "2026-11-22T12:00:05.000Z"}
    stage.wire.feed(Message(sent.command, sent.params, tags, "noor!u@h").render())


def test_an_edit_says_to_programs_what_it_changes_and_to_people_what_is_right(stage):
    assert stage.network.correcting.edit(line(stage), "hello")

    sent = Message.parse(stage.wire.take_sent()[0])
    assert sent.params == ("#lobby", "* hello")
    assert sent.tags["+chatapp/edit"] == "m1"


def test_the_message_has_its_new_words_once_the_server_has_them(stage):
    stage.network.correcting.edit(line(stage), "hello")
    assert line(stage).text == "helo"

    echo(stage)

    assert (line(stage).text, line(stage).edits) == ("hello", ("m5",))
    assert MessageReplaced("#lobby", line(stage).key, line(stage)) in stage.events
    assert unconfirmed(stage) == []


def test_an_edit_written_offline_waits_in_sight_until_it_can_go():
    jobs = FakeJobs()
    stage = stage_on(jobs=jobs)
    stage.wire.end()
    stage.network.correcting.edit(line(stage), "hello")

    (waiting,) = unconfirmed(stage)
    assert (waiting.kind, waiting.text) == (MessageKind.EDIT, "hello")
    assert (waiting.delivery, waiting.target) == (Delivery.WAITING, "m1")


def test_an_edit_outlives_a_window_that_crashes():
    jobs = FakeJobs()
    crashed = stage_on(jobs=jobs)
    crashed.wire.end()
    crashed.network.correcting.edit(line(crashed), "hello")

    again = open_lobby(jobs, SAFE, "b")
    (kept,) = unconfirmed(again)

    assert (kept.kind, kept.target, kept.text) == (MessageKind.EDIT, "m1", "hello")


def test_words_that_stay_as_they_were_are_not_sent(stage):
    assert stage.network.correcting.edit(line(stage), "helo")

    assert stage.wire.take_sent() == []


def test_an_edit_is_one_message_or_none(stage):
    assert not stage.network.correcting.edit(line(stage), "one\ntwo")
    assert not stage.network.correcting.edit(line(stage), "long " * 200)
    assert stage.wire.take_sent() == []


def test_what_another_person_edits_changes_at_once_and_is_no_news(stage):
    stage.wire.feed("@msgid=m6;+chatapp/edit=m2 :ann!a@h PRIVMSG #lobby :* hi all")

    assert line(stage, "m2").text == "hi all"
    assert stage.told(MessageAdded) == []


@pytest.mark.parametrize(
    ("capabilities", "offers"),
    [
        (SAFE, (True, True)),
        (FULL, (True, False)),
        (SAFE.replace("echo-message", ""), (False, True)),
        (SAFE.replace("message-tags", ""), (False, True)),
    ],
)
def test_what_can_be_done_depends_on_the_server(capabilities, offers):
    stage = stage_on(capabilities)
    correcting, own = stage.network.correcting, line(stage)

    assert (correcting.can_edit(own), correcting.can_delete(own)) == offers
    assert not correcting.can_edit(line(stage, "m2"))
    assert not correcting.can_delete(line(stage, "m2"))


def test_a_server_may_deny_the_tag(stage):
    stage.wire.feed(":s 005 noor CLIENTTAGDENY=chatapp/edit :are")

    assert not stage.network.correcting.can_edit(line(stage))


def test_what_somebody_else_said_under_ones_nick_is_not_ones_own(stage):
    stage.wire.feed("@msgid=m3 :noor!other@place PRIVMSG #lobby :before you came")

    correcting = stage.network.correcting
    assert not correcting.can_edit(line(stage, "m3"))
    assert not correcting.can_delete(line(stage, "m3"))


def test_the_last_message_that_one_can_edit_is_found(stage):
    stage.wire.feed("@msgid=m4 :noor!u@h NOTICE #lobby :a notice")
    history = stage.network.history("#lobby")

    assert stage.network.correcting.last_own(history).msgid == "m1"


def test_a_message_is_deleted_with_all_the_words_that_it_had(stage):
    stage.wire.feed("@msgid=m6;+chatapp/edit=m1 :noor!u@h PRIVMSG #lobby :* hello")

    stage.network.correcting.delete(line(stage), "a typo")

    assert stage.wire.take_sent() == [
        "REDACT #lobby m6 :a typo",
        "REDACT #lobby m1 :a typo",
    ]


def test_who_looks_after_a_room_may_delete_what_others_said(stage):
    stage.wire.feed(":s MODE #lobby +o noor")

    assert stage.network.correcting.can_delete(line(stage, "m2"))
    assert not stage.network.correcting.can_edit(line(stage, "m2"))


def test_what_is_deleted_leaves_a_trace_and_counts_as_unread_no_more(stage):
    assert stage.network.room("#lobby").unread == 1

    stage.wire.feed(":ann!a@h REDACT #lobby m2 :never mind")

    trace, room = line(stage, "m2"), stage.network.room("#lobby")
    assert (trace.kind, trace.text) == (MessageKind.DELETED, "never mind")
    assert (room.unread, room.mentions) == (0, 0)


def test_a_deletion_of_something_unknown_is_kept_quiet(stage):
    stage.wire.feed(":ann!a@h REDACT #lobby m99 :who knows")

    assert stage.told(MessageAdded) == stage.told(MessageReplaced) == []


def test_a_deletion_in_a_page_counts_as_well():
    stage = NetworkStage()
    stage.sign_in(SAFE)
    stage.enter()
    stage.give_page(
        "#lobby",
        "msgid=k1 :ann!a@h PRIVMSG #lobby :secret",
        "msgid=k2 :ann!a@h REDACT #lobby k1",
    )

    assert line(stage, "k1").kind is MessageKind.DELETED
    assert "secret" not in stage.texts()


def test_an_answer_quotes_the_words_that_hold(stage):
    stage.wire.feed("@msgid=m7;+draft/reply=m2 :ann!a@h PRIVMSG #lobby :I mean you")
    stage.wire.feed("@msgid=m8;+chatapp/edit=m2 :ann!a@h PRIVMSG #lobby :* hi all")
    assert line(stage, "m7").quote.text == "hi all"

    stage.wire.feed(":ann!a@h REDACT #lobby m2")

    assert line(stage, "m7").quote.text == ""


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("REDACT_FORBIDDEN", "You may not delete this message."),
        ("UNKNOWN_MSGID", "The server does not know this message any more."),
        ("OTHER", "In its words"),
    ],
)
def test_a_refusal_is_told_in_a_sentence(stage, code, sentence):
    stage.wire.feed(f":s FAIL REDACT {code} #lobby m1 :In its words")

    assert [each.text for each in stage.told(RequestRefused)] == [sentence]


def test_nothing_is_deleted_while_one_is_offline(stage):
    own = line(stage)
    stage.wire.end()

    assert not stage.network.correcting.can_delete(own)
    assert stage.network.correcting.can_edit(own)


def test_an_edit_alone_opens_no_conversation(stage):
    stage.wire.feed("@msgid=m9;+chatapp/edit=m8 :bob!b@h PRIVMSG noor :* psst")

    assert stage.network.room("bob") is None


def test_what_one_said_to_somebody_can_be_corrected_under_their_new_nick(stage):
    stage.wire.feed(":ann!a@h PRIVMSG noor :are you there?")
    stage.wire.feed("@msgid=m9 :noor!u@h PRIVMSG ann :yess")
    stage.wire.feed(":ann!a@h NICK :anna")
    said = stage.network.history("anna").with_msgid("m9")
    stage.wire.take_sent()

    stage.network.correcting.edit(said, "yes")
    stage.network.correcting.delete(said)

    edit, deletion = map(Message.parse, stage.wire.take_sent())
    assert edit.params == ("anna", "* yes")
    assert deletion.params[:2] == ("anna", "m9")
