"""The card that asks how a room is to be exported."""

import pytest

from chatapp.models.entities import ExportField

LABELS = {field: field.name for field in ExportField}


@pytest.fixture
def card(main_window, settle):
    main_window.open_chat()
    settle()
    card = main_window.new_export(
        "Export #lobby",
        "All of it.",
        "Export",
        ["Web page", "JSON"],
        LABELS,
        dict.fromkeys(LABELS, "2026-10-01"),
    )
    card.show_file("/home/a.html")
    settle()
    yield card
    main_window.close_chat()


def test_what_is_chosen_and_typed_is_handed_over(card):
    asked = []
    card.on_format = lambda index, file: file.replace("html", "json")
    card.on_export = lambda index, fields: asked.append((index, dict(fields))) or {}

    card.formats.buttons[1].invoke()
    card.fields[ExportField.SINCE].text = "2026-11-01"
    card.action.invoke()

    fields = {
        ExportField.SINCE: "2026-11-01",
        ExportField.UNTIL: "",
        ExportField.FILE: "/home/a.json",
    }
    assert asked == [(1, fields)]
    assert not card.winfo_exists()


def test_the_card_stays_while_something_is_wrong(card):
    card.on_export = lambda _index, _fields: {ExportField.UNTIL: "No such day."}

    card.action.invoke()

    assert card.fields[ExportField.UNTIL].problem == "No such day."
    assert card.fields[ExportField.FILE].problem == ""


def test_the_format_follows_the_name_of_the_file_and_what_is_written_is_told(
    card, settle
):
    card.on_file = lambda index, file: (1, f"JSON, written to {file}.json")
    entry = card.fields[ExportField.FILE].entry
    entry.icursor(2)

    entry.insert("insert", "x")
    settle()

    assert card.formats.chosen == 1
    assert str(card.fields[ExportField.FILE].line.cget("text")) == (
        "JSON, written to /hxome/a.html.json"
    )
    assert entry.index("insert") == 3


def test_what_is_wrong_moves_nothing(card, settle):
    parts = [*(it.entry for it in card.fields.values()), card.choose, card.action]
    before = [(it.winfo_rootx(), it.winfo_rooty()) for it in parts], card.winfo_height()
    card.on_export = lambda _index, fields: dict.fromkeys(fields, "This is wrong.")

    card.action.invoke()
    settle()
    after = [(it.winfo_rootx(), it.winfo_rooty()) for it in parts], card.winfo_height()

    assert after == before
    assert card.fields[ExportField.SINCE].problem == "This is wrong."
