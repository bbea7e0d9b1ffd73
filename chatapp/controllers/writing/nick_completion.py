"""Completes a nick that was begun, at the press of Tab."""

from collections.abc import Callable, Sequence

from chatapp.models.entities import Person


class NickCompletion:
    """Knows those who are in the room that one writes in."""

    def __init__(self, people: Callable[[], Sequence[Person]]) -> None:
        """Ask `people` who is there; nobody where no room is open."""
        self._people = people

    def complete(self, text: str, cursor: int) -> tuple[str, int] | None:
        """Complete the nick before the cursor, and give the text and its new cursor.

        None: nobody's nick begins like that.
        """
        start = max(text.rfind(blank, 0, cursor) for blank in " \n") + 1
        word = text[start:cursor]
        nick = self._beginning_with(word.removeprefix("@")) if word else None
        if nick is None:
            return None
        completed = nick + (": " if start == 0 else " ")
        return text[:start] + completed + text[cursor:], start + len(completed)

    def _beginning_with(self, beginning: str) -> str | None:
        wanted = beginning.casefold()
        for person in self._people():
            if person.nick.casefold().startswith(wanted) and not person.is_me:
                return person.nick
        return None
