"""The loop in which the system's notices are shown, and their clicks arrive."""

import asyncio
import html
import sys
from collections.abc import Callable

from chatapp.models.desktop.desktop_notices import Notice, Notifier


class NoticeLoop:
    """Runs on a thread of its own; all but `run` may be called from others."""

    def __init__(
        self, notifier: Notifier, on_failure: Callable[[Exception], None]
    ) -> None:
        self._notifier = notifier
        self._on_failure = on_failure
        self._has_failed = False
        self._loop = asyncio.new_event_loop()
        self._ended = asyncio.Event()

    def show(self, notice: Notice) -> None:
        """Show a notice, soon."""
        asyncio.run_coroutine_threadsafe(self._send(notice), self._loop)

    def end(self) -> None:
        """End the loop."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ended.set)

    def run(self) -> None:
        """Be there for notices and clicks until the end."""
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._stay())
        finally:
            self._loop.close()

    async def _stay(self) -> None:
        await self._ended.wait()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _send(self, notice: Notice) -> None:
        if self._has_failed:
            return
        try:
            await self._notifier.send(
                notice.title,
                _safe(notice.text),
                on_clicked=notice.on_click,
                thread=notice.group,
            )
        except Exception as error:  # noqa: BLE001 - any error of any backend
            self._has_failed = True
            self._on_failure(error)


def _safe(text: str) -> str:
    """Keep words from being taken for markup, where systems know some (Linux)."""
    if sys.platform in ("win32", "darwin"):
        return text
    return html.escape(text, quote=False)
