from hypothesis import given
from hypothesis import strategies as st

from server.commands.word_lines import lines_of_words

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
