"""What who looks after the server does about invitations."""

import pytest

from chatapp.wire.invite_link import InviteLink
from chatapp.wire.message import Message
from chatapp.wire.short_code import ShortCode
from tests.server.running import RunningServer

SECONDS = 30.0


@pytest.fixture
def chat(start_server) -> RunningServer:
    """A server that lets in only who is invited."""
    return start_server(server={"invited_only": True})


def order(chat: RunningServer, verb: str, *words: str) -> list[str]:
    answer = chat.server.order(Message(f"INVITATION-{verb}", words), SECONDS)
    assert answer is not None
    return [
        each.params[1] if each.command == "FAIL" else each.trailing for each in answer
    ]


def test_an_invitation_is_told_as_a_password_and_as_a_link(chat):
    told = order(chat, "MAKE", "#class", "30", "2h", "127.0.0.1", "6697")

    link = InviteLink.parse(told[-1].rpartition(" ")[2])
    password = told[2].rpartition(" ")[2]
    port = chat.server.port
    assert (link.host, link.port, link.channel) == ("127.0.0.1", port, "#class")
    assert link.fingerprint.hex == chat.server.fingerprint.replace(":", "").lower()
    assert password == f"invite:{link.token}"
    assert chat.connect().register("anna", password=password).roundtrip() == []


def test_a_link_has_the_port_that_is_listened_on(chat, mocker):
    places = (("::", 7001), ("::", 6697))
    mocker.patch.object(chat.services, "places", places)

    usual = order(chat, "MAKE", "*", "*", "*", "192.0.2.7", "6697")
    other = order(chat, "MAKE", "*", "*", "*", "192.0.2.7", "7000")

    assert "ircs://192.0.2.7:6697/" in usual[-1]
    assert "ircs://192.0.2.7:7001/" in other[-1]


def test_a_link_has_the_host_that_is_listened_on(chat):
    told = order(chat, "MAKE", "*", "*", "*", "192.0.2.7", "6697")

    assert f"ircs://127.0.0.1:{chat.server.port}/" in told[-1]


def test_an_invitation_is_told_as_a_code_that_can_be_read_aloud(chat, mocker):
    mocker.patch.object(chat.services, "places", (("::", 6697),))

    told = order(chat, "MAKE", "#class", "*", "*", "192.0.2.7", "6697")

    link = InviteLink.parse(told[-1].rpartition(" ")[2])
    assert told[3].startswith("As a short code, to read aloud and type: ")
    assert ShortCode.parse(told[3].rpartition(" ")[2]) == ShortCode.of(link)
    assert len(told) == 5


def test_a_link_to_a_name_has_no_code(chat, mocker):
    mocker.patch.object(chat.services, "places", (("::", 6697),))

    told = order(chat, "MAKE", "*", "*", "*", "chat.example", "6697")

    assert "ircs://chat.example:6697/" in told[-1]


def test_a_link_that_leads_others_nowhere_is_told_as_such(chat):
    told = order(chat, "MAKE", "*", "*", "*", "127.0.0.1", "6697")

    assert "nobody else comes in by what follows" in told[3]


def test_there_is_no_link_where_nobody_knows_the_port_yet(chat, mocker):
    mocker.patch.object(chat.services, "places", ())

    told = order(chat, "MAKE", "*", "*", "*", "192.0.2.7", "0")

    assert "ircs://" not in " ".join(told)


def test_the_invitations_are_listed(chat):
    nobody = order(chat, "LIST")
    order(chat, "MAKE", "#class", "30", "2h", "192.0.2.7", "6697")
    order(chat, "MAKE", "*", "*", "*", "192.0.2.7", "6697")

    first, second = order(chat, "LIST")

    assert nobody == ["There are no invitations."]
    assert first.startswith("1: 0 of 30 people came by it, opens #class, until ")
    assert second == "2: 0 people came by it, made by console"


def test_an_invitation_is_taken_back(chat):
    order(chat, "MAKE", "*", "*", "*", "192.0.2.7", "6697")

    told = order(chat, "REVOKE", "1")

    assert told == ["Invitation 1 lets nobody in any more."]
    assert order(chat, "LIST") == ["There are no invitations."]
    assert order(chat, "REVOKE", "1") == ["UNKNOWN_INVITATION"]
