"""What each reaction that is told changes in those of a message."""

from functools import reduce

from chatapp.models.entities import Reaction
from chatapp.models.messages.tally import MOST_KINDS, MOST_PEOPLE, counted
from chatapp.models.session.facts import ReactionTold
from tests.chatapp.models.fakes import NOON


def put(emoji: str, sender: str, *, is_on: bool = True) -> ReactionTold:
    return ReactionTold(
        "#lobby", "m1", emoji, sender, NOON, is_on, mine=sender == "noor"
    )


def tally(*told: ReactionTold) -> tuple[Reaction, ...]:
    return reduce(counted, told, ())


def test_each_emoji_has_its_people_in_their_order():
    reactions = tally(put("👍", "ann"), put("🎉", "bob"), put("👍", "noor"))

    assert reactions == (
        Reaction("👍", ("ann", "noor"), mine=True),
        Reaction("🎉", ("bob",)),
    )


def test_the_same_told_twice_counts_once():
    assert tally(put("👍", "ann"), put("👍", "ann")) == (Reaction("👍", ("ann",)),)


def test_what_is_taken_off_leaves_what_others_put_there():
    reactions = tally(
        put("👍", "ann"), put("👍", "noor"), put("👍", "noor", is_on=False)
    )

    assert reactions == (Reaction("👍", ("ann",)),)


def test_an_emoji_that_nobody_wants_any_more_goes():
    assert tally(put("👍", "ann"), put("👍", "ann", is_on=False)) == ()


def test_what_was_never_there_can_be_taken_off_without_harm():
    assert tally(put("👍", "ann", is_on=False)) == ()


def test_nobody_can_fill_the_window_with_them():
    kinds = tally(*(put(f"x{number}", "ann") for number in range(MOST_KINDS + 5)))
    people = tally(*(put("👍", f"n{number}") for number in range(MOST_PEOPLE + 5)))

    assert len(kinds) == MOST_KINDS
    assert len(people[0].people) == MOST_PEOPLE
