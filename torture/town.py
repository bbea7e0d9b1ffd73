"""A server and the people on it, who talk on threads of their own."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from torture.hearsay import Hearsay, stored_in
from torture.play import Loss
from torture.resident import ROOMS, Resident
from torture.server_program import ServerProgram

NICKS = ("adaa", "bela", "cleo", "dora", "emil")
SECONDS_BETWEEN_LOOKS = 0.005
SECONDS_TO_FINISH = 60.0


class Town:
    """People who use a server until they are to come to an end."""

    def __init__(
        self, server: ServerProgram, chance: Random, *, forgives: bool = False
    ) -> None:
        """Have people who are not there yet.

        Args:
            server: is running, and may be killed.
            chance: decides what people do.
            forgives: whether the server may say that it cannot do something now.
        """
        self._server = server
        self._rooms = {room: Hearsay() for room in ROOMS}
        self._people = [
            Resident(
                nick,
                Random(chance.random()),
                self._rooms,
                lambda: server.port,
                forgives=forgives,
            )
            for nick in NICKS
        ]

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let people talk until the block is left, and then come to an end."""
        for person in self._people:
            person.start()
        try:
            yield
        except BaseException:
            for person in self._people:
                person.give_up()
            raise
        finally:
            late = [p.nick for p in self._people if not p.finish(SECONDS_TO_FINISH)]
        self.require_peace()
        if late:
            raise Loss(f"Not all could say what they had to say: {late}")

    @property
    def lines(self) -> int:
        """How many lines were confirmed."""
        return sum(person.lines for person in self._people)

    @property
    def refused(self) -> int:
        """How many lines the server could not do."""
        return sum(person.refused for person in self._people)

    @property
    def heard(self) -> int:
        """How many messages were heard."""
        return sum(hearsay.count for hearsay in self._rooms.values())

    @property
    def promised(self) -> int:
        """How many changes were confirmed."""
        return sum(person.promised for person in self._people)

    def waits_for_lines(
        self, count: int, seconds: float, *, refused: bool = False
    ) -> bool:
        """Tell whether so many more lines are confirmed within so many seconds.

        Args:
            count: of lines.
            seconds: to wait for them at most.
            refused: whether those count as well that could not be done.

        Raises:
            Loss: somebody has found something wrong.
        """
        wanted = self._settled(refused=refused) + count
        deadline = time.monotonic() + seconds
        while self._settled(refused=refused) < wanted:
            self.require_peace()
            if time.monotonic() > deadline:
                return False
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return True

    def require_peace(self) -> None:
        """Require that nobody has found anything wrong.

        Raises:
            Loss: somebody has.
        """
        for person in self._people:
            if person.problem is not None:
                raise person.problem

    def problems(self) -> list[str]:
        """Say what is wrong, once all have finished."""
        return [
            f"{room}: {problem}"
            for room, hearsay in self._rooms.items()
            for problem in hearsay.problems(stored_in(self._server.path, room))
        ]

    def _settled(self, *, refused: bool) -> int:
        return self.lines + (self.refused if refused else 0)
