"""The part of a reactor that doors need: it watches them, on a thread of its own."""

import selectors
import threading
from functools import partial
from typing import Self

from server.network.calls import Calls
from server.network.usher import Usher, Watched


class Inside:
    """Lets those in who need no waiting for, until it is closed."""

    def __init__(self) -> None:
        self.calls = Calls()
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.calls, selectors.EVENT_READ)
        self.usher = Usher(self._watch, self.calls.add)
        self._is_over = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def thread(self) -> int | None:
        """Where people are let in."""
        return self._thread.ident

    @property
    def watched(self) -> list[object]:
        """What is watched besides the calls."""
        everything = [key.fileobj for key in self.selector.get_map().values()]
        return [each for each in everything if each is not self.calls]

    def close(self) -> None:
        self.calls.add(self._end)
        self._thread.join()
        self.calls.close()
        self.selector.close()

    def _watch(self, watched: Watched) -> bool:
        return self.calls.add(partial(watched.begin, self.selector, self.calls))

    def _end(self) -> None:
        self._is_over = True

    def _run(self) -> None:
        while not self._is_over:
            for key, _ in self.selector.select():
                key.fileobj.run()
            for let_in in self.calls.newcomers():
                let_in()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
