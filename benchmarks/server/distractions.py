"""What keeps a server busy beside the talk: somebody who searches, a backup."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path

from benchmarks.server.contender import HOST
from tools.own_folders import own_environment

SECONDS_TO_WAIT = 20.0
SIGN_IN = (
    b"CAP REQ :batch soju.im/search\r\nNICK seeker\r\nUSER s 0 * :s\r\nCAP END\r\n"
)
ENTER = b"JOIN #lobby\r\n"
ASK = b"SEARCH in=#lobby;text=somebody;limit=100\r\n"


def nothing_else(_port: int, _folder: Path) -> nullcontext[None]:
    """Let there be only the talk."""
    return nullcontext()


@contextmanager
def searching(port: int, _folder: Path) -> Iterator[None]:
    """Somebody who asks again as soon as he has his answer."""
    with socket.create_connection((HOST, port), SECONDS_TO_WAIT) as seeker:
        seeker.sendall(SIGN_IN + ENTER)
        _read_to(seeker, b" 366 ")
        with _again_and_again(lambda _number: _search(seeker)):
            yield


@contextmanager
def backing_up(_port: int, folder: Path) -> Iterator[None]:
    """One backup after the other."""
    environment = own_environment(os.environ, folder)

    def back_up(number: int) -> None:
        path = folder / f"copy{number}.db"
        command = [sys.executable, "-m", "server", "backup", str(path)]
        done = subprocess.run(
            command, env=environment, capture_output=True, check=False
        )
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip()
            raise OSError(f"The backup ended with status {done.returncode}: {said}")
        path.unlink()

    with _again_and_again(back_up):
        yield


@contextmanager
def _again_and_again(work: Callable[[int], None]) -> Iterator[None]:
    """Do it on a thread of its own, once at least, until the block is left.

    Whatever fails there fails here, or is noted where the block has failed itself.
    """
    is_over = threading.Event()

    def repeat() -> None:
        for number in count():
            work(number)
            if is_over.is_set():
                return

    with ThreadPoolExecutor(1, thread_name_prefix="distraction") as threads:
        repeating = threads.submit(repeat)
        try:
            yield
        except BaseException as failure:
            is_over.set()
            if problem := repeating.exception():
                failure.add_note(f"What went on beside it failed as well: {problem!r}")
            raise
        is_over.set()
        repeating.result()


def _search(seeker: socket.socket) -> None:
    seeker.sendall(ASK)
    answer = _read_to(seeker, b"BATCH -")
    if b"PRIVMSG" not in answer:
        raise OSError(f"The search found nothing: {answer[:200]!r}")


def _read_to(seeker: socket.socket, mark: bytes) -> bytes:
    """What comes up to the line with the mark; whoever closes has not answered."""
    heard = b""
    while mark not in heard or not heard.endswith(b"\n"):
        more = seeker.recv(65536)
        if not more or b"FAIL SEARCH" in heard:
            raise OSError(f"There was no answer: {heard[-200:]!r}")
        heard += more
    return heard
