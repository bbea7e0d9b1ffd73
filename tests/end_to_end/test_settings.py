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
