"""Messages of several lines go out as one batch, where the server joins them."""

import pytest

from chatapp.models.entities import MessageKind
from chatapp.models.session import conversation
from tests.chatapp.models.fakes import FULL
from tests.chatapp.models.session.stage import SessionStage
from tests.chatapp.models.session.test_conversation import written

VALUE = "draft/multiline=max-bytes=100,max-lines=4"


@pytest.fixture
def member() -> SessionStage:
    """A session on a server that joins lines."""
    stage = SessionStage()
    stage.session.start()
    stage.feed(f"CAP * LS :{FULL} {VALUE}", f"CAP * ACK :{FULL} draft/multiline")
    stage.feed(":s 001 noor :Welcome", ":s 422 noor :No message of the day")
    return stage.enter()


def parts(stage: SessionStage, text: str, kind: MessageKind) -> list[str]:
    return conversation.split_for_wire(stage.session, "#lobby", text, kind)


def test_several_lines_are_sent_as_one_batch_with_the_messages_tags(member):
    conversation.say(member.session, written("one\n\n two"), "L1")

    (begin, *lines, end) = member.sent
    reference = end.removeprefix("BATCH -")
    assert begin == (
        f"@label=L1;+chatapp/id=c1 BATCH +{reference} draft/multiline #lobby"
    )
    assert lines == [
        f"@batch={reference} PRIVMSG #lobby one",
        f"@batch={reference} PRIVMSG #lobby :",
        f"@batch={reference} PRIVMSG #lobby : two",
    ]


def test_a_line_that_is_too_long_for_the_wire_goes_on_in_the_next(member):
    conversation.say(member.session, written("word " * 200), "L1")

    goes_on = [";draft/multiline-concat" in line for line in member.sent[1:-1]]
    assert goes_on == [False, True, True]
    assert max(map(len, member.sent)) < 600


def test_one_short_line_stays_a_message_of_its_own(member):
    conversation.say(member.session, written("hi"), "L1")

    assert member.sent == ["@label=L1;+chatapp/id=c1 PRIVMSG #lobby hi"]


def test_a_text_within_the_limits_is_one_message(member):
    text = "\none\r\n\r\n\ttwo\n"

    assert parts(member, text, MessageKind.TEXT) == ["one\n\n\ttwo"]


def test_a_text_beyond_the_limits_is_several_messages(member):
    assert parts(member, "a\nb\nc\nd\ne", MessageKind.TEXT) == ["a\nb\nc\nd", "e"]


@pytest.mark.parametrize("kind", [MessageKind.ACTION, MessageKind.NOTICE])
def test_what_is_no_plain_text_goes_out_line_by_line(member, kind):
    assert parts(member, "one\n\ntwo", kind) == ["one", "two"]


@pytest.mark.parametrize("capabilities", [FULL, f"{FULL} draft/multiline", VALUE])
def test_without_the_capability_or_its_limits_each_line_is_a_message(capabilities):
    stage = SessionStage().sign_in(capabilities).enter()

    assert parts(stage, "one\n \ntwo", MessageKind.TEXT) == ["one", "two"]
