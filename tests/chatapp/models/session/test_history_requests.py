"""CHATHISTORY, as it goes out."""

import pytest

from chatapp.models.entities import ChatMessage
from chatapp.models.session.history_requests import ask_before, ask_latest
from tests.chatapp.models.fakes import NOON


def line(msgid):
    return ChatMessage("k", "#lobby", "Ann", "x", NOON, msgid=msgid)


def test_the_newest_page_is_asked_for_by_name(member):
    ask_latest(member.session, "#lobby")

    assert member.sent == ["CHATHISTORY LATEST #lobby * 100"]


@pytest.mark.parametrize(
    ("told", "msgid", "reference"),
    [
        ("CHATHISTORY=0", "m1", "msgid=m1 100"),
        ("CHATHISTORY=25", "m1", "msgid=m1 25"),
        ("CHATHISTORY=1000", "m1", "msgid=m1 100"),
        ("MSGREFTYPES=timestamp,msgid", "m1", "msgid=m1 100"),
        ("MSGREFTYPES=timestamp", "m1", "timestamp=2026-11-22T12:00:00.000Z 100"),
        ("X", "", "timestamp=2026-11-22T12:00:00.000Z 100"),
    ],
)
def test_an_older_page_is_asked_for_as_the_server_knows_it(
    member, told, msgid, reference
):
    member.feed(f":s 005 noor {told} :are supported")

    ask_before(member.session, "#lobby", line(msgid))

    assert member.sent == [f"CHATHISTORY BEFORE #lobby {reference}"]
