import sys
from collections.abc import Iterator

import pytest

from chatapp.models.program.code_reading import LONGEST_CODE, CodeReading, Parts

SLOW = (sys.executable, "-c", "input(); input(); input()")
GONE = (sys.executable, "-c", "")


def at_once(work, then) -> None:
    then(work())


def read(reading: CodeReading, language: str, source: str) -> Parts:
    found: list[Parts] = []
    reading.read(language, source, found.append)
    return found[0]


@pytest.fixture
def reading() -> Iterator[CodeReading]:
    reading = CodeReading(at_once)
    yield reading
    reading.close()


def test_code_is_read_by_one_process_block_by_block(reading):
    one, other = read(reading, "py", "x = 1"), read(reading, "json", "[2]")

    assert ("number", "1") in one
    assert ("number", "2") in other


def test_a_process_that_has_gone_is_begun_anew(reading):
    read(reading, "py", "x = 1")
    reading.close()

    assert ("number", "1") in read(reading, "py", "x = 1")


def test_what_takes_too_long_is_plain_and_holds_up_nothing():
    reading = CodeReading(at_once, SLOW, patience=0.05)

    assert read(reading, "py", "x = 1") == [("", "x = 1")]
    reading.close()


def test_a_process_that_does_not_answer_leaves_code_plain():
    reading = CodeReading(at_once, GONE)

    assert read(reading, "py", "x = 1") == [("", "x = 1")]
    reading.close()


def test_a_program_that_cannot_be_started_leaves_code_plain():
    assert read(CodeReading(at_once, ("no-such-program",)), "py", "x") == [("", "x")]


def test_very_long_code_and_code_of_no_language_start_no_process():
    reading = CodeReading(at_once, ("no-such-program",))

    assert read(reading, "py", "x" * (LONGEST_CODE + 1))[0][0] == ""
    assert read(reading, "", "x") == [("", "x")]
