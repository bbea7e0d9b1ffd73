"""Reads and writes changes of modes, and knows the ranks of people in a channel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModeTypes:
    """Which mode letters there are, and which of them take an argument.

    Specification: https://modern.ircdocs.horse/#channel-mode and CHANMODES, PREFIX in
    https://modern.ircdocs.horse/#rplisupport-parameters. The types there are named A
    to D. For user modes, give `flags` alone and leave the others "".

    Args:
        lists: A: changes a list; without an argument it asks for the list.
        always: B: takes an argument to set it; to take it away, the argument may miss.
        when_set: C: takes an argument only to set it.
        flags: D: never takes one.
        prefixes: ranks that a nick can have, the highest first; the nick is the
            argument.
        symbols: what stands before a nick of that rank, in the same order.

    Raises:
        ValueError: not every rank has its symbol.
    """

    lists: str = "b"
    always: str = "k"
    when_set: str = "l"
    flags: str = "imnst"
    prefixes: str = "ov"
    symbols: str = "@+"

    def __post_init__(self) -> None:
        if len(self.prefixes) != len(self.symbols):
            raise ValueError(
                f"{self.prefixes!r} and {self.symbols!r} differ in length."
            )

    @property
    def letters(self) -> str:
        """All letters, by type."""
        return "".join(
            (self.lists, self.always, self.when_set, self.flags, self.prefixes)
        )

    def rank(self, letters: Iterable[str]) -> int:
        """Give the rank of who has these prefix modes: 0 is the highest.

        Who has none comes after all others, so people sort by it.
        """
        ranks = (self.prefixes.find(letter) for letter in letters)
        return min((rank for rank in ranks if rank >= 0), default=len(self.prefixes))

    def symbols_of(self, letters: Iterable[str]) -> str:
        """Give the symbols for prefix modes, the highest first, as in "@+ann"."""
        held = set(letters)
        pairs = zip(self.prefixes, self.symbols, strict=True)
        return "".join(symbol for letter, symbol in pairs if letter in held)

    def letters_of(self, symbols: str) -> str:
        """Give the prefix modes for symbols, the highest first."""
        pairs = zip(self.prefixes, self.symbols, strict=True)
        return "".join(letter for letter, symbol in pairs if symbol in symbols)

    def split_symbols(self, text: str) -> tuple[str, str]:
        """Part "@+ann", as NAMES and WHO have it, into "@+" and "ann"."""
        name = text.lstrip(self.symbols) if self.symbols else text
        return text[: len(text) - len(name)], name


@dataclass(frozen=True, slots=True)
class ModeChange:
    """One mode set or taken away; a list mode without an argument asks for the list."""

    adding: bool
    letter: str
    argument: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedModes:
    """What a MODE asks for.

    Args:
        changes: what was understood, in order.
        unknown: the letters that are no mode here, each once.
        missing: the letters that lack their argument, each once.
    """

    changes: tuple[ModeChange, ...]
    unknown: str = ""
    missing: str = ""


def parse_modes(
    modestring: str, arguments: Sequence[str], types: ModeTypes
) -> ParsedModes:
    """Read the parameters of MODE that follow the target.

    Specification: https://modern.ircdocs.horse/#mode-message. Letters before the
    first sign count as added; arguments too many are left alone.

    Args:
        modestring: signs and letters, such as "+o-b".
        arguments: the parameters behind it.
        types: the modes of the server.
    """
    known = frozenset(types.letters)
    left = list(arguments)
    changes: list[ModeChange] = []
    unknown: dict[str, None] = {}
    missing: dict[str, None] = {}
    adding = True
    for letter in modestring:
        if letter in "+-":
            adding = letter == "+"
        elif letter not in known:
            unknown[letter] = None
        elif not _takes_argument(letter, adding, types):
            changes.append(ModeChange(adding, letter))
        elif left:
            changes.append(ModeChange(adding, letter, left.pop(0)))
        elif _works_without(letter, adding, types):
            changes.append(ModeChange(adding, letter))
        else:
            missing[letter] = None
    return ParsedModes(tuple(changes), "".join(unknown), "".join(missing))


def render_modes(changes: Iterable[ModeChange]) -> list[str]:
    """Write changes as the parameters of MODE that follow the target.

    A sign stands only where it differs from the one before. No changes give no
    parameters.
    """
    modestring: list[str] = []
    arguments: list[str] = []
    sign = ""
    for change in changes:
        wanted = "+" if change.adding else "-"
        if wanted != sign:
            modestring.append(wanted)
            sign = wanted
        modestring.append(change.letter)
        if change.argument is not None:
            arguments.append(change.argument)
    return ["".join(modestring), *arguments] if modestring else []


def _takes_argument(letter: str, adding: bool, types: ModeTypes) -> bool:
    if letter in types.when_set:
        return adding
    return letter not in types.flags


def _works_without(letter: str, adding: bool, types: ModeTypes) -> bool:
    return letter in types.lists or (letter in types.always and not adding)
