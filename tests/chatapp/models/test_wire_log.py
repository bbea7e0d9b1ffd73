"""The lines that are kept of what went over the wire."""

from chatapp.models.wire_log import MOST_LINES, WireLog
from chatapp.wire.secrets import MASK
from tests.chatapp.models.fakes import NOON


def test_lines_are_kept_in_their_order_both_ways():
    log = WireLog()

    log.sent(NOON, "PING x")
    log.received(NOON, "PONG x")

    assert [(line.sent, line.text) for line in log.after(-1)] == [
        (True, "PING x"),
        (False, "PONG x"),
    ]


def test_what_is_new_is_asked_for_by_the_last_number():
    log = WireLog()
    log.sent(NOON, "one")
    (first,) = log.after(-1)

    assert log.after(first.number) == ()
    log.sent(NOON, "two")
    assert [line.text for line in log.after(first.number)] == ["two"]


def test_no_more_than_the_last_lines_are_kept():
    log = WireLog()

    for number in range(MOST_LINES + 5):
        log.sent(NOON, str(number))

    assert len(log.after(-1)) == MOST_LINES
    assert log.after(-1)[0].text == "5"


def test_no_secret_is_kept():
    log = WireLog()

    log.sent(NOON, "PASS hunter2")

    assert log.after(-1)[0].text == f"PASS {MASK}"
