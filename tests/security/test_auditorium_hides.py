"""Who listens in an auditorium (+u) is found by nobody without a rank in it."""

import pytest

from tests.security.test_hidden import EVERYTHING, quiet
from tests.server.raw_client import lines

__all__ = ["quiet"]


@pytest.fixture
def hall(quiet):
    """Give an operator, one who listens, and one who wants to know who does."""
    anna, eve = quiet.join("anna", EVERYTHING), quiet.join("eve", EVERYTHING)
    anna.ask("JOIN #hall", "MODE #hall +u")
    eve.ask("METADATA * SUB color", "JOIN #hall")
    hidden = quiet.join("hidden", EVERYTHING)
    hidden.ask("JOIN #hall")
    return anna, hidden, eve


@pytest.mark.parametrize(
    "happening",
    [
        "AWAY :gone",
        "SETNAME :another name",
        "METADATA * SET color red",
        "NICK other",
        "PART #hall :bye",
        "QUIT :bye",
    ],
)
def test_nothing_that_a_listener_does_is_heard_by_another(hall, happening):
    anna, hidden, eve = hall
    eve.roundtrip()

    hidden.send(happening, "PING done")
    hidden.read_until("PONG", "ERROR")
    anna.roundtrip()

    assert eve.roundtrip() == []


@pytest.mark.parametrize(
    "question",
    [
        "NAMES #hall",
        "WHO #hall",
        "WHO #hall %tcuihsnfdlaor",
        "WHO *",
        "WHO *idde*",
        "CHATHISTORY LATEST #hall * 50",
        "METADATA #hall SYNC",
        "METADATA * SUB url",
    ],
)
def test_no_list_has_a_listener(hall, question):
    told = "\n".join(lines(hall[2].ask(question)))

    assert "hidden" not in told.replace(question, "")


def test_whois_does_not_tell_that_somebody_listens(quiet, hall):
    anna, hidden, eve = hall
    hidden.ask("MODE hidden -i")
    outside = quiet.join("mal", EVERYTHING)

    for nobody in (eve, outside):
        assert "#hall" not in "\n".join(lines(nobody.ask("WHOIS hidden")))
    for entitled in (anna, hidden):
        assert "#hall" in "\n".join(lines(entitled.ask("WHOIS hidden")))
