from chatapp.controllers.reading.attached_wording import (
    EARLIER,
    IGNORED,
    MOST_NAMED,
    WORDLESS,
    answering,
    attached_in_words,
    who_reacted,
)
from chatapp.models.entities import Quote, Reaction
from tests.chatapp.controllers.fakes import message


def nobody(_nick: str) -> bool:
    return False


def named(count: int) -> str:
    return who_reacted(Reaction("👍", tuple(f"n{number}" for number in range(count))))


def test_who_reacted_is_said_by_name_as_far_as_there_is_room():
    assert named(1) == "n0"
    assert named(2) == "n0 and n1"
    assert named(3) == "n0, n1 and n2"
    assert named(MOST_NAMED + 1).endswith(" and n12")
    assert named(MOST_NAMED + 2).endswith("n11 and 2 others")


def test_an_answer_quotes_something_even_where_it_is_not_known():
    quotes = [
        attached_in_words(message("k", reply_to="m1", quote=quote), nobody).quote
        for quote in (None, Quote("Ada", " "), Quote("Ada", "tea?"))
    ]

    assert quotes == [Quote("", EARLIER), Quote("Ada", WORDLESS), Quote("Ada", "tea?")]


def test_what_answers_nothing_quotes_nothing():
    assert attached_in_words(message("k"), nobody).quote is None


def test_of_whom_one_ignores_one_sees_neither_words_nor_reactions():
    said = message(
        "k",
        reply_to="m1",
        quote=Quote("Ada", "tea?"),
        reactions=(Reaction("👍", ("Ada", "Kofi")), Reaction("🎉", ("Ada",))),
    )

    seen = attached_in_words(said, lambda nick: nick == "Ada")

    assert seen.quote == Quote("", IGNORED)
    assert [(it.emoji, it.words) for it in seen.reactions] == [("👍", "Kofi")]


def test_whom_one_answers_is_said():
    assert answering(Quote("Ada", "tea?")) == "Replying to Ada"
    assert answering(Quote("Kofi", "tea?", mine=True)) == "Replying to yourself"
    assert answering(Quote("", "")) == "Replying to an earlier message"
