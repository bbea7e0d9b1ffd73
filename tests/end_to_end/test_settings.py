"""The settings in a real window: by keys, at once, and at the next start."""

from chatapp.controllers.look.palette_names import parse_name
from tests.end_to_end.conftest import OpenWindow


def test_what_is_set_holds_at_once_and_at_the_next_start(sign_in: OpenWindow) -> None:
    ada = sign_in("adaa", "--palette", "teal-otter")
    ada.order("type", text="", key="Control-comma")
    ada.wait_for("Dark or light")
    ada.press("Light")
    ada.press("Messages")
    ada.wait_for("Density")
    ada.press("None")
    rolled = ada.order("palette")
    ada.close()

    again = sign_in("adaa")
    again.write("hello")
    again.wait_for("adaa   \nhello")

    assert [parse_name(rolled).dark, parse_name(again.order("palette")).dark] == [
        False,
        False,
    ]


def test_with_the_card_open_nothing_is_written_behind_it(sign_in: OpenWindow) -> None:
    ada = sign_in("adaa")
    ada.order("type", text="", key="Control-comma")
    ada.wait_for("Reset this page")
    ada.order("type", text="", key="F6")
    ada.order("type", text="hidden", key="Return")
    ada.order("type", text="", key="Escape")
    ada.order("type", text="seen")
    ada.wait_for("seen")
    assert not ada.shows("Reset this page")

    ada.order("resize", width=632, height=640)
    ada.order("type", text="", key="Control-comma")
    ada.wait_for("Reset this page")
    ada.order("type", text="hidden", key="Escape")
    ada.order("type", text=" in the narrow window, too")

    ada.wait_for("seen in the narrow window, too")
    assert not ada.shows("hidden")
    assert not ada.shows("Reset this page")


def test_a_word_that_one_chose_calls_one(sign_in: OpenWindow) -> None:
    ada, boris = sign_in("adaa"), sign_in("boris")
    ada.order("type", text="", key="Control-comma")
    ada.wait_for("Dark or light")
    ada.press("Notifications")
    ada.wait_for("Words that call you, with commas between them")
    while "entry" not in ada.order("focus"):
        ada.order("type", text="", key="Tab")
    ada.order("type", text="exam, lab 3", key="Return")
    ada.order("type", text="", key="Escape")

    boris.write("examine nothing before the Exam")
    ada.wait_for("the Exam")

    assert ada.order("tagged", tag="calling") == ["Exam"]
