import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.formatting import PLAIN_STYLE, Style
from chatapp.wire.markdown_marks import Part, parts


def test_marks_and_words_are_told_apart():
    bold = Style(bold=True)

    assert list(parts("a **b** c")) == [
        Part("a "),
        Part("**", bold, is_mark=True),
        Part("b", bold),
        Part("**", PLAIN_STYLE, is_mark=True),
        Part(" c"),
    ]


def test_a_style_is_not_switched_within_itself():
    words = [part.text for part in parts("*a *b* c*") if not part.is_mark]

    assert words == ["a *b* c"]


@given(st.text(alphabet="*_~`\\ ab", max_size=80))
def test_the_parts_are_the_line(line):
    assert "".join(part.text for part in parts(line)) == line


@pytest.mark.parametrize(
    "line",
    [
        "*a " * 1300,
        "a* " * 1300,
        "`" * 4000,
        "`a ``b " * 570,
        "~~a _b " * 500 + "c* " * 150,
        "\\*" * 2000,
        "*(" * 1300 + "a" + ")*" * 600,
        "*a" * 500_000,
    ],
)
def test_hostile_lines_are_taken_apart_too(line):
    assert "".join(part.text for part in parts(line)) == line
