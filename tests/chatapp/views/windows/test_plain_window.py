"""The window with a conversation as plain text."""

import pytest


@pytest.fixture
def plain(main_window, settle):
    main_window.open_chat()
    window = main_window.beside.new_plain_window()
    window.show("#lobby", ["10:00 Ada: one", "10:01 Ada: two"])
    window.text.focus_force()
    settle()
    yield window
    main_window.close_chat()


def words(plain):
    return plain.text.get("1.0", "end-1c")


def test_the_cursor_stands_in_the_last_line_and_moves_through_them(plain, settle):
    assert plain.text.index("insert") == "2.0"

    plain.text.event_generate("<Up>")
    settle()

    assert plain.text.index("insert") == "1.0"


def test_nothing_can_be_written_into_it(plain, settle):
    before = words(plain)

    for keys in ("<a>", "<Return>", "<BackSpace>", "<Delete>", "<space>"):
        plain.text.event_generate(keys)
    plain.text.event_generate("<<Paste>>")
    plain.text.event_generate("<<Cut>>")
    settle()

    assert words(plain) == before


def test_what_comes_is_added_and_the_cursor_stays(plain):
    plain.add(["10:02 Bob: three"])

    assert words(plain).splitlines()[-1] == "10:02 Bob: three"
    assert plain.text.index("insert") == "2.0"


def test_another_line_takes_the_place_of_one_and_the_cursor_stays(plain, settle):
    plain.add(["10:02 Bob: three\n    and four", "10:03 Ada: five"])
    plain.text.mark_set("insert", "5.3")

    plain.replace(1, "10:02 Bob: 3")
    plain.replace(3, "10:00 Ada: one (edited)")
    plain.replace(0, "10:03 Ada: five (edited)")

    assert words(plain).splitlines() == [
        "10:00 Ada: one (edited)",
        "10:01 Ada: two",
        "10:02 Bob: 3",
        "10:03 Ada: five (edited)",
    ]
    assert plain.text.index("insert") == "4.3"


def test_it_begins_empty_too(plain):
    plain.show("#new", [])
    plain.add(["10:02 Bob: first"])

    assert words(plain) == "10:02 Bob: first"


def test_it_goes_with_the_chat_window(plain, main_window):
    told = []
    plain.on_closed = lambda: told.append(True)

    main_window.close_chat()

    assert told == [True]
