"""What each format of an export makes of lines, those of the hostile included."""

import csv
import io
import json
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from chatapp.models.bringing_past import Brought, Reached
from chatapp.models.entities import Change, MessageKind, Quote, Reaction
from chatapp.models.export import html_pictures
from chatapp.models.export.csv_table import CsvTable
from chatapp.models.export.document import About
from chatapp.models.export.html_page import HtmlPage
from chatapp.models.export.json_document import JsonDocument
from chatapp.models.export.markdown_page import MarkdownPage
from tests.chatapp.models.fakes import NOON
from tests.chatapp.models.storage.rooms_on_disk import said

ABOUT = About("#class", "Physics 2b", "Waves & <light>", NOON, Brought(Reached.ALL))
HOSTILE = "<script>alert(1)</script> \x02bold\x02 https://a.example/?a=1&b=2 \u202eoo"


class DrawnPictures:
    """Draws faces, and of all emoji only a party popper."""

    def face(self, nick):
        return f"face of {nick}".encode()

    def parts(self, text):
        return re.split("([🎉🦕])", text)

    def emoji(self, sequence):
        return b"popper" if sequence == "🎉" else None


def html_page():
    return HtmlPage(DrawnPictures())


class Tags(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def export(written, *lines):
    parts = [written.line(line, line.text) for line in lines]
    return written.begin(ABOUT) + "".join(parts) + written.end("All of it.")


def test_a_page_holds_no_tag_that_somebody_wrote():
    page = Tags(export(html_page(), said(1, text=HOSTILE, sender="<b>")))

    names = [name for name, _ in page.tags]
    assert "script" not in names
    assert names.count("b") == 1
    assert "<script>alert(1)</script>" in page.words
    assert "\u202e" not in page.words


def test_a_page_allows_no_script_and_loads_nothing():
    page = Tags(export(html_page(), said(1)))

    (policy,) = (attrs for _, attrs in page.tags if "http-equiv" in attrs)
    assert policy["content"].startswith("default-src 'none'")


def test_links_of_a_page_lead_to_the_web_only():
    text = "https://a.example/?a=1&b=2. javascript:alert(1)"
    page = Tags(export(html_page(), said(1, text=text)))

    links = [attrs["href"] for name, attrs in page.tags if name == "a"]
    assert links == ["https://a.example/?a=1&b=2"]


def test_code_in_a_page_keeps_its_indentation():
    page = export(html_page(), said(1, text="see:\n```python\nif a < b:\n\tpass\n```"))

    assert "<pre><code>if a &lt; b:\n\tpass</code></pre>" in page


def test_a_page_begins_each_day_once():
    page = export(html_page(), said(1), said(2), said(90_000))

    assert page.count("<h2>") == 2


def pictures(page):
    return [attrs["href"] for name, attrs in Tags(page).tags if name == "image"]


def test_each_face_and_emoji_stands_in_the_page_once_and_is_used_as_often_as_shown():
    lines = [said(number, text="🎉 and 🎉") for number in range(3)]
    page = export(html_page(), *lines)

    assert pictures(page) == [
        f"data:image/png;base64,{b64encode(b'face of Ann').decode()}",
        f"data:image/png;base64,{b64encode(b'popper').decode()}",
    ]
    assert page.count('<use href="#picture-0"') == 3
    assert page.count('<use href="#picture-1"') == 6
    assert Tags(page).words.count("🎉") == 6


def test_an_emoji_without_a_picture_stays_as_it_was_said():
    assert "<p>🦕!</p>" in export(html_page(), said(1, text="🦕!"))


def test_emoji_in_code_and_in_addresses_are_left_alone():
    text = "```\n🎉\n``` https://a.example/🎉x"
    page = export(
        html_page(), said(1, text=text), said(2, text="https://b.example/🎉x")
    )

    assert len(pictures(page)) == 1
    assert "https://b.example/🎉x" in Tags(page).words


def test_a_page_has_no_more_pictures_than_can_be_opened(monkeypatch):
    monkeypatch.setattr(html_pictures, "MOST", 2)
    lines = [said(it, sender=f"p{it}", text="🎉") for it in range(5)]

    page = export(html_page(), *lines)

    assert len(pictures(page)) == 2
    assert Tags(page).words.count("🎉") == 5


def test_answers_and_reactions_are_in_the_page_and_hold_no_tags():
    line = replace(
        said(1, text="so it is"),
        quote=Quote("<i>Zoe", "<u>is it?"),
        reactions=(Reaction("🎉", ("Ann", '"><script>')), Reaction("<b>", ("Zoe",))),
    )
    page = Tags(export(html_page(), line))

    names = [name for name, _ in page.tags]
    assert not {"i", "u", "script"} & set(names)
    assert names.count("b") == 1  # who is quoted
    assert "<i>Zoe <u>is it?" in page.words
    assert "🎉 2<b> 1" in page.words


def test_a_page_is_for_light_for_dark_and_for_paper():
    page = export(html_page())

    assert "color-scheme: light dark" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


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
        ("1. a", r"\1. a"),
        ("![x](http://evil.example/p.png)", r"\!\[x\](<http://evil.example/p.png>)"),
        ("[c](javascript:alert(1))", r"\[c\](javascript:alert(1))"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("see https://a.example/x_y_z.", "see <https://a.example/x_y_z>."),
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
            "formatted": "\x02hi\x02",
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

    _, (_, _, _, cell, _) = csv.reader(io.StringIO(table, newline=""))
    assert cell == f"'{text}"


@pytest.mark.parametrize("before", [";", "; ", 'a";', "b\n", " ", "'"])
@pytest.mark.parametrize("formula", ["=cmd|'/c calc'!A0", "@SUM(A1)", "+1", "\uff1d1"])
def test_no_part_of_a_cell_is_a_formula_where_semicolons_part_cells(before, formula):
    table = export(CsvTable(), said(1, text=f"{before}{formula}"))

    _, (_, _, _, cell, _) = csv.reader(io.StringIO(table, newline=""))
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
