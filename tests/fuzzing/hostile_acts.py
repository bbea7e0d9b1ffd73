"""What a person does, or what happens to the link, while a server says anything."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.entities import ChatMessage, MessageKind, Power

if TYPE_CHECKING:
    from tests.fuzzing.hostile_server import Play


def _in_room(
    act: Callable[["Play", str, str], object],
) -> Callable[["Play", str], object]:
    def split(play: "Play", words: str) -> object:
        room, _, rest = words.partition(" ")
        return act(play, room, rest)

    return split


def _with_last(
    act: Callable[["Play", ChatMessage], object],
) -> Callable[["Play", str], object]:
    def find(play: "Play", words: str) -> object:
        lines = list(play.network.history(words or "#lobby"))
        return act(play, lines[-1]) if lines else None

    return find


def _cut(play: "Play", _: str) -> None:
    play.stage.wire.end()


def _come_back(play: "Play", _: str) -> None:
    play.stage.time.pass_by(400)
    play.stage.wire.open()


def _wait(play: "Play", seconds: str) -> None:
    play.stage.time.pass_by(int(seconds) if seconds in ("1", "30", "300") else 5)


ACTS: dict[str, Callable[["Play", str], object]] = {
    "say": lambda play, words: play.say(words),
    "cut": _cut,
    "back": _come_back,
    "wait": _wait,
    "welcome": lambda play, _: play.welcome(),
    "join": lambda play, words: play.network.join(words),
    "part": _in_room(lambda play, room, rest: play.leave(room, rest)),
    "query": lambda play, words: play.network.open_direct(words),
    "close": lambda play, words: play.leave(words),
    "nick": lambda play, words: play.network.change_nick(words),
    "away": lambda play, words: play.network.set_away(words or None),
    "whois": lambda play, words: play.network.whois(words),
    "older": lambda play, words: play.network.fetch_older(words),
    "newer": lambda play, words: play.network.fetch_newer(words),
    "around": _in_room(lambda play, room, rest: play.network.fetch_around(room, rest)),
    "gap": lambda play, words: play.network.fill_gap(words),
    "read": lambda play, words: play.network.mark_read(words),
    "kick": _in_room(lambda play, room, rest: play.network.moderation.kick(room, rest)),
    "ban": _in_room(lambda play, room, rest: play.network.moderation.ban(room, rest)),
    "mute": _in_room(lambda play, room, rest: play.network.moderation.mute(room, rest)),
    "op": _in_room(
        lambda play, room, rest: play.network.moderation.rank(
            room, rest, Power.GIVE_OPERATOR
        )
    ),
    "bans": lambda play, words: play.network.moderation.ask_bans(words),
    "topic": _in_room(
        lambda play, room, rest: play.network.moderation.set_topic(room, rest)
    ),
    "invite": _in_room(
        lambda play, room, rest: play.network.moderation.invite(room, rest)
    ),
    "ignore": lambda play, words: play.network.ignoring.ignore(words),
    "react": _with_last(
        lambda play, line: play.network.emoji_reactions.toggle(line, "👍")
    ),
    "answer": _with_last(lambda play, line: play.network.answering.begin(line)),
    "edit": _with_last(lambda play, line: play.network.correcting.edit(line, "other")),
    "delete": _with_last(lambda play, line: play.network.correcting.delete(line)),
    "pin": _with_last(lambda play, line: play.network.pinning.pin(line)),
    "save": _with_last(lambda play, line: play.network.saving.save(line)),
    "people": lambda play, words: play.network.people(words),
    "long": _in_room(lambda play, room, _: play.say(f"{room} {'long words ' * 90}")),
    "lines": _in_room(lambda play, room, rest: play.say(f"{room} {rest}\nand\nmore")),
    "me": _in_room(
        lambda play, room, rest: play.network.say(
            room, rest or "waves", MessageKind.ACTION
        )
    ),
}
