from chatapp.views.transcript.line_fitting import fit
from chatapp.views.transcript.rich_text import Run, RunKind, runs

BOLD = next(runs("\x02b")).style


def measure(run: Run) -> int:
    return 2 if run.kind is RunKind.EMOJI else len(run.text)


def lines(words: list[Run], width: int) -> list[str]:
    return ["".join(run.text for run in line) for line in fit(words, width, measure)]


def test_words_go_on_the_next_line_where_they_do_not_fit():
    assert lines([Run("one two three four")], 9) == ["one two ", "three ", "four"]


def test_a_word_that_is_wider_than_a_line_is_cut():
    assert lines([Run("abcdefghij kl")], 4) == ["abcd", "efgh", "ij ", "kl"]


def wide(run: Run) -> int:
    """Measure letters that are very unlike: a W is five times as wide as an i."""
    return sum(5 if letter == "W" else 1 for letter in run.text)


def test_each_line_of_a_word_that_is_cut_is_filled():
    found = fit([Run("iiiiWWWW" * 9)], 20, wide)

    widths = [sum(map(wide, line)) for line in found]
    assert "".join(run.text for line in found for run in line) == "iiiiWWWW" * 9
    assert all(15 < it <= 20 for it in widths[:-1])


def test_a_letter_that_is_wider_than_a_line_has_one_of_its_own():
    assert [run.text for line in fit([Run("WWW")], 3, wide) for run in line] == [*"WWW"]


def test_a_link_is_never_cut():
    link = Run("https://a.example/x", RunKind.LINK)

    assert lines([Run("see "), link, Run(" now")], 6) == [
        "see ",
        "https://a.example/x",
        " now",
    ]


def test_styles_and_pictures_stay_what_they_are():
    words = [Run("one "), Run("two three", style=BOLD), Run("🙂", RunKind.EMOJI)]

    assert fit(words, 8, measure) == [
        [Run("one "), Run("two ", style=BOLD)],
        [Run("three", style=BOLD), Run("🙂", RunKind.EMOJI)],
    ]


def test_nothing_is_one_empty_line():
    assert fit([], 10, measure) == [[]]
