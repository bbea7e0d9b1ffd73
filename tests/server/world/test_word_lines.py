from hypothesis import given
from hypothesis import strategies as st

from server.world.word_lines import WordLines, lines_of_words

WORDS = st.lists(st.text("abжя😀", min_size=1, max_size=9))


def test_words_fill_a_line_up_to_its_last_byte():
    assert list(lines_of_words(["ab", "cd", "e"], 5)) == ["ab cd", "e"]
    assert list(lines_of_words(["жя", "a"], 5)) == ["жя", "a"]
    assert list(lines_of_words([], 5)) == []


def test_a_word_that_is_too_long_has_a_line_of_its_own():
    assert list(lines_of_words(["a", "abcdefgh", "b"], 5)) == ["a", "abcdefgh", "b"]


@given(WORDS)
def test_no_word_is_lost_and_no_line_is_longer_than_it_may_be(words):
    lines = list(lines_of_words(words, 40))

    assert " ".join(lines).split() == words
    assert all(0 < len(line.encode()) <= 40 for line in lines)


def test_what_is_added_later_fills_the_last_line_first():
    words = [f"word{number}" for number in range(40)]
    lines = WordLines(40)

    lines.add(words[:7])
    first = list(lines)
    lines.add(words[7:])

    assert first == list(lines_of_words(words[:7], 40))
    assert list(lines) == list(lines_of_words(words, 40))
    assert lines.count == 40
