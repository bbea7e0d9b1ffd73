"""What a client may send that is no message, and what it and the others notice."""

import pytest

from chatapp.wire.line_buffer import (
    MAX_CLIENT_TAGS_BYTES,
    MAX_DROPPED_BYTES,
    MAX_LINE_BYTES,
)
from tests.server.raw_client import RawClient, commands

LONGEST_TEXT = MAX_LINE_BYTES - len("PRIVMSG #lobby :\r\n")


def answers_to(client: RawClient, data: bytes) -> list[str]:
    client.send_bytes(data)
    return commands(client.roundtrip())


def test_a_line_that_is_too_long_is_answered_with_417_and_not_heard(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.roundtrip()

    answers = anna.ask(f"PRIVMSG #lobby :{'x' * (LONGEST_TEXT + 1)}")

    assert commands(answers) == ["417"]
    assert bert.roundtrip() == []


def test_the_longest_line_is_heard(chat):
    anna, bert = chat.join("anna"), chat.join("bert")

    answers = anna.ask(f"PRIVMSG #lobby :{'x' * LONGEST_TEXT}")

    assert "417" not in commands(answers)
    assert bert.roundtrip()[-1].trailing.startswith("x" * 400)


def test_tags_that_are_too_long_are_answered_with_417(chat):
    anna = chat.join("anna", "message-tags")

    answers = anna.ask(f"@+x={'y' * MAX_CLIENT_TAGS_BYTES} PRIVMSG #lobby :hello")

    assert commands(answers) == ["417"]


def test_tags_do_not_count_against_the_text(chat):
    anna = chat.join("anna", "message-tags echo-message")

    answers = anna.ask(f"@+x={'y' * 4000} PRIVMSG #lobby :{'x' * LONGEST_TEXT}")

    assert commands(answers) == ["PRIVMSG"]


def test_a_line_that_is_much_too_long_is_answered_once_and_its_rest_is_dropped(chat):
    anna = chat.join("anna")
    anna.send_bytes(b"PRIVMSG #lobby :" + b"x" * 8000)
    anna.send_bytes(b"y" * 8000)

    assert answers_to(anna, b"\r\nPRIVMSG anna :on\r\n") == ["417", "PRIVMSG"]


def test_who_sends_a_line_that_never_ends_is_closed(chat):
    anna = chat.join("anna")
    anna.send_bytes(b"x" * (MAX_DROPPED_BYTES + 1))

    answers = anna.read_to_end()

    assert commands(answers)[-2:] == ["417", "ERROR"]


def test_a_line_that_is_much_too_long_takes_no_memory(chat):
    anna = chat.join("anna")
    anna.send_bytes(b"x" * 16_000)
    anna.read_until("417")

    (connection,) = chat.connections()

    waiting = len(connection._buffer._pending)
    assert waiting <= MAX_CLIENT_TAGS_BYTES + MAX_LINE_BYTES


def test_a_nul_is_refused_with_words(chat):
    anna = chat.join("anna")

    anna.send_bytes(b"PRIVMSG anna :a\0b\r\n")
    answers = anna.roundtrip()

    assert [each.params[:2] for each in answers] == [("PRIVMSG", "INVALID_LINE")]


def test_what_is_not_utf_8_is_refused_with_words(chat):
    anna = chat.join("anna")

    anna.send_bytes(b"PRIVMSG anna :caf\xe9\r\n")
    answers = anna.roundtrip()

    assert [each.params[:2] for each in answers] == [("PRIVMSG", "INVALID_UTF8")]


def test_bad_lines_keep_their_place_among_the_good_ones(chat):
    anna = chat.join("anna")
    data = b"PRIVMSG anna :1\r\nPRIVMSG anna :\xff\r\nPRIVMSG anna :2\r\n\0\r\n"

    assert answers_to(anna, data) == ["PRIVMSG", "FAIL", "PRIVMSG", "FAIL"]


@pytest.mark.parametrize("line", ["", "\r\n \r\n", "   ", ":", ":anna", "@a=b", "@"])
def test_a_line_without_a_command_is_passed_over(chat, line):
    anna = chat.join("anna")

    assert anna.ask(line) == []


@pytest.mark.parametrize("command", ["DANCE", "ÄÖÜ", "123", "ß", "\x01"])
def test_an_unknown_command_is_answered_with_421(chat, command):
    anna = chat.join("anna")

    (answer,) = anna.ask(f"{command} now")

    assert answer.command == "421"
    assert answer.params[:2] == ("anna", command)


def test_missing_parameters_are_answered_with_461(chat):
    anna = chat.join("anna")

    assert commands(anna.ask("JOIN", "PART", "USER")) == ["461", "461", "461"]


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"x" * 600 + b"\r\n", "417"),
        (b"NICK a\0b\r\n", "FAIL"),
        (b"NICK \xff\r\n", "FAIL"),
        (b"DANCE\r\n", "451"),
        (b"PRIVMSG anna :hello\r\n", "451"),
        (b"NICK\r\n", "431"),
        (b"USER a\r\n", "461"),
        (b"NICK a,b\r\n", "432"),
    ],
)
def test_bad_input_before_signing_in_is_answered_and_signing_in_still_works(
    chat, data, answer
):
    client = chat.connect()

    assert answers_to(client, data) == [answer]

    client.register("anna")


def test_a_line_may_come_in_pieces(chat):
    anna = chat.join("anna")
    for piece in (b"PRIV", b"MSG anna", b" :hel", b"lo\r", b"\n"):
        anna.send_bytes(piece)

    assert [each.trailing for each in anna.roundtrip()] == ["hello"]


def test_a_thousand_lines_at_once_are_all_answered_in_their_order(chat):
    anna = chat.join("anna")
    texts = [str(number) for number in range(1000)]

    heard = anna.ask(*[f"PRIVMSG anna :{text}" for text in texts])

    assert [each.trailing for each in heard] == texts


def test_one_who_sends_bad_input_holds_up_nobody(chat):
    anna, bert = chat.join("anna"), chat.join("bert")

    anna.send_bytes(b"\xff\0\r\n" * 20_000 + b"x" * 100_000)

    assert commands(bert.ask("PRIVMSG bert :hello")) == ["PRIVMSG"]
