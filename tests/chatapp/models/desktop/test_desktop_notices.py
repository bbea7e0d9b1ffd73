"""Notices of the system, by a library that may not be there."""

import html
import queue
import sys

import pytest

from chatapp.models.desktop.desktop_notices import DesktopNotices, load_notifier

SECONDS = 30
IS_LINUX = sys.platform not in ("win32", "darwin")


class FakeNotifier:
    """Keeps what it is to show, and clicks on it at once."""

    def __init__(self, problem: Exception | None = None) -> None:
        self.shown: queue.SimpleQueue = queue.SimpleQueue()
        self._problem = problem

    async def send(self, title, message, *, on_clicked, thread) -> str:
        self.shown.put((title, message, thread))
        if self._problem:
            raise self._problem
        on_clicked()
        return ""


@pytest.fixture
def posted():
    return queue.SimpleQueue()


@pytest.fixture
def open_notices(posted):
    opened = []

    def open_notices(load) -> DesktopNotices:
        opened.append(DesktopNotices(posted.put, load))
        return opened[-1]

    yield open_notices
    for each in opened:
        each.end()
        each.wait_until_ended(SECONDS)


def test_a_notice_is_shown_and_a_click_comes_to_the_main_thread(open_notices, posted):
    notifier = FakeNotifier()
    clicks = []

    open_notices(lambda: notifier).show("Ada", "hi", "#lobby", lambda: clicks.append(1))
    posted.get(timeout=SECONDS)()

    assert notifier.shown.get(timeout=SECONDS) == ("Ada", "hi", "#lobby")
    assert clicks == [1]


def test_words_are_not_taken_for_markup(open_notices):
    notifier = FakeNotifier()

    open_notices(lambda: notifier).show("Ada", "<b>&", "#lobby", lambda: None)

    words = html.escape("<b>&") if IS_LINUX else "<b>&"
    assert notifier.shown.get(timeout=SECONDS)[1] == words


def test_a_backend_that_fails_is_not_asked_again(open_notices, posted):
    notifier = FakeNotifier(RuntimeError("no bus"))
    notices = open_notices(lambda: notifier)

    notices.show("Ada", "one", "#lobby", lambda: None)
    notifier.shown.get(timeout=SECONDS)
    notices._loop._loop.call_soon_threadsafe(posted.put, "done")
    posted.get(timeout=SECONDS)
    notices.show("Ada", "two", "#lobby", lambda: None)

    assert notices._is_of_no_use
    assert notifier.shown.empty()


@pytest.mark.parametrize("problem", [None, RuntimeError("broken")])
def test_without_the_library_nothing_happens(open_notices, posted, problem):
    def load():
        posted.put("looked")
        if problem:
            raise problem

    notices = open_notices(load)
    notices.show("Ada", "one", "#lobby", lambda: None)
    notices.wait_until_ended(SECONDS)

    notices.show("Ada", "two", "#lobby", lambda: None)

    assert posted.qsize() == 1


def test_a_library_that_is_not_installed_is_no_error(monkeypatch):
    monkeypatch.setitem(sys.modules, "desktop_notifier", None)

    assert load_notifier() is None
