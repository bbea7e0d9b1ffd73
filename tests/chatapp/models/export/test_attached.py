"""Replies and reactions in each format, and what a renderer makes of Markdown."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from chatapp.models.entities import MessageKind, Quote, Reaction
from chatapp.models.export.csv_table import CsvTable
from chatapp.models.export.json_document import JsonDocument
from chatapp.models.export.markdown_page import MarkdownPage
from chatapp.models.export.markdown_text import in_markdown
from tests.chatapp.models.export.written import export
from tests.chatapp.models.storage.rooms_on_disk import said

NO_BREAK_SPACE = "\u00a0"
REACTIONS = (Reaction("👍", ("Ann", "Bob")), Reaction("🎉", ("Kofi",)))
ANSWER = said(
    2,
    text="Yes.",
    sender="Bob",
    reply_to="m1",
    quote=Quote("Ann", "Does it\nwork?"),
    reactions=REACTIONS,
)


class Shown(HTMLParser):
    """The words of a page as they are seen, and the tags that hold any."""

    def __init__(self, page):
        super().__init__()
        self.words, self.tags = "", []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.words += "\n" if tag == "br" else ""

    def handle_data(self, data):
        self.words += data.replace("\n", "")

    def handle_endtag(self, tag):
        self.words += "\n" if tag in ("p", "pre") else ""


def shown(text):
    return Shown(MarkdownIt("commonmark").render(text))


def test_json_tells_what_a_message_answers_and_who_reacted():
    (message,) = json.loads(export(JsonDocument(), ANSWER))["messages"]

    assert message["reply_to"] == "m1"
    assert message["reactions"] == {"👍": ["Ann", "Bob"], "🎉": ["Kofi"]}


def test_a_message_that_answers_nothing_has_neither_in_json():
    (message,) = json.loads(export(JsonDocument(), said(1)))["messages"]

    assert not {"reply_to", "reactions"} & message.keys()


def test_a_table_has_a_column_for_replies_and_one_for_reactions():
    table = export(CsvTable(), ANSWER, said(3)).removeprefix("\ufeff")

    answer, other = csv.DictReader(io.StringIO(table, newline=""))
    assert (answer["reply_to"], other["reply_to"]) == ("m1", "")
    assert (answer["reactions"], other["reactions"]) == ("👍 Ann, Bob; 🎉 Kofi", "")


def test_a_reaction_is_no_formula_in_a_table():
    reactions = (Reaction("=1+1", ("Ann",)), Reaction("=2", ("Ann",)))
    table = export(CsvTable(), said(1, reactions=reactions)).removeprefix("\ufeff")

    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert row["reactions"] == "'=1+1 Ann; '=2 Ann"


def test_markdown_shows_what_a_message_answers_above_it_and_reactions_below():
    page = export(MarkdownPage(), ANSWER)

    said_, reactions = (
        "> **Ann**: Does it work?\n\nYes.",
        "Reactions: 👍 Ann, Bob; 🎉 Kofi",
    )
    assert f"**Bob**:\n\n{said_}\n\n*{reactions}*\n" in page
    assert f"Ann: Does it work?\nYes.\n{reactions}\n" in shown(page).words


def test_an_action_has_its_reactions_too():
    waves = said(1, text="waves\nagain", kind=MessageKind.ACTION, reactions=REACTIONS)

    words = shown(export(MarkdownPage(), waves)).words
    assert "Ann waves again\nReactions: 👍 Ann, Bob; 🎉 Kofi\n" in words


@pytest.mark.parametrize(
    "text",
    [
        "one\ntwo",
        "one\n\ntwo",
        "a list\n- one\n- two\n1. three",
        "title\n===\n---",
        "1. a *b* _c_ `d` <e> &amp; # f ~g~ [h](i) ![j](k)",
        "one\n\x02bold\x02\nthree",
        "tab\tstop",
        "\\\nback",
    ],
)
def test_every_line_is_rendered_as_a_line_with_the_words_that_were_written(text):
    written = shown(in_markdown(text))

    bare = text.replace("\x02", "").expandtabs(4)
    assert written.words == "\n".join(filter(None, bare.split("\n"))) + "\n"
    assert set(written.tags) <= {"p", "br", "strong"}


def test_indented_lines_keep_their_indent_and_are_no_code():
    written = shown(in_markdown("    if so:\n        *go*"))

    assert written.words.lstrip() == f"if so:\n{8 * NO_BREAK_SPACE}*go*\n"
    assert written.tags == ["p", "br"]


def test_what_follows_a_quote_is_no_part_of_it():
    html = MarkdownIt("commonmark").render(in_markdown("> > a\n> b\nc"))

    assert html.replace("\n", "") == (
        "<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote><p>c</p>"
    )


def test_code_between_lines_stays_as_it_was_written():
    written = shown(in_markdown("look:\n```python\nx = '*'\n```\nnice"))

    assert written.words == "look:\nx = '*'\nnice\n"
    assert written.tags == ["p", "pre", "code", "p"]
