"""The pages of a card, in a line and as a list."""

import pytest

from chatapp.views.widgets.page_tabs import PageTabs

PAGES = [("one", "The first page"), ("two", "Another"), ("three", "The last of them")]


@pytest.fixture
def turned():
    return []


@pytest.fixture
def tabs(place, look, turned):
    tabs = PageTabs(place, look)
    tabs.pack(fill="x")
    tabs.on_page = lambda key: (turned.append(key), tabs.turn_to(key))
    tabs.show(PAGES)
    tabs.turn_to("one")
    place.update()
    return tabs


def resize(place, tabs, width):
    place.geometry(f"{width}x300")
    place.update()
    tabs.update()


@pytest.fixture
def listed(place, tabs, mocker):
    """Give the list in a narrow card, whose menu opens where no pointer is needed."""
    resize(place, tabs, 220)
    mocker.patch.object(tabs.menu.menu, "tk_popup")
    return tabs


def entries(tabs):
    menu = tabs.menu.menu
    return [menu.entrycget(at, "label") for at in range(menu.index("end") + 1)]


def test_every_page_has_a_button_where_there_is_room(tabs, turned):
    tabs.buttons["three"].invoke()

    assert all(it.winfo_viewable() for it in tabs.buttons.values())
    assert not tabs.list.winfo_viewable()
    assert turned == ["three"]


def test_where_they_would_be_cut_there_is_a_list_of_all(listed, turned):
    listed.list.invoke()
    there = entries(listed)
    listed.menu.menu.invoke(2)

    assert not listed.buttons["one"].winfo_viewable()
    assert there == [title for _key, title in PAGES]
    assert turned == ["three"]
    assert str(listed.list.cget("text")).strip() == "The last of them"


@pytest.mark.parametrize("key", ["space", "Return", "Down"])
def test_the_list_opens_by_keyboard(listed, key):
    listed.take_focus()
    listed.list.focus_force()
    listed.update()

    listed.list.event_generate(f"<{key}>")
    listed.update()

    listed.menu.menu.tk_popup.assert_called_once()


def test_the_list_is_a_line_again_where_there_is_room(place, listed):
    listed.list.focus_force()
    resize(place, listed, 800)

    assert listed.buttons["two"].winfo_viewable()
    assert not listed.list.winfo_viewable()
    assert place.focus_get() is listed.buttons["one"]


def test_letters_that_grow_make_a_list_of_the_line(place, tabs, look):
    width = sum(it.winfo_reqwidth() for it in tabs.buttons.values()) + 40
    resize(place, tabs, width)
    before = tabs.list.winfo_viewable()

    look.zoom(1.5)
    place.update()
    enlarged = tabs.list.winfo_viewable()
    look.zoom(1.0)
    place.update()

    assert (before, enlarged, tabs.list.winfo_viewable()) == (0, 1, 0)
