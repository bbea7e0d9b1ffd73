"""A value that a file keeps for several windows: it holds at once, and then on disk."""

import logging
from collections.abc import Callable
from typing import Any, Generic, TypeVar

log = logging.getLogger(__name__)

Value = TypeVar("Value")
Do = Callable[[Callable[[], Any], Callable[[Any], None]], None]
"""Does what takes its time, elsewhere, and gives the result to the second one."""


class KeptValue(Generic[Value]):
    """What is known here; a change is made as well in what stands in the file by then.

    So what other windows have changed meanwhile stays, and is taken over.
    """

    def __init__(
        self,
        what: str,
        value: Value,
        read: Callable[[], Value],
        write: Callable[[Value], None],
    ) -> None:
        """Keep a value.

        Args:
            what: its name in the log.
            value: what is known of it now.
            read: gives what stands in the file; OSError: nothing may be written.
            write: puts that into the file, or raises OSError.
        """
        self.value = value
        self._what = what
        self._read = read
        self._save = write
        self._do: Do = _at_once
        self._under_way = 0

    def write_by(self, do: Do) -> None:
        """Have a thread read and write from now on, as a disk may take its time."""
        self._do = do

    def edit(
        self, edit: Callable[[Value], Value], then: Callable[[], None] = lambda: None
    ) -> None:
        """Change it by a function, which must not change what it is given."""
        self.value = own = edit(self.value)
        self._under_way += 1

        def written(value: Value) -> None:
            self._under_way -= 1
            if not self._under_way:
                self.value = value
            then()

        self._do(lambda: self._edit_file(edit, own), written)

    def refresh(self, then: Callable[[], None]) -> None:
        """Take over what other windows have changed."""
        self.edit(lambda value: value, then)

    def _edit_file(self, edit: Callable[[Value], Value], own: Value) -> Value:
        try:
            before = self._read()
            after = edit(before)
            if after != before:
                self._save(after)
        except OSError as error:
            log.warning("The %s cannot be saved: %s", self._what, error.strerror)
            return own
        return after


def _at_once(work: Callable[[], Value], then: Callable[[Value], None]) -> None:
    then(work())
