"""A table of commands, each one function with the guards that stand before it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from chatapp.wire.message import Message

Context = TypeVar("Context")


@dataclass(frozen=True, slots=True)
class Handler(Generic[Context]):
    """One command: its function, what must hold before it is called, its help.

    Args:
        command: the name under which the table finds it.
        function: is called with the context and the message.
        min_params: how many parameters the message must have.
        guards: the other conditions, by the names that the table knows.
        summary: the first line of the function's docstring.
    """

    command: str
    function: Callable[[Context, Message], None]
    min_params: int
    guards: Mapping[str, object] = field(hash=False)
    summary: str

    def has_guard(self, name: str) -> bool:
        """Tell whether this command is under that guard."""
        return bool(self.guards.get(name))


class HandlerTable(Generic[Context]):
    """Commands and their handlers, in the order in which they were added.

    Example:
        commands = HandlerTable[Session]("before_registration", "operator")

        @commands.handles("TOPIC", min_params=1)
        def topic(context: Session, message: Message) -> None:
            \"\"\"Read or change a channel's topic.\"\"\"
    """

    def __init__(self, *guard_names: str) -> None:
        """Make an empty table whose handlers may use the guards of these names."""
        self._guard_names = frozenset(guard_names)
        self._handlers: dict[str, Handler[Context]] = {}

    def handles(
        self, *commands: str, min_params: int = 0, **guards: object
    ) -> Callable[
        [Callable[[Context, Message], None]], Callable[[Context, Message], None]
    ]:
        """Add the decorated function to the table and leave it as it is.

        Args:
            commands: one or more names, as a Message carries them.
            min_params: how many parameters the message must have.
            guards: what else must hold; only names given to the table.

        Raises:
            ValueError: the table does not know a guard, has a command already, or the
                function has no docstring.
        """
        unknown = guards.keys() - self._guard_names
        if unknown:
            raise ValueError(f"Not a guard of this table: {', '.join(sorted(unknown))}")

        def add(
            function: Callable[[Context, Message], None],
        ) -> Callable[[Context, Message], None]:
            summary = _first_line(function)
            for command in commands:
                self._add(Handler(command, function, min_params, guards, summary))
            return function

        return add

    def find(self, command: str) -> Handler[Context] | None:
        """Give the handler of a command, or None; names are compared as they are."""
        return self._handlers.get(command)

    def __iter__(self) -> Iterator[Handler[Context]]:
        return iter(self._handlers.values())

    def __len__(self) -> int:
        return len(self._handlers)

    def __contains__(self, command: object) -> bool:
        return command in self._handlers

    def _add(self, handler: Handler[Context]) -> None:
        if handler.command in self._handlers:
            raise ValueError(f"{handler.command} has a handler already.")
        self._handlers[handler.command] = handler


def _first_line(function: Callable[..., object]) -> str:
    if not function.__doc__:
        raise ValueError(f"{function!r} needs a docstring: its first line is the help.")
    return function.__doc__.strip().splitlines()[0]
