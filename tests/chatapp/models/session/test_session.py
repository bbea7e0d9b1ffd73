"""The session as a whole: nothing a server sends makes it fail."""

import logging

from hypothesis import given
from hypothesis import strategies as st

from chatapp.models.session.batches import keep_for_later
from chatapp.models.session.table import inbound
from chatapp.wire.message import Message
from tests.chatapp.models.session.stage import SessionStage

COMMANDS = [handler.command for handler in inbound]
WORDS = st.one_of(
    st.sampled_from(
        ["noor", "Ann", "#lobby", "#tea", "*", "+o", "-v", "+h", "-h", "chathistory"]
    ),
    st.text(st.characters(exclude_characters="\r\n\0 "), min_size=1, max_size=8),
)
LINES = st.builds(
    Message,
    command=st.sampled_from([*COMMANDS, "999", "401", "FOO"]),
    params=st.lists(WORDS, max_size=9).map(tuple),
    tags=st.dictionaries(
        st.sampled_from(["batch", "label", "msgid", "time", "+chatapp/id"]),
        st.sampled_from(["", "h", "x", "2026-11-22T10:00:00.000Z", "\ud800"]),
    ),
    source=st.sampled_from([None, "s", "noor!u@h", "Ann!a@h", "bob!b@h", "!@", "@"]),
)


def receive_all(session, messages):
    """Take messages in as a session does, but let go what it would log and skip."""
    session.receive = lambda message: receive(session, message)
    for message in messages:
        session.receive(message)


def receive(session, message):
    if not keep_for_later(session, message):
        session.dispatch(message)


@given(st.lists(LINES, max_size=40))
def test_no_message_whatsoever_makes_a_session_fail(messages):
    stage = SessionStage().sign_in().enter("#lobby", "@Ann noor")

    receive_all(stage.session, messages)

    stage.people()


@given(st.lists(LINES, max_size=20))
def test_no_message_makes_a_newcomer_fail(messages):
    stage = SessionStage()
    stage.session.start()

    receive_all(stage.session, messages)


def test_a_message_that_cannot_be_read_is_logged_without_its_words(member, caplog):
    member.session.isupport = None

    with caplog.at_level(logging.WARNING):
        member.feed(":Ann!a@h PRIVMSG #lobby :a secret")

    assert "Skipped PRIVMSG: AttributeError" in caplog.text
    assert "secret" not in caplog.text


def test_messages_with_too_few_parameters_are_passed_over(member):
    member.feed("PRIVMSG #lobby", "JOIN", "KICK #lobby", ":s 353 noor", "CAP *")

    assert member.facts == []


def test_a_server_with_our_own_capability_repeats_known_ids():
    stage = SessionStage().sign_in("message-tags chatapp/id=h1")

    assert stage.session.repeats_known_ids
