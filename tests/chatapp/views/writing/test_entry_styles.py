import pytest

from chatapp.views.writing.composer_box import ComposerBox


@pytest.fixture
def box(place, look, settle) -> ComposerBox:
    composer = ComposerBox(place, look)
    composer.pack(fill="x")
    settle()
    return composer


def styled(box: ComposerBox, tag: str) -> list[str]:
    """Give the texts that have a tag."""
    entry = box.entry
    places = [str(place) for place in entry.tag_ranges(tag)]
    return [entry.get(*pair) for pair in zip(places[::2], places[1::2], strict=True)]


def write(box: ComposerBox, text: str, settle) -> None:
    box.entry.insert("insert", text)
    settle()


def test_markdown_is_shown_as_it_will_look(box, settle):
    write(box, "**b** *i* ***bi*** ~~s~~ `c` https://a.example.", settle)

    assert styled(box, "bold") == ["b"]
    assert styled(box, "italic") == ["i"]
    assert styled(box, "bold-italic") == ["bi"]
    assert styled(box, "strike") == ["s"]
    assert styled(box, "mono") == ["c"]
    assert styled(box, "link") == ["https://a.example"]
    assert styled(box, "mark")[:3] == ["**", "**", "*"]


def test_what_is_typed_on_changes_the_style(box, settle):
    write(box, "**bold*", settle)
    before = styled(box, "bold")
    write(box, "*", settle)

    assert (before, styled(box, "bold")) == ([], ["bold"])


def test_a_fence_makes_code_of_all_its_lines(box, settle):
    write(box, "```py\n*x*\ny", settle)

    assert styled(box, "mono") == ["*x*", "y"]
    assert styled(box, "italic") == []


def test_a_quote_is_marked(box, settle):
    write(box, "> *said*", settle)

    assert styled(box, "mark")[0] == "> *"
    assert styled(box, "italic") == ["said"]


def test_emoji_and_letters_that_tk_counts_twice_move_no_style(box, settle):
    write(box, "\U0001d11e🙂 **b** x", settle)

    assert styled(box, "bold") == ["b"]


def test_a_text_that_comes_again_is_styled_again(box, settle):
    box.show_text("**b**")
    settle()
    box.show_text("**b**")
    settle()

    assert styled(box, "bold") == ["b"]


def test_lines_that_did_not_change_are_left_alone(box, settle, mocker):
    write(box, "**one**\n**two**", settle)
    add = mocker.spy(box.entry, "tag_add")
    write(box, "!", settle)

    assert {call.args[1].partition(".")[0] for call in add.call_args_list} == {"2"}
    assert styled(box, "bold") == ["one", "two"]


def test_a_line_of_very_many_marks_is_styled_as_far_as_tk_is_quick(box, settle):
    write(box, "**b** " * 300, settle)

    assert 10 < len(styled(box, "bold")) < 100


def test_a_link_with_words_looks_like_one(box, settle):
    write(box, "> see [the page](https://a.example/x) `[a](https://x)`", settle)

    assert styled(box, "link") == ["the page", "https://a.example/x"]
    assert styled(box, "mark") == ["> ", "[", "](", ")", "`", "`"]
