import pytest

from chatapp.views.transcript import right_to_left
from chatapp.views.transcript.rich_text import Run, RunKind, runs
from chatapp.views.transcript.turned_runs import (
    from_right,
    joined,
    needs_turning,
    turned_line,
)
from chatapp.wire.formatting import Style
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import copied, shown

HELLO, WORLD = "שלום", "עולם"


@pytest.fixture(autouse=True)
def as_on_x11(monkeypatch):
    monkeypatch.setattr(right_to_left, "IS_NEEDED_HERE", True)


def drawn(text: str) -> list[Run]:
    words = list(runs(text))
    return turned_line(joined(words), begins_right=from_right(words))


def test_styles_go_where_their_words_go():
    assert drawn(f"{HELLO} \x02{WORLD}\x02") == [
        Run(WORLD[::-1], style=Style(bold=True)),
        Run(f" {HELLO[::-1]}"),
    ]


def test_links_and_pictures_stay_whole():
    link, picture = "https://a.example/x(1)", "👨‍👩‍👧"

    words = drawn(f"{HELLO} {link} {picture}")

    assert [run.text for run in words] == [picture, " ", link, f" {HELLO[::-1]}"]
    assert [run.kind for run in words][::2] == [RunKind.EMOJI, RunKind.LINK]


def test_only_what_is_written_from_the_right_is_turned():
    assert needs_turning([Run("abc"), Run(HELLO)])
    assert not needs_turning([Run("abc"), Run("🙂", RunKind.EMOJI)])


def test_a_message_is_turned_line_by_line_and_copied_as_it_was_said(transcript, settle):
    text = f"{HELLO} " * 60 + WORLD
    transcript.splice(0, 0, [message(0, text), message(1, f"> {HELLO} a")])
    lines = [line for line in shown(transcript).split("\n") if HELLO[::-1] in line]
    start = transcript.text.search(WORLD[::-1], "1.0")
    transcript.text.tag_add("sel", start, f"{start} lineend")

    assert HELLO[::-1] in lines[0]
    assert WORLD[::-1] not in lines[0]
    assert lines[-1].endswith(f"a {HELLO[::-1]}")
    assert copied(transcript, settle) == text
