"""The card that lists what the doctor found."""

import pytest

from chatapp.wire.findings import Finding, Verdict

WELL = Finding("Encryption", Verdict.OK, "The connection is encrypted.")
WRONG = Finding("The port", Verdict.FAIL, "Nothing answers there.", "Start it there.")
MANY = [Finding(f"Check {n}", Verdict.OK, "All is well. " * 9) for n in range(20)]


@pytest.fixture
def dialog(main_window, settle):
    main_window.open_sign_in()
    settle()
    main_window.sign_in.focus_force()
    settle()
    dialog = main_window.new_findings("Why it does not connect")
    settle()
    yield dialog
    main_window.close_sign_in()


def test_what_is_wrong_stands_above_what_is_well(dialog, settle):
    dialog.show_findings([WELL, WRONG])
    settle()

    text = dialog.text.get("1.0", "end")
    assert text.index("Nothing answers there.") < text.index("Start it there.")
    assert text.index("Start it there.") < text.index("is encrypted.")


def test_the_progress_is_told(dialog):
    dialog.show_progress("3 of 12 checks are done…")

    assert str(dialog._progress.cget("text")) == "3 of 12 checks are done…"


def test_there_is_nothing_to_copy_before_anything_is_found(dialog):
    assert dialog.action.instate(["disabled"])

    dialog.show_findings([WELL])

    assert dialog.action.instate(["!disabled"])


def test_the_report_is_copied_and_the_card_stays(dialog, settle):
    copied = []
    dialog.on_copy = lambda: copied.append("report")
    dialog.show_findings([WELL])
    settle()

    dialog.action.invoke()

    assert copied == ["report"]
    assert str(dialog.action.cget("text")) == "Copied"
    assert dialog.winfo_exists()


def test_more_than_the_window_has_room_for_is_scrolled(dialog, main_window, settle):
    dialog.show_findings(MANY)
    settle()

    assert dialog.winfo_height() < main_window.sign_in.winfo_height()
    dialog.text.event_generate("<Down>")
    dialog.text.focus_set()
    settle()
    dialog.text.event_generate("<Down>")
    assert dialog.text.yview()[0] > 0


def test_what_comes_later_leaves_the_reader_where_he_is(dialog, settle):
    dialog.show_findings(MANY)
    settle()
    dialog.text.yview_moveto(1.0)
    settle()

    dialog.show_findings([*MANY, WELL])
    settle()

    assert dialog.text.yview()[0] > 0


def test_what_is_found_after_the_card_is_closed_is_left_alone(dialog, settle):
    dialog.close()
    settle()

    dialog.show_findings([WELL])
    dialog.show_progress("All is done.")

    assert not dialog.winfo_exists()
