"""A sender over its allowance is read more slowly, never thrown out."""

import time

import pytest

from tests.server.raw_client import commands


@pytest.fixture
def chat(start_server):
    return start_server(flood={"enabled": True, "messages": 10, "seconds": 1})


def test_a_flood_is_slowed_down_and_keeps_its_order(chat):
    anna = chat.join("anna")
    texts = [str(number) for number in range(40)]
    began = time.monotonic()

    heard = anna.ask(*[f"PRIVMSG anna :{text}" for text in texts])
    took = time.monotonic() - began

    assert [each.trailing for each in heard] == texts
    assert took > 2.5  # of which no machine is too slow


def test_the_others_do_not_wait_for_a_flood(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.send(*["PRIVMSG anna :flood"] * 300)

    answers = bert.ask("PRIVMSG bert :hello")

    assert commands(answers) == ["PRIVMSG"]
    assert any(connection.lines for connection in chat.connections())


def test_a_message_of_many_lines_is_no_flood(start_server):
    chat = start_server(flood={"enabled": True, "messages": 20, "seconds": 86_400})
    anna = chat.join("anna", "batch draft/multiline echo-message")

    anna.send("BATCH +m draft/multiline #lobby")
    anna.send(*[f"@batch=m PRIVMSG #lobby :{number}" for number in range(90)])
    heard = anna.ask("BATCH -m")

    assert commands(heard).count("PRIVMSG") == 90


def test_what_is_no_part_of_a_message_that_was_begun_counts_as_ever(start_server):
    chat = start_server(flood={"enabled": True, "messages": 20, "seconds": 86_400})
    anna, bert = chat.join("anna", "batch draft/multiline"), chat.join("bert")

    anna.send("BATCH +m draft/multiline #lobby")
    anna.send(*[f"PRIVMSG bert :{number}" for number in range(60)])

    assert chat.waits_for(lambda: any(each.lines for each in chat.connections()))
    assert len(bert.roundtrip()) < 20


def test_bad_lines_use_the_allowance_up_too(chat):
    anna = chat.join("anna")
    began = time.monotonic()

    anna.send_bytes(b"\xff\r\n" * 30)
    answers = anna.roundtrip()

    assert commands(answers) == ["FAIL"] * 30
    assert time.monotonic() - began > 1.5


def test_of_a_flood_no_more_is_kept_than_is_read_at_once(chat):
    anna = chat.join("anna")
    anna.send(*["PRIVMSG anna :flood"] * 5000)

    (connection,) = chat.connections()

    assert sum(map(len, connection.lines)) <= chat.settings.limits.recvq_bytes


def test_a_flood_that_ends_with_quit_is_heard_to_its_end(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    bert.roundtrip()

    anna.send(*[f"PRIVMSG #lobby :{number}" for number in range(20)], "QUIT")
    heard = bert.read_until("QUIT")

    assert [each.trailing for each in heard[:-1]] == [str(n) for n in range(20)]
