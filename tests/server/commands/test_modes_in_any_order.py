"""Who keeps account of the modes that he is told knows them, whatever is asked for."""

from collections.abc import Iterable, Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatapp.wire.message import Message
from chatapp.wire.modes import ModeChange, parse_modes
from server.world.channel import Channel
from server.world.channel_modes import CHANNEL_MODES

SINGLE = CHANNEL_MODES.always + CHANNEL_MODES.when_set
NICKS = ("anna", "bert")
AT_FIRST = {("n", ""), ("t", ""), ("o", "anna")}

letters = st.text("+-beIkflCMRUimnpstuqaohvz", min_size=1, max_size=12)
arguments = st.sampled_from(
    [*NICKS, "nobody", "#lobby", "7", "0", "key", "*!*@host", "a:x", "m:anna", "anna!*"]
)
requests = st.lists(st.tuples(letters, st.lists(arguments, max_size=6)), max_size=6)
numbers = count()

Known = set[tuple[str, str]]


def noted(heard: Iterable[Message], known: Known) -> Known:
    """Give the modes as somebody knows them who was told these changes."""
    for message in heard:
        modestring, *rest = message.params[1:]
        for change in parse_modes(modestring, rest, CHANNEL_MODES).changes:
            known = after(change, known)
    return known


def after(change: ModeChange, known: Known) -> Known:
    entry = (change.letter, change.argument or "")
    rest = known - {entry}
    if change.letter in SINGLE:
        rest = {each for each in known if each[0] != change.letter}
    return rest | {entry} if change.adding else rest


def true_modes(channel: Channel) -> Iterator[tuple[str, str]]:
    """Give the modes that a channel has."""
    modes = channel.modes
    yield from ((letter, "") for letter in modes.flags)
    single = {"k": modes.key, "l": modes.limit, "f": modes.forward}
    yield from ((letter, str(it)) for letter, it in single.items() if it is not None)
    for letter in CHANNEL_MODES.lists:
        yield from ((letter, entry.mask) for entry in modes.entries(letter))
    for user, ranks in channel.members.items():
        yield from ((rank, user.nick) for rank in ranks)


@pytest.fixture
def people(chat):
    return [chat.join(nick) for nick in NICKS]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(requests=requests)
def test_who_notes_what_he_is_told_knows_what_the_server_knows(chat, people, requests):
    (anna, bert), room = people, f"#room{next(numbers)}"
    anna.ask(f"JOIN {room}")
    bert.ask(f"JOIN {room}")

    anna.ask(*(f"MODE {room} {' '.join([text, *words])}" for text, words in requests))
    heard = [each for each in bert.roundtrip() if each.command == "MODE"]

    true = set(true_modes(chat.world.channel(room)))
    anna.ask("JOIN 0")
    bert.ask("JOIN 0")
    assert noted(heard, AT_FIRST) == true
