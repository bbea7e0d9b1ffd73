import pytest

from chatapp.controllers.reading.code_colors import MOST_KEPT, CodeColors, CodeView
from chatapp.wire.markdown_blocks import CodeBlock

BLOCK = CodeBlock("x = 1", "py")
PARTS = [("", "x = "), ("number", "1")]


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(CodeView, instance=True)


@pytest.fixture
def asked() -> list:
    return []


@pytest.fixture
def colors(view, asked) -> CodeColors:
    return CodeColors(view, lambda *question: asked.append(question))


def test_code_is_plain_until_it_was_read(colors, view, asked):
    before = view.on_code(BLOCK)
    asked[0][2](PARTS)

    assert before == [("", "x = 1")]
    view.show_code_anew.assert_called_once_with(BLOCK)
    assert view.on_code(BLOCK) == PARTS


def test_a_block_is_read_once(colors, view, asked):
    for _ in range(3):
        view.on_code(BLOCK)
    asked[0][2](PARTS)
    view.on_code(BLOCK)

    assert [question[:2] for question in asked] == [("py", "x = 1")]


def test_what_stays_plain_is_not_shown_anew(colors, view, asked):
    view.on_code(BLOCK)
    asked[0][2]([("", "x = 1")])

    view.show_code_anew.assert_not_called()


def test_code_of_no_language_is_not_read(colors, view, asked):
    assert view.on_code(CodeBlock("x")) == [("", "x")]
    assert asked == []


def test_not_everything_is_kept_for_ever(colors, view, asked):
    blocks = [CodeBlock(str(number), "py") for number in range(MOST_KEPT + 1)]
    for block in blocks:
        view.on_code(block)
        asked[-1][2](PARTS)

    view.on_code(blocks[0])
    view.on_code(blocks[-1])

    assert len(asked) == MOST_KEPT + 2
