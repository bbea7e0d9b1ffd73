"""Answering a message by keyboard, on real windows with a real server."""

from tests.end_to_end.conftest import OpenWindow


def test_an_answer_is_written_by_keyboard_and_read_by_the_other(
    sign_in: OpenWindow,
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    kofi.write("shall we have tea?")
    ada.wait_for("shall we have tea?")

    for key in ("Shift-F6", "Up", "r"):
        ada.order("type", text="", key=key)
    ada.wait_for("Replying to kofi")
    ada.write("at four")

    kofi.wait_for("kofi: shall we have tea?\nat four")
    assert not ada.shows("Replying to kofi")


def test_a_reply_to_code_quotes_its_words_also_as_plain_text(
    sign_in: OpenWindow,
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    kofi.order("paste", text="```python\ndef f(x):\n    pass\n```")
    kofi.order("type", text="", key="Return")
    ada.wait_for("def f(x):")
    for key in ("Shift-F6", "Up", "r"):
        ada.order("type", text="", key=key)
    ada.write("nice")
    kofi.wait_for("kofi: def f(x): pass\nnice")
    ada.order("type", text="", key="Control-Shift-T")

    ada.wait_for("adaa, in reply to “kofi: def f(x): pass”: nice")
