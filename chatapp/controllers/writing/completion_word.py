"""Finds the word that one is writing, if it is one that can be completed."""

import re
from dataclasses import dataclass

from chatapp.models.entities import SuggestionKind

# What an emoji's name is made of; at least two of these are asked for, so that
# neither a smiley such as :D nor a time such as :3 opens anything.
_NAME = "[a-z0-9_+-]"
_BEGINNING = re.compile(rf"(?:^|(?<=[\s(])):({_NAME}{{2,}})$", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:^|(?<=[\s(])):({_NAME}{{2,}}):$", re.IGNORECASE)
_COMMAND = re.compile(r"^/([^\s/]*)$")
_NAMED = re.compile(r"(?:^|(?<=[\s(]))([@#])([^\s@#,]*)$")
_FENCE = "```"
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Word:
    """What is written of a word: `query` without its sign, which is at `start`."""

    kind: SuggestionKind
    start: int
    query: str


def word_before(text: str, cursor: int) -> Word | None:
    """Find the word before the cursor, unless it is within code."""
    before = text[:cursor]
    line = before[before.rfind("\n") + 1 :]
    near = line[-_LONGEST:]
    if len(before) <= _LONGEST and (command := _COMMAND.search(before)):
        return Word(SuggestionKind.COMMAND, 0, command[1])
    if _is_within_code(before, line):
        return None
    if name := _NAMED.search(near):
        kind = SuggestionKind.PERSON if name[1] == "@" else SuggestionKind.ROOM
        return Word(kind, cursor - len(name[0]), name[2])
    if emoji := _BEGINNING.search(near):
        return Word(SuggestionKind.EMOJI, cursor - len(emoji[0]), emoji[1])
    return None


def whole_name_before(text: str, cursor: int) -> Word | None:
    """Find an emoji's name with both its colons, the second at the cursor."""
    before = text[:cursor]
    line = before[before.rfind("\n") + 1 :]
    whole = _WHOLE.search(line[-_LONGEST:])
    if whole is None or _is_within_code(before, line):
        return None
    return Word(SuggestionKind.EMOJI, cursor - len(whole[0]), whole[1])


def _is_within_code(before: str, line: str) -> bool:
    fences = before.count(_FENCE)
    return fences % 2 == 1 or line.replace(_FENCE, "").count("`") % 2 == 1
