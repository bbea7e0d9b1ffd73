"""Has the system show notices, where the library desktop-notifier is installed."""

import asyncio
import html
import logging
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

log = logging.getLogger(__name__)

PROGRAM = "chatapp"
_QUIET_LOGGERS = ("desktop_notifier", "dbus_fast")


class Notifier(Protocol):
    """What the library can do."""

    def send(
        self,
        title: str,
        message: str,
        *,
        on_clicked: Callable[[], None],
        thread: str,
    ) -> Coroutine[Any, Any, str]:
        """Show a notice; those of one `thread` belong together."""


class DesktopNotices:
    """Shows them from a thread of its own, which begins with the first one.

    Where the library or what it needs of the system is missing, nothing happens.
    """

    def __init__(
        self,
        post: Callable[[Callable[[], None]], None],
        load: Callable[[], Notifier | None] | None = None,
    ) -> None:
        """Prepare; `post` takes the clicks to the main thread."""
        self._post = post
        self._load = load or load_notifier
        self._notifier: Notifier | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._is_of_no_use = False
        self._ended = asyncio.Event()

    def show(
        self, title: str, text: str, group: str, on_click: Callable[[], None]
    ) -> None:
        """Show a notice, soon; `on_click` is called on the main thread."""
        if self._is_of_no_use:
            return
        loop = self._loop or self._begin()
        asyncio.run_coroutine_threadsafe(self._send(title, text, group, on_click), loop)

    def end(self) -> None:
        """Show nothing any more."""
        self._is_of_no_use = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ended.set)

    def wait_until_ended(self, seconds: float) -> None:
        """After end(): wait for the thread, but no longer than that."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _begin(self) -> asyncio.AbstractEventLoop:
        loop = self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._run, args=(loop,), name="chatapp-notifications", daemon=True
        )
        self._thread.start()
        return loop

    async def _send(
        self, title: str, text: str, group: str, on_click: Callable[[], None]
    ) -> None:
        if self._notifier is None or self._is_of_no_use:
            return
        try:
            await self._notifier.send(
                title,
                _safe(text),
                on_clicked=lambda: self._post(on_click),
                thread=group,
            )
        except Exception as error:  # noqa: BLE001 - any error of any backend
            self._give_up(error)

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            self._notifier = self._load()
        except Exception as error:  # noqa: BLE001 - any error of any backend
            self._give_up(error)
        self._is_of_no_use = self._is_of_no_use or self._notifier is None
        try:
            loop.run_until_complete(self._stay())
        finally:
            loop.close()

    async def _stay(self) -> None:
        """Be there for notices and clicks until the end; then let go of the rest."""
        await self._ended.wait()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _give_up(self, error: Exception) -> None:
        log.info("The system shows no notices: %s", type(error).__name__)
        self._is_of_no_use = True


def load_notifier() -> Notifier | None:
    """Load the library; None where it is not installed.

    That takes its time, so only a thread of its own may call this.
    """
    try:
        import desktop_notifier  # noqa: PLC0415 - it need not be installed
    except ImportError:
        return None
    for name in _QUIET_LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    notifier: Notifier = desktop_notifier.DesktopNotifier(PROGRAM, app_icon=None)
    return notifier


def _safe(text: str) -> str:
    """Keep words from being taken for markup, where systems know some (Linux)."""
    if sys.platform in ("win32", "darwin"):
        return text
    return html.escape(text, quote=False)
