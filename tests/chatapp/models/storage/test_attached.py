"""Reactions, and what replies quote, on their way to the disk and back."""

from datetime import timedelta

import pytest

from chatapp.models.entities import Quote, Reaction
from chatapp.models.session.facts import ReactionTold
from chatapp.models.storage import attached
from chatapp.models.storage.lines import newest_lines
from chatapp.models.storage.rooms import keep_name
from chatapp.models.storage.spans import append_line
from tests.chatapp.models.fakes import NOON
from tests.chatapp.models.storage.rooms_on_disk import make_room, said


def put(
    emoji: str, sender: str, seconds: int = 0, *, is_on: bool = True, mine: bool = False
) -> ReactionTold:
    time = NOON + timedelta(seconds=seconds)
    return ReactionTold("#lobby", "m1", emoji, sender, time, is_on, mine)


def reactions(connection, room: int) -> tuple[Reaction, ...]:
    (line,) = newest_lines(connection, room, "#lobby", 1)
    return line.reactions


def test_reactions_come_back_with_their_line(connection, room):
    append_line(connection, room, said(1))

    attached.keep_reactions(
        connection, room, [put("👍", "ann"), put("👍", "noor", 1, mine=True)]
    )

    assert reactions(connection, room) == (Reaction("👍", ("ann", "noor"), mine=True),)


def test_they_are_there_for_a_line_that_comes_later(connection, room):
    attached.keep_reactions(connection, room, [put("👍", "ann")])

    append_line(connection, room, said(1))

    assert reactions(connection, room) == (Reaction("👍", ("ann",)),)


@pytest.mark.parametrize("order", [1, -1])
def test_what_was_done_last_holds_in_whichever_order_it_is_told(
    connection, room, order
):
    append_line(connection, room, said(1))
    told = [put("👍", "ann", 1), put("👍", "ann", 2, is_on=False)]

    for each in told[::order]:
        attached.keep_reactions(connection, room, [each])

    assert reactions(connection, room) == ()


def test_only_so_many_are_kept_of_one_line(connection, room, monkeypatch):
    monkeypatch.setattr(attached, "MOST_OF_A_LINE", 2)
    append_line(connection, room, said(1))

    attached.keep_reactions(
        connection, room, [put("👍", nick) for nick in ("ann", "bob", "cleo")]
    )
    attached.keep_reactions(connection, room, [put("👍", "bob", 1, is_on=False)])

    assert reactions(connection, room) == (Reaction("👍", ("ann",)),)


def test_a_line_that_is_taken_back_loses_them(connection, room):
    append_line(connection, room, said(1))
    attached.keep_reactions(connection, room, [put("👍", "ann")])

    attached.drop_reactions(connection, room, "m1")

    assert reactions(connection, room) == ()


def test_they_go_along_when_a_room_takes_anothers_name(connection, room):
    other = make_room(connection, "bob")
    append_line(connection, other, said(1))
    attached.keep_reactions(connection, other, [put("👍", "ann")])

    keep_name(connection, room, "bob", "bob")

    assert reactions(connection, room) == (Reaction("👍", ("ann",)),)


def test_an_answer_comes_back_with_what_it_answers(connection, room):
    append_line(connection, room, said(1, text="tea?", mine=True))
    append_line(connection, room, said(2, reply_to="m1"))

    (answer,) = newest_lines(connection, room, "#lobby", 1)

    assert answer.quote == Quote("Ann", "tea?", mine=True)
    assert answer.mentions_me


def test_a_quote_of_code_has_no_fences(connection, room):
    append_line(connection, room, said(1, text="```python\ndef f(x):\n```"))
    append_line(connection, room, said(2, reply_to="m1"))

    (answer,) = newest_lines(connection, room, "#lobby", 1)

    assert answer.quote == Quote("Ann", "def f(x):")


def test_of_what_is_not_kept_nothing_is_quoted(connection, room):
    append_line(connection, room, said(2, reply_to="m1"))

    (answer,) = newest_lines(connection, room, "#lobby", 1)

    assert (answer.reply_to, answer.quote) == ("m1", None)


def test_that_a_line_answers_ones_own_is_kept(connection, room):
    append_line(connection, room, said(2))

    attached.note_mentions(connection, room, [said(2, mentions_me=True)])

    (line,) = newest_lines(connection, room, "#lobby", 1)
    assert line.mentions_me
