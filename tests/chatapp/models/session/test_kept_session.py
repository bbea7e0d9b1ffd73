"""What a server told of itself is known again at a start without it."""

from unittest.mock import Mock

import pytest

from chatapp.models.session.kept_session import kept_text, session_from
from chatapp.models.session.session import Identity, Session
from chatapp.wire import capabilities

NOOR = Identity("noor")


def told_session():
    session = Session(NOOR, Mock(), Mock(), Mock(), Mock())
    tokens = ("NETWORK=Test\\x20Lab", "CASEMAPPING=precis", "PREFIX=(ov)@+")
    session.learn_isupport(session.isupport.with_tokens(tokens))
    session.capabilities = {capabilities.EXACTLY_ONCE, "echo-message"}
    session.login.offered[capabilities.EXACTLY_ONCE] = "abc"
    session.account = "noor"
    return session


def test_what_stays_true_is_known_again():
    told = told_session()

    again = session_from(kept_text(told), NOOR, Mock(), Mock())

    assert again.isupport == told.isupport
    assert again.capabilities == told.capabilities
    assert (again.history_id, again.account) == ("abc", "noor")
    assert again.repeats_known_ids
    assert again.fold("GÄRTEN") == told.fold("gärten")
    assert (again.nick, again.wanted_nick) == ("noor", "noor")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"isupport": 1}', '{"isupport": {}, "account": ""}']
)
def test_a_text_that_makes_no_sense_is_no_session(text):
    assert session_from(text, NOOR, Mock(), Mock()) is None
