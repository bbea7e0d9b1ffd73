"""Has the system show notices, where the library desktop-notifier is installed."""

import logging
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from chatapp.models.desktop.notice_loop import NoticeLoop

log = logging.getLogger(__name__)

PROGRAM = "chatapp"
LIBRARY = "desktop_notifier"
_QUIET_LOGGERS = ("desktop_notifier", "dbus_fast")


@dataclass(frozen=True, slots=True)
class Notice:
    """What the system is to show; those of one group belong together."""

    title: str
    text: str
    group: str
    on_click: Callable[[], None]


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


def is_installed() -> bool:
    """Tell whether the library is there; it is not loaded for that."""
    return find_spec(LIBRARY) is not None


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
        self._lock = threading.Lock()
        self._waiting: list[Notice] = []
        self._loop: NoticeLoop | None = None
        self._thread: threading.Thread | None = None
        self._is_of_no_use = False

    def show(
        self, title: str, text: str, group: str, on_click: Callable[[], None]
    ) -> None:
        """Show a notice, soon; `on_click` is called on the main thread."""
        notice = Notice(title, text, group, lambda: self._post(on_click))
        with self._lock:
            if self._is_of_no_use:
                return
            if self._loop is not None:
                self._loop.show(notice)
            else:
                self._waiting.append(notice)
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._run, name="chatapp-notifications", daemon=True
            )
            self._thread.start()

    def end(self) -> None:
        """Show nothing any more."""
        with self._lock:
            self._is_of_no_use = True
            if self._loop is not None:
                self._loop.end()

    def wait_until_ended(self, seconds: float) -> None:
        """After end(): wait for the thread, but no longer than that."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        notifier = self._try_to_load()
        if notifier is None:
            with self._lock:
                self._is_of_no_use = True
            return
        # It takes its time and room, and most windows never need it.
        from chatapp.models.desktop.notice_loop import NoticeLoop  # noqa: PLC0415

        loop = NoticeLoop(notifier, self._give_up)
        with self._lock:
            self._loop = loop
            for notice in self._waiting:
                loop.show(notice)
            if self._is_of_no_use:
                loop.end()
        loop.run()

    def _try_to_load(self) -> Notifier | None:
        try:
            return self._load()
        except Exception as error:  # noqa: BLE001 - any error of any backend
            self._give_up(error)
            return None

    def _give_up(self, error: Exception) -> None:
        log.info("The system shows no notices: %s", type(error).__name__)
        with self._lock:
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
