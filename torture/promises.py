"""What a server has promised to keep: of each thing its value, or those it may have."""

from collections.abc import Mapping

NOTHING = ""


class Promises:
    """The values of things that one person alone changes.

    What was asked for and not confirmed may have happened or not, so a thing may have
    several values, in the order in which they were asked for.
    """

    def __init__(self) -> None:
        """Begin with nothing: whatever was never set has no value."""
        self._possible: dict[str, list[str]] = {}
        self.kept = 0

    def possible(self, thing: str) -> list[str]:
        """Give the values that a thing may have now, the surest first."""
        return list(self._possible.get(thing, [NOTHING]))

    def ask(self, thing: str, value: str) -> None:
        """Note that a value is asked for."""
        self._possible.setdefault(thing, [NOTHING]).append(value)

    def confirm(self, thing: str, value: str) -> None:
        """Note that the server has done the first of what is not answered yet."""
        values = self._possible[thing]
        del values[: values.index(value, 1)]
        self.kept += 1

    def withdraw(self, thing: str, value: str) -> None:
        """Note that the server has said that it changed nothing."""
        values = self._possible[thing]
        del values[values.index(value, 1)]

    def broken(self, found: Mapping[str, str]) -> list[str]:
        """Say in sentences what was promised and is not so; the rest is known now.

        Args:
            found: all values that there are; what is missing has none.
        """
        problems = []
        for thing, values in self._possible.items():
            value = found.get(thing, NOTHING)
            if value not in values:
                wanted = " or ".join(map(repr, values))
                problems.append(f"{thing} is {value!r} and was promised to be {wanted}")
            self._possible[thing] = [value]
        return problems
