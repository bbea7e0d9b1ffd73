"""What waits for the recorder's thread, in its order; not everything wakes it."""

from collections import deque
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Inbox(Generic[Item]):
    """A queue that one thread reads and others fill; it is woken apart from that.

    To wake a thread for what has time costs both sides more than to write it down.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._items: deque[Item] = deque()
        self._bell: SimpleQueue[None] = SimpleQueue()
        self._has_rung = False

    def put(self, item: Item) -> None:
        """Put something in, and wake who reads."""
        self.put_quietly(item)
        self.wake()

    def put_quietly(self, item: Item) -> None:
        """Put something in; it is read when its reader looks next."""
        self._items.append(item)

    def wake(self) -> None:
        """Wake who reads, if nobody has since he last waited."""
        if not self._has_rung:
            self._has_rung = True
            self._bell.put(None)

    def get(self, timeout: float) -> Item:
        """Take out what came first; wait so many seconds for it.

        Raises:
            Empty: nothing has come; who is woken for what was taken out already does
                not wait.
        """
        if self._has_rung or not self._items:
            self._bell.get(timeout=timeout)
            self._has_rung = False
        return self.get_nowait()

    def get_nowait(self) -> Item:
        """Take out what came first.

        Raises:
            Empty: there is nothing.
        """
        if not self._items:
            raise Empty
        return self._items.popleft()
