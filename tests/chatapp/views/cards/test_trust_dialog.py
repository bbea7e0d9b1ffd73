"""The card that shows by what servers are known."""

import pytest
import ttkbootstrap as ttk

from chatapp.models.entities import Comparison
from chatapp.wire.fingerprints import Fingerprint

KNOWN, FOUND = Fingerprint(bytes(range(32))), Fingerprint(b"\2" * 32)


@pytest.fixture
def answers():
    return []


@pytest.fixture
def dialog(main_window, settle, answers):
    main_window.open_sign_in()
    settle()
    main_window.sign_in.focus_force()
    settle()
    main_window.compare(
        Comparison(
            title="This is not the server you know",
            text="Another server answers.",
            fingerprints=(("Known", KNOWN), ("Now", FOUND)),
            yes="Trust the new one",
            no="Stay away",
            on_yes=lambda: answers.append("yes"),
        )
    )
    settle()
    yield main_window.dialog
    main_window.close_sign_in()


def texts(widget):
    own = [str(widget.cget("text"))] if isinstance(widget, ttk.Label) else []
    return own + [text for child in widget.winfo_children() for text in texts(child)]


def test_both_servers_are_shown_in_words(dialog):
    shown = " ".join(texts(dialog))

    assert all(word in shown for word in KNOWN.words + FOUND.words)
    assert "Known" in shown


def test_the_careful_answer_has_the_focus_and_changes_nothing(dialog, answers, settle):
    dialog.focus_get().event_generate("<Return>")
    settle()

    assert answers == []
    assert not dialog.winfo_exists()


def test_trusting_is_one_key_further(dialog, answers, settle):
    dialog.action.focus_set()
    dialog.action.event_generate("<Return>")
    settle()

    assert answers == ["yes"]


def test_the_careful_answer_is_the_one_that_stands_out(dialog):
    assert str(dialog.cancel.cget("style")) == "Main.TButton"
    assert str(dialog.action.cget("style")) == "Second.TButton"
