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
