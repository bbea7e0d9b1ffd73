"""Findings of checks, as people read them."""

from chatapp.wire.findings import Finding, Verdict, is_well, render_report

FINE = Finding("Clock", Verdict.OK, "The clock says noon.")
ODD = Finding("mDNS", Verdict.WARN, "It is not heard.", "Tell people the address.")
WRONG = Finding("Port", Verdict.FAIL, "Nobody listens.", "Start the server.")


def test_each_has_its_line_and_what_to_do():
    assert render_report([FINE, WRONG]).splitlines() == [
        "[  ok] Clock: The clock says noon.",
        "[fail] Port: Nobody listens.",
        "       What to do: Start the server.",
        "One thing is wrong here; it says what to do.",
    ]


def test_what_is_odd_is_not_wrong():
    assert is_well([FINE, ODD])
    assert render_report([ODD]).endswith("\nNothing is wrong here.")


def test_what_is_wrong_is_counted():
    assert not is_well([FINE, WRONG])
    assert "2 things are wrong here" in render_report([WRONG, WRONG])


def test_a_servers_words_do_nothing_to_the_terminal():
    odd = Finding("Greeting", Verdict.WARN, "It says \x1b]0;hi\x07\nall well", "\x9bJ!")

    assert render_report([odd]).splitlines()[:2] == [
        "[warn] Greeting: It says ]0;hiall well",
        "       What to do: J!",
    ]
