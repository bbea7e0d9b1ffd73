"""Counts reactions: what each one that is told changes in those of a message."""

from dataclasses import replace

from chatapp.models.entities import Reaction
from chatapp.models.session.facts import ReactionTold

MOST_KINDS = 30
MOST_PEOPLE = 300


def counted(
    reactions: tuple[Reaction, ...], told: ReactionTold
) -> tuple[Reaction, ...]:
    """Give a message's reactions after one more was put on it, or taken off.

    Of more kinds, and of more people for each, than a window can show, the last
    ones are left out.
    """
    if all(each.emoji != told.emoji for each in reactions):
        if not told.is_on or len(reactions) >= MOST_KINDS:
            return reactions
        return (*reactions, Reaction(told.emoji, (told.sender,), told.mine))
    changed = (
        _changed(each, told) if each.emoji == told.emoji else each for each in reactions
    )
    return tuple(each for each in changed if each.people)


def _changed(reaction: Reaction, told: ReactionTold) -> Reaction:
    is_in = told.sender in reaction.people
    if told.is_on and (is_in or len(reaction.people) >= MOST_PEOPLE):
        return replace(reaction, mine=reaction.mine or told.mine)
    if told.is_on:
        people = (*reaction.people, told.sender)
        return replace(reaction, people=people, mine=reaction.mine or told.mine)
    people = tuple(nick for nick in reaction.people if nick != told.sender)
    return replace(reaction, people=people, mine=reaction.mine and not told.mine)
