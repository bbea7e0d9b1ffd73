"""How others are told of somebody in a channel: that he joins it, with which ranks."""

from typing import TYPE_CHECKING

from chatapp.wire.modes import ModeChange, render_modes
from server.announcements.table import NextMoment
from server.announcements.words import EventWords, words_now
from server.step import Step
from server.world.audience import Audience
from server.world.capabilities import EXTENDED_JOIN
from server.world.channel import Channel
from server.world.user import User

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.world.session import Session


def join_words(user: User, channel: Channel, moment: NextMoment) -> EventWords:
    """Give the words of a user's coming into a channel."""
    body = f":{user.prefix} JOIN {channel.name}"
    words = words_now(moment, body, user)
    words.instead(EXTENDED_JOIN, f"{body} {user.account or '*'} :{user.realname}")
    return words


def others_in(user: User, channel: Channel) -> "Iterator[Session]":
    """Give the sessions of the others who may know that a user is in a channel."""
    return (
        session
        for member in channel.witnesses_of(user)
        if member is not user
        for session in member.sessions
    )


def tell_ranks(
    user: User, channel: Channel, hearers: Audience, moment: NextMoment, step: Step
) -> None:
    """Tell of the ranks with which a user has come in: JOIN has no place for them."""
    ranks = channel.ranks_of(user)
    if ranks and hearers:
        changes = [ModeChange(True, letter, user.nick) for letter in ranks]
        words = " ".join(render_modes(changes))
        body = f":{moment().server} MODE {channel.name} {words}"
        step.announce(hearers, words_now(moment, body, None))
