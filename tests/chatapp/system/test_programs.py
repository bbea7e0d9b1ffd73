import sys

from chatapp.system.programs import ask_program


def test_a_program_tells_its_words_and_its_exit_code():
    told = ask_program((sys.executable, "-c", "print('Status: ACTIVE'); exit(3)"))

    assert told is not None
    assert (told.code, told.text.strip()) == (3, "Status: ACTIVE")


def test_a_program_that_is_not_there_tells_nothing():
    assert ask_program(("no-such-program-anywhere", "status")) is None


def test_nobody_waits_for_a_program_that_does_not_end():
    waits = "import threading; threading.Event().wait()"

    assert ask_program((sys.executable, "-c", waits), seconds=0.1) is None
