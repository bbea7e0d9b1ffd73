"""Threads for work that may not hold up a turn."""

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from server.network.quota import Quota
from server.network.rotation import Rotation
from server.step import TooMuchSlowWork
from server.world.search import SearchTooLong

Work = Callable[[object], object]
Done = Callable[[object], None]

log = logging.getLogger(__name__)

THREADS = 2
PROOF_THREADS = 2
SLOW_THREADS = 2
"""One searches while the other waits, so that its time does not tell what it found."""


class Workers:
    """Does long work beside the reactor, and hands over what came of it.

    Slow work has threads of its own, and a quota: whoever has many searches
    done keeps nobody from signing in, or from reading what was said. So has the work
    on passwords: whoever guesses keeps nobody from reading, nor who comes from
    elsewhere from signing in.
    """

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
        self._slow_pool = ThreadPoolExecutor(
            SLOW_THREADS, thread_name_prefix="slow-worker"
        )
        self._proof_pool = ThreadPoolExecutor(
            PROOF_THREADS, thread_name_prefix="proof-worker"
        )
        self._proofs = Rotation[tuple[Work, Done]]()
        self._quota = Quota()
        self._running: set[Future[object]] = set()

    def run(self, work: Work, done: Done) -> None:
        """Do the work on a thread; `done` gets its result, or its exception, there."""
        self._after(lambda: self._begin(self._pool, work, done))

    def run_proof(self, work: Work, done: Done, origin: str) -> None:
        """Do work on a password likewise; each origin has some done in its turn."""
        self._after(lambda: self._begin_proof(work, done, origin))

    def run_slow(self, work: Work, done: Done, origin: str) -> None:
        """Do slow work likewise, where this origin may have more of it done."""
        self._after(lambda: self._begin_slow(work, done, origin))

    def _begin_proof(self, work: Work, done: Done, origin: str) -> None:
        self._proofs.add(origin, (work, done))
        taken: list[tuple[Work, Done]] = []

        def work_on_the_next(history: object) -> object:
            taken.append(self._proofs.take())
            return taken[0][0](history)

        def tell(result: object) -> None:
            _, its_done = taken[0] if taken else self._proofs.take()
            its_done(result)

        self._begin(self._proof_pool, work_on_the_next, tell)

    def _begin_slow(self, work: Work, done: Done, origin: str) -> None:
        if not self._quota.take(origin):
            done(TooMuchSlowWork())
            return

        def give_back_and_tell(result: object) -> None:
            self._quota.give_back(origin)
            done(result)

        self._begin(self._slow_pool, work, give_back_and_tell)

    def _begin(self, pool: ThreadPoolExecutor, work: Work, done: Done) -> None:
        try:
            future = pool.submit(work, self._history)
        except RuntimeError as error:  # it takes nothing any more
            done(error)
            return
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        future.add_done_callback(lambda finished: done(_outcome(finished)))

    def stop(self, seconds: float) -> bool:
        """Begin no more work, and tell whether what runs has ended in that time."""
        for pool in (self._pool, self._proof_pool, self._slow_pool):
            pool.shutdown(wait=False, cancel_futures=True)
        return not wait(tuple(self._running), seconds).not_done


def _log(error: BaseException) -> None:
    """Log why work failed, without the words of the error: they may be a client's."""
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    is_usual = isinstance(error, SearchTooLong)
    frames = "" if is_usual else "".join(traceback.format_tb(error.__traceback__))
    log.warning("Work failed: %s%s", name, f"\n{frames}" if frames else "")


def _outcome(future: Future[object]) -> object:
    if future.cancelled():
        return RuntimeError("The server ends.")
    error = future.exception()
    if error is None:
        return future.result()
    _log(error)
    return error if isinstance(error, Exception) else RuntimeError("interrupted")
