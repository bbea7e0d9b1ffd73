"""A client may go in the middle of anything."""

import socket
import struct

import pytest

from tests.server.raw_client import RawClient, commands

RESET = struct.pack("ii", 1, 0)


def break_off(client: RawClient) -> None:
    """End the connection without a word, as a cut cable would at last."""
    client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    client.close()


@pytest.mark.parametrize(
    "last_words",
    [
        b"",
        b"N",
        b"NICK anna\r\n",
        b"NICK anna\r\nUSER anna 0 * :Anna",
        b"CAP LS 302\r\nNICK anna\r\nUSER anna 0 * :Anna\r\n",
        b"CAP LS 302\r\nCAP REQ :batch\r\n",
        b"NICK anna\r\nUSER anna 0 * :Anna\r\n",
        b"NICK anna\r\nUSER anna 0 * :Anna\r\nJOIN #garden\r\nPRIVMSG #garden :hi\r\n",
        b"NICK anna\r\nUSER a 0 * :A\r\nCHATHISTORY LATEST #lobby * 100\r\n",
        b"NICK anna\r\nUSER anna 0 * :Anna\r\nQUIT\r\n",
        b"\xff\0\r\n" * 100,
    ],
)
def test_who_breaks_off_leaves_nothing_behind(chat, last_words):
    client = chat.connect()
    client.send_bytes(last_words)
    break_off(client)

    bert = chat.join("bert")

    assert chat.waits_for(lambda: len(chat.connections()) == 1)
    bert.roundtrip()
    assert commands(bert.ask("PRIVMSG bert :still here")) == ["PRIVMSG"]


def test_the_others_hear_that_a_connection_was_lost(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.roundtrip()

    break_off(bert)

    goodbye = anna.read_until("QUIT")[-1]
    assert goodbye.source.startswith("bert!")
    assert goodbye.trailing


def test_a_message_whose_sender_is_gone_is_heard_and_kept(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    bert.roundtrip()

    anna.send("PRIVMSG #lobby :my last words")
    anna.close()
    heard = bert.read_until("QUIT")
    kept = bert.ask("CHATHISTORY LATEST #lobby * 10")

    assert commands(heard) == ["PRIVMSG", "QUIT"]
    assert [each.trailing for each in kept] == ["my last words"]


def test_a_message_to_one_who_breaks_off_harms_nobody(chat):
    anna, bert = chat.join("anna"), chat.join("bert")

    anna.send(*["PRIVMSG bert :hello"] * 100)
    break_off(bert)

    assert anna.read_until("QUIT", "401")
    assert commands(chat.join("cora").ask("PRIVMSG cora :hello")) == ["PRIVMSG"]


def test_a_room_ends_with_the_connection_of_its_last_member(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden", "PRIVMSG #garden :secret")
    break_off(anna)
    bert.read_until("QUIT")

    answers = bert.ask("JOIN #garden", "CHATHISTORY LATEST #garden * 10")

    assert commands(answers) == ["JOIN", "353", "366"]


def test_who_has_sent_all_and_only_listens_still_hears_the_answers(chat):
    client = chat.connect()

    client.send("NICK anna", "USER anna 0 * :Anna", "MOTD", "QUIT")
    client.socket.shutdown(socket.SHUT_WR)
    answers = commands(client.read_to_end())

    assert answers[0] == "001"
    assert answers[-1] == "ERROR"
