"""What Tcl does with the case of texts that have emoji: it must not crash."""

import pytest

PARTY, FAMILY = "\N{PARTY POPPER}", "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize("text", [PARTY, f"A{PARTY}b", FAMILY, "A" * 1000 + PARTY])
@pytest.mark.parametrize("command", ["tolower", "toupper", "totitle"])
def test_a_text_with_emoji_stays_as_it_is(main_window, command, text):
    call = main_window.root.tk.call

    assert {call("string", command, text) for _ in range(100)} == {text}


def test_other_texts_have_another_case_as_before(main_window):
    call = main_window.root.tk.call

    assert call("string", "tolower", "ÄB") == "äb"
    assert call("string", "toupper", "straße", 0, 1) == "STraße"
    assert call("string", "totitle", "noor") == "Noor"


def test_an_emoji_typed_in_an_open_menu_harms_nothing(main_window, place):
    call = main_window.root.tk.call
    menu = call("menu", f"{place}.menu", "-tearoff", 0)
    call(menu, "add", "command", "-label", f"{PARTY} Reply", "-underline", 0)

    for _ in range(100):
        call("tk::TraverseWithinMenu", menu, PARTY)
        call("tk::TraverseToMenu", place, PARTY)

    assert call(menu, "index", "last") == 0


def test_files_may_have_emoji_in_their_names(main_window, place, tmp_path, settle):
    (tmp_path / f"{PARTY} plans.txt").touch()
    call, path = main_window.root.tk.call, f"{place}.__tk_filedialog"
    seen = []

    def look() -> None:
        if not call("winfo", "exists", f"{path}.contents.f2.cancel"):
            place.after(10, look)
            return
        settle()
        canvas = f"{path}.contents.icons.cHull.canvas"
        texts = call(canvas, "find", "withtag", "text")
        seen.extend(call(canvas, "itemcget", it, "-text") for it in texts)
        call(f"{path}.contents.f2.cancel", "invoke")

    place.after(10, look)
    options = ("-parent", str(place), "-initialdir", str(tmp_path))
    call("::tk::dialog::file::", "open", *options)

    assert seen == [f"{PARTY} plans.txt"]
