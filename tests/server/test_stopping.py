"""The end of a server: it takes a bounded time, and leaves the history to one."""

import threading
from queue import SimpleQueue

import pytest

import server.app as app
from server.storage.lock import StorageInUse, StorageLock
from tests.server.raw_client import ALL_CAPABILITIES, DEADLINE_SECONDS


def end_of(name: str) -> threading.Thread:
    return next(each for each in threading.enumerate() if each.name == name)


def test_the_history_is_no_other_servers_while_something_is_written(chat, monkeypatch):
    for name in ("SECONDS_TO_END", "SECONDS_TO_RECORD"):
        monkeypatch.setattr(app, name, 0.01)
    anna = chat.join("anna", ALL_CAPABILITIES)
    recorder = end_of("recorder")
    with chat.slow_disk():
        anna.send("PRIVMSG #lobby :slow")
        assert chat.waits_for(lambda: not chat.reactor.turns.is_empty)
        chat.server.stop("")

        with pytest.raises(StorageInUse):
            StorageLock(chat.path)
    recorder.join(DEADLINE_SECONDS)

    StorageLock(chat.path).close()


def test_work_that_takes_long_does_not_hold_up_the_end(chat, monkeypatch):
    monkeypatch.setattr(app, "SECONDS_TO_READ", 0.01)
    endless = (
        "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) "
        "SELECT max(x) FROM n"
    )
    began, results = threading.Event(), SimpleQueue()

    def read_for_ever(history):
        history._connection.set_progress_handler(began.set, 1000)
        with history._turn:
            history._connection.execute(endless).fetchone()

    chat.workers.run(read_for_ever, results.put)
    assert began.wait(DEADLINE_SECONDS)

    ending = threading.Thread(target=chat.server.stop, args=("",))
    ending.start()
    ending.join(DEADLINE_SECONDS)

    assert not ending.is_alive()
    assert isinstance(results.get(timeout=DEADLINE_SECONDS), Exception)
