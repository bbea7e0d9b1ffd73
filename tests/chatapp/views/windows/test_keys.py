"""Keys of a whole window, as Tk writes them."""

from chatapp.views.windows.keys import sequences


def test_a_letter_holds_in_both_cases():
    assert sequences("Control-r") == ["<Control-r>", "<Control-R>"]


def test_a_named_key_stands_for_itself():
    assert sequences("Shift-F6") == ["<Shift-F6>"]
