"""Excerpts show where something was found, and mark it."""

import pytest

from chatapp.controllers.finding.excerpts import MOST, excerpt
from chatapp.models.entities import ExcerptPart


def marked(text: str, words: str, *, marks_links: bool = False) -> str:
    """Give an excerpt with its hits in brackets."""
    parts = excerpt(text, words, marks_links=marks_links)
    return "".join(f"[{it.text}]" if it.is_hit else it.text for it in parts)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("The kettle is on", "kettle", "The [kettle] is on"),
        ("The Kettle is on", "kett", "The [Kett]le is on"),
        ("tea and kettle", "kettle tea", "[tea] and [kettle]"),
        ("a (b) c", "(b)", "a [(b)] c"),
        ("one\n\ttwo", "two", "one [two]"),
        ("\x02bold\x02 words", "words", "bold [words]"),
        ("nothing", "", "nothing"),
        ("今日は鍵がない", "鍵", "今日は[鍵]がない"),
    ],
)
def test_what_was_looked_for_is_marked(text: str, words: str, shown: str) -> None:
    assert marked(text, words) == shown


def test_links_are_marked_where_links_were_looked_for() -> None:
    shown = marked("see https://a.b/c now", "", marks_links=True)

    assert shown == "see [https://a.b/c] now"


def test_a_very_long_word_does_not_hold_up_the_search_for_links() -> None:
    assert excerpt("_" * 300_000, "", marks_links=True)[0].text.startswith("___")


def test_a_long_text_is_cut_on_both_sides_of_the_first_hit() -> None:
    text = "before " * 100 + "kettle" + " after" * 100

    shown = excerpt(text, "kettle", marks_links=False)

    assert ExcerptPart("kettle", True) in shown
    assert shown[0].text.startswith("…before")
    assert shown[-1].text.endswith("…")
    assert sum(len(part.text) for part in shown) <= MOST + 2
