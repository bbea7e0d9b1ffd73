"""What each format of an export makes of lines, those of the hostile included."""

import csv
import io
import json
from dataclasses import replace

import pytest

from chatapp.models.entities import Change, MessageKind
from chatapp.models.export.csv_table import CsvTable
from chatapp.models.export.json_document import JsonDocument
from chatapp.models.export.markdown_page import MarkdownPage
from tests.chatapp.models.export.written import ABOUT, export, html_page
from tests.chatapp.models.fakes import NOON
from tests.chatapp.models.storage.rooms_on_disk import said


@pytest.mark.parametrize("make", [html_page, MarkdownPage, JsonDocument])
def test_what_may_be_missing_is_said_in_the_file(make):
    assert "All of it." in export(make(), said(1))


def test_markdown_gives_formatted_text_as_it_was_typed():
    page = export(MarkdownPage(), said(1, text="so \x02bold\x02 it is"))

    assert "**Ann**: so **bold** it is" in page


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>a</script>", r"\<script\>a\</script\>"),
        ("`<script>`", r"\`\<script\>\`"),
        ("\x11a<b\x11", "`a<b`"),
        ("\x11a``b`\x11", "``` a``b` ```"),
        ("# 2020-01-01", r"\# 2020-01-01"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("![x](http://evil.example/p.png)", r"\!\[x\](<http://evil.example/p.png>)"),
        ("[c](javascript:alert(1))", r"\[c\](javascript:alert(1))"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("see https://a.example/x_y_z.", "see <https://a.example/x_y_z>."),
        (
            "see www.a.example/x_y.",
            r"see [www.a.example/x\_y](<http://www.a.example/x_y>).",
        ),
        ("\x02bold \x02rest", "**bold** rest"),
        ("\x02 \x02", " "),
        ("> quoted *a*", r"> quoted \*a\*"),
    ],
)
def test_what_somebody_wrote_is_formatted_in_markdown_only_as_it_was_shown(
    text, written
):
    page = export(MarkdownPage(), said(1, text=text))

    assert f"**Ann**: {written}\n" in page or f"**Ann**:\n\n{written}\n" in page


@pytest.mark.parametrize(
    ("make", "mark"),
    [
        (MarkdownPage, " (edited) **Ann**: "),
        (JsonDocument, '"edited_at": "2026-11-22T12:00:00.000Z"'),
        (CsvTable, ",2026-11-22T12:00:00.000Z,"),
    ],
)
def test_what_was_edited_is_marked(make, mark):
    assert mark in export(make(), replace(said(1), edited_at=NOON))
    assert mark not in export(make(), said(1))


def test_code_that_nobody_ended_ends_with_its_message():
    first, second = said(1, text="a\n```\nhello"), said(2, text="after")
    page = export(MarkdownPage(), first, second)

    assert "```\nhello\n```\n\n" in page
    assert "**Ann**: after" in page


def test_code_may_hold_backticks_and_keeps_its_tabs():
    text = "````\n```\n\tx\n````"
    page = export(MarkdownPage(), said(1, text=text))

    assert "````\n```\n\tx\n````" in page


@pytest.mark.timeout(10)
def test_rows_of_backticks_of_growing_length_take_no_time():
    rows = " ".join("`" * length for length in range(1, 700))

    assert len(export(MarkdownPage(), said(1, text=rows))) > len(rows)


def test_codes_of_colours_leave_nothing_in_what_people_do():
    waves = said(1, text="\x0304,05Red\x03 waves", kind=MessageKind.ACTION)

    assert "*Ann Red waves*" in export(MarkdownPage(), waves)


def test_json_can_be_read_back_with_what_belongs_to_each_message():
    lines = said(1, text="\x02hi\x02"), said(2, text='a "b" \\ \n c', msgid="")
    document = json.loads(export(JsonDocument(), *lines))

    assert document["room"] == "#class"
    assert document["messages"] == [
        {
            "time": "2026-11-22T12:00:01.000Z",
            "kind": "text",
            "sender": "Ann",
            "text": "hi",
            "msgid": "m1",
            "markdown": "**hi**",
        },
        {
            "time": "2026-11-22T12:00:02.000Z",
            "kind": "text",
            "sender": "Ann",
            "text": 'a "b" \\ \n c',
        },
    ]


def test_json_without_messages_can_be_read_too():
    assert json.loads(export(JsonDocument()))["messages"] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_a_table_is_a_formula(text):
    table = export(CsvTable(), said(1, text=text))

    _, (_, _, _, cell, *_) = csv.reader(io.StringIO(table, newline=""))
    assert cell == f"'{text}"


@pytest.mark.parametrize("before", [";", "; ", 'a";', "b\n", " ", "'"])
@pytest.mark.parametrize("formula", ["=cmd|'/c calc'!A0", "@SUM(A1)", "+1", "\uff1d1"])
def test_no_part_of_a_cell_is_a_formula_where_semicolons_part_cells(before, formula):
    table = export(CsvTable(), said(1, text=f"{before}{formula}"))

    _, (_, _, _, cell, *_) = csv.reader(io.StringIO(table, newline=""))
    assert cell == f"{before}'{formula}"


def test_very_many_lines_of_one_cell_do_not_hold_up_a_table():
    table = export(CsvTable(), said(1, text="\n" * 300_000 + "=1"))

    assert "\n'=1" in table


def test_a_smile_is_no_formula():
    table = export(CsvTable(), said(1, text="well ;-) 3-2=1"))

    assert "well ;-) 3-2=1" in table


def test_a_table_keeps_lines_and_quotes_in_their_cell():
    text = 'one, "two"\nthree'
    table = export(CsvTable(), said(1, text=text))

    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert [row[3] for row in rows] == ["text", text]


@pytest.mark.parametrize("make", [html_page, MarkdownPage, JsonDocument, CsvTable])
def test_every_format_tells_who_came_as_a_sentence(make):
    written = make()
    joined = said(1, kind=MessageKind.CHANGE, change=Change.JOINED, text="")

    assert "Ann joined" in written.begin(ABOUT) + written.line(joined, "Ann joined")
