"""The words of a room are printed, whatever letters the output has."""

import io
import sys

from chatapp.script_command import EXIT_USAGE, main


def test_an_output_that_has_no_letter_for_something_prints_the_rest(monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "cp1252"))

    code = main(["tail", "#no room", "--username", "noor"])
    sys.stdout.write("10:00 ada fine \N{HOT BEVERAGE}")
    sys.stdout.flush()

    assert code == EXIT_USAGE
    assert written.getvalue() == b"10:00 ada fine ?"
