import gc
import tkinter as tk
from collections.abc import Iterator
from tkinter import ttk as plain_ttk

import pytest
import ttkbootstrap as ttk

from chatapp.controllers.look.contrast import contrast
from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from chatapp.models.entities import Palette
from tests.chatapp.views.content import fill

DARK = make_palette(parse_name("teal-otter"))
LIGHT = make_palette(parse_name("rose-lark"))
ALL = [DARK, LIGHT, *(make_palette(parse_name(n)) for n in ("lime-owl", "gold-bee"))]


def colors(palette: Palette) -> set[str]:
    values = (getattr(palette, name) for name in palette.__slots__)
    found = {it for it in values if isinstance(it, str) and it.startswith("#")}
    return found | set(palette.people) | set(palette.avatars)


# Black is also what Tk gives to options that nobody sees.
OLD = colors(DARK) - colors(LIGHT) - {"#000000"}


@pytest.fixture
def windows(main_window, settle) -> Iterator[list[tk.Misc]]:
    main_window.show_palette(DARK)
    fill(main_window.open_chat())
    settle()
    login = main_window.open_sign_in()
    login.show_problems({None: "No server answers there."})
    login.show_password(True)
    settle()
    yield list(descendants(main_window.root))
    main_window.close_chat()
    main_window.close_sign_in()
    main_window.show_palette(DARK)


def descendants(widget: tk.Misc) -> Iterator[tk.Misc]:
    yield widget
    for child in widget.winfo_children():
        yield from descendants(child)


def options(widget: tk.Misc) -> dict[str, str]:
    return {name: str(widget.cget(name)) for name in widget.keys()}  # noqa: SIM118 - Tk's


def wait_for_redrawing(main_window) -> None:
    done = tk.BooleanVar(main_window.root)
    main_window.call_later(0.05, lambda: done.set(True))
    main_window.root.wait_variable(done)
    main_window.root.update()


def test_after_a_switch_no_widget_has_an_old_colour(main_window, windows):
    main_window.show_palette(LIGHT)
    wait_for_redrawing(main_window)

    left = [
        (str(widget), name, value)
        for widget in windows
        for name, value in options(widget).items()
        if value in OLD
    ]

    assert left == []


def test_after_a_switch_no_tag_and_no_canvas_item_has_an_old_colour(
    main_window, windows
):
    main_window.show_palette(LIGHT)
    wait_for_redrawing(main_window)

    left = [
        value
        for widget in windows
        for value in (*tag_colors(widget), *item_colors(widget))
        if value in OLD
    ]

    assert left == []


def tag_colors(widget: tk.Misc) -> Iterator[str]:
    if isinstance(widget, tk.Text):
        for tag in widget.tag_names():
            for option in ("foreground", "background", "lmargincolor", "rmargincolor"):
                yield str(widget.tag_cget(tag, option))


def item_colors(widget: tk.Misc) -> Iterator[str]:
    if isinstance(widget, tk.Canvas):
        for item in widget.find_all():
            if widget.type(item) == "text":
                yield str(widget.itemcget(item, "fill"))


def test_after_a_switch_no_picture_that_is_shown_has_an_old_colour(
    main_window, windows
):
    main_window.show_palette(LIGHT)
    wait_for_redrawing(main_window)

    shown = {name for widget in windows for name in pictures(widget)}
    left = [name for name in shown if pixels(main_window.root, name) & OLD]

    assert len(shown) > 20
    assert left == []


def pictures(widget: tk.Misc) -> Iterator[str]:
    if isinstance(widget, tk.Text):
        for name in widget.image_names():
            yield str(widget.image_cget(name, "image"))
    elif isinstance(widget, tk.Canvas):
        for item in widget.find_all():
            if widget.type(item) == "image":
                yield str(widget.itemcget(item, "image"))
    elif "image" in widget.keys():  # noqa: SIM118 - Tk's
        names = widget.tk.splitlist(widget.cget("image"))
        yield from (str(name) for name in names if str(name).startswith("pyimage"))


def pixels(root: tk.Misc, name: str) -> set[str]:
    width = int(root.tk.call("image", "width", name))
    height = int(root.tk.call("image", "height", name))
    spots = ((0, 0), (width // 2, height // 2), (width // 2, 0))
    found = (root.tk.splitlist(root.tk.call(name, "get", x, y)) for x, y in spots)
    return {"#" + "".join(f"{int(part):02x}" for part in it[:3]) for it in found}


def test_after_a_switch_no_style_has_an_old_colour(main_window, windows):
    main_window.show_palette(LIGHT)
    styles = plain_ttk.Style(main_window.root)
    used = {widget.winfo_class() for widget in windows} | {
        options(widget).get("style", "") for widget in windows
    }

    left = [
        (name, option, value)
        for name in used - {""}
        for option in ("background", "foreground", "fieldbackground", "bordercolor")
        for state in ([], ["hover"], ["pressed"], ["focus"], ["disabled"])
        if (value := str(styles.lookup(name, option, state))) in OLD
    ]

    assert left == []


def test_switching_often_leaves_no_pictures_behind(main_window, windows):
    for palette in (LIGHT, DARK) * 2:
        main_window.show_palette(palette)
        wait_for_redrawing(main_window)
    gc.collect()
    before = len(main_window.root.image_names())

    for palette in (LIGHT, DARK) * 3:
        main_window.show_palette(palette)
        wait_for_redrawing(main_window)
    gc.collect()

    assert len(main_window.root.image_names()) <= before


def test_a_widget_that_is_gone_is_not_painted_any_more(place, look):
    painted = []
    label = ttk.Label(place)
    look.follow(label, lambda: painted.append(1))

    label.destroy()
    look.wear(LIGHT)
    look.wear(DARK)

    assert painted == [1]


@pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)
@pytest.mark.parametrize(
    "bootstyle",
    ["primary", "secondary", "success", "info", "warning", "danger", "neutral", "link"],
)
def test_the_librarys_own_buttons_are_readable_in_every_state(
    place, look, palette, bootstyle
):
    look.wear(palette)
    button = ttk.Button(place, text="Press", bootstyle=bootstyle)
    styles, name = plain_ttk.Style(place), str(button.cget("style"))

    worst = min(
        contrast(
            str(styles.lookup(name, "foreground", state)),
            str(styles.lookup(name, "background", state)),
        )
        for state in ([], ["hover"], ["pressed"])
    )

    assert worst >= 4.5


@pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)
def test_our_own_styles_are_readable_in_every_state(look, palette):
    look.wear(palette)
    texts = [it for it in look.style_names if it.endswith((".TLabel", ".TButton"))]

    faint = [
        name
        for name in texts
        for state in ([], ["hover"], ["focus"])
        if contrast(*on_face(look, palette, name, state)) < 4.5
    ]

    assert texts
    assert faint == []


def on_face(look, palette: Palette, name: str, state: list[str]) -> tuple[str, str]:
    """Give a style's text, and the face that its picture shows under it."""
    faces = {"Main.TButton": palette.primary, "Jump.TButton": palette.primary}
    ground = faces.get(name) or str(look.styles.lookup(name, "background", state))
    ink = str(look.styles.lookup(name, "foreground", state)) or palette.text
    return ink, ground


def test_people_have_their_colour_on_every_machine(look):
    look.wear(DARK)

    assert look.person_number("Ada") == look.person_number("ada") == 3
