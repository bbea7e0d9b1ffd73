"""Threads for work that may not hold up a turn."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

log = logging.getLogger(__name__)

THREADS = 2


class Workers:
    """Does long work beside the reactor, and hands over what came of it."""

    def __init__(
        self,
        history: object,
        after: Callable[[Callable[[], None]], None],
        threads: int = THREADS,
    ) -> None:
        """Give each piece of work this reader of the history.

        Args:
            history: the reader.
            after: calls a function when all that was decided before is written.
            threads: how many work at a time.
        """
        self._history = history
        self._after = after
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="worker")
        self._running: set[Future[object]] = set()

    def run(
        self, work: Callable[[object], object], done: Callable[[object], None]
    ) -> None:
        """Do the work on a thread; `done` gets its result, or its exception, there."""
        self._after(lambda: self._begin(work, done))

    def _begin(
        self, work: Callable[[object], object], done: Callable[[object], None]
    ) -> None:
        try:
            future = self._pool.submit(work, self._history)
        except RuntimeError as error:  # it takes nothing any more
            done(error)
            return
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        future.add_done_callback(lambda finished: done(_outcome(finished)))

    def stop(self, seconds: float) -> bool:
        """Begin no more work, and tell whether what runs has ended in that time."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        return not wait(tuple(self._running), seconds).not_done


def _outcome(future: Future[object]) -> object:
    if future.cancelled():
        return RuntimeError("The server ends.")
    error = future.exception()
    if error is None:
        return future.result()
    log.warning("Work failed: %s", type(error).__name__)
    return error if isinstance(error, Exception) else RuntimeError("interrupted")
