import threading

import pytest

from server.recorder import Recorder
from server.recording import Recording
from server.world.events import Event
from server.world.notes import MemberDropped
from tests.server.raw_client import DEADLINE_SECONDS


class Journal:
    """Notes what is written; refuses what it is told to."""

    def __init__(self) -> None:
        self.transactions: list[list[Event]] = []
        self.refused: set[Event] = set()
        self.works = True
        self.is_closed = False
        self.may_begin = threading.Event()
        self.may_begin.set()

    def record(self, commands) -> None:
        self.may_begin.wait(DEADLINE_SECONDS)
        events = [event for command in commands for event in command]
        if not self.works or self.refused & set(events):
            raise OSError("The disk is full.")
        self.transactions.append(events)

    def record_apart(self, commands) -> frozenset[int]:
        return frozenset(
            number
            for number, command in enumerate(commands)
            if self.refused & set(command)
        )

    def probe(self) -> bool:
        return self.works

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def journal() -> Journal:
    return Journal()


class Pruning:
    """Notes what shall be forgotten, and has nothing to do."""

    def __init__(self) -> None:
        self.forgotten: list[tuple[str, int]] = []

    def forget(self, target: str, before: int) -> None:
        self.forgotten.append((target, before))

    def recorded(self) -> float:
        return 600.0

    def work(self) -> float:
        return 3600.0


@pytest.fixture
def pruning() -> Pruning:
    return Pruning()


@pytest.fixture
def recorder(journal, pruning):
    recorder = Recorder(journal, pruning)
    yield recorder
    journal.may_begin.set()
    recorder.stop(10)


def start(recorder: Recorder) -> threading.Event:
    woken = threading.Event()
    recorder.start(woken.set)
    return woken


def test_what_is_recorded_is_given_back(recorder):
    woken = start(recorder)
    recording = Recording([[Event()]])

    recorder.record(recording)

    assert woken.wait(DEADLINE_SECONDS)
    assert recording.is_done
    assert recording.failed == frozenset()


def test_turns_that_wait_go_into_one_transaction(recorder, journal):
    journal.may_begin.clear()
    start(recorder)
    events = [Event() for _ in range(3)]

    for event in events:
        recorder.record(Recording([[event]]))
    journal.may_begin.set()
    recorder.stop(10)

    assert [each for turn in journal.transactions for each in turn] == events
    assert len(journal.transactions) <= 2


def test_of_a_turn_that_fails_only_the_refused_command_is_named(recorder, journal):
    woken = start(recorder)
    good, bad = Event(), Event()
    journal.refused = {bad}
    recording = Recording([[good], [bad]])

    recorder.record(recording)

    assert woken.wait(DEADLINE_SECONDS)
    assert recording.failed == frozenset({1})
    assert not recorder.is_failing


def test_when_nothing_can_be_written_all_commands_fail(recorder, journal):
    woken = start(recorder)
    journal.works = False
    recording = Recording([[Event()], [Event()]])

    recorder.record(recording)

    assert woken.wait(DEADLINE_SECONDS)
    assert recording.failed == frozenset({0, 1})
    assert recorder.is_failing


def test_it_notices_that_the_disk_works_again(recorder, journal, mocker):
    mocker.patch("server.recorder.SECONDS_BETWEEN_PROBES", 0.01)
    woken = start(recorder)
    journal.works = False
    recorder.record(Recording([[Event()]]))
    assert woken.wait(DEADLINE_SECONDS)
    probed = threading.Event()
    mocker.patch.object(journal, "probe", side_effect=lambda: probed.set() or True)

    assert probed.wait(DEADLINE_SECONDS)
    recorder.stop(10)

    assert not recorder.is_failing


def test_a_turn_that_is_written_shows_that_the_disk_works_again(recorder, journal):
    woken = start(recorder)
    journal.works = False
    recorder.record(Recording([[Event()]]))
    assert woken.wait(DEADLINE_SECONDS)
    woken.clear()
    journal.works = True

    recorder.record(Recording([[Event()]]))

    assert woken.wait(DEADLINE_SECONDS)
    assert not recorder.is_failing


def test_stopping_records_what_waits_and_closes_the_journal(recorder, journal, pruning):
    start(recorder)
    event = Event()

    recorder.record(Recording([[event]]))
    recorder.forget("#garden", 7)
    recorder.stop(10)

    assert journal.transactions == [[event]]
    assert pruning.forgotten == [("#garden", 7)]
    assert journal.is_closed


def test_notes_wait_for_company_and_nobody_waits_for_them(recorder, journal):
    woken = start(recorder)
    note, event = MemberDropped("#garden", "anna"), Event()

    recorder.note([note])
    recorder.record(Recording([[event]]))

    assert woken.wait(DEADLINE_SECONDS)
    assert journal.transactions == [[note, event]]


def test_notes_alone_are_written_after_a_while(recorder, journal, mocker):
    mocker.patch("server.recorder.SECONDS_TO_HOLD_NOTES", 0.01)
    written = threading.Event()
    mocker.patch.object(journal, "record", side_effect=lambda _: written.set())
    woken = start(recorder)

    recorder.note([MemberDropped("#garden", "anna")])

    assert written.wait(DEADLINE_SECONDS)
    assert not woken.is_set()


def test_who_calls_after_them_finds_the_notes_written(recorder, journal):
    start(recorder)
    note = MemberDropped("#garden", "anna")
    found, called = [], threading.Event()

    recorder.note([note])
    recorder.after(lambda: (found.extend(journal.transactions), called.set()))

    assert called.wait(DEADLINE_SECONDS)
    assert found == [[note]]


def test_stopping_writes_the_notes_that_wait(recorder, journal):
    start(recorder)
    note = MemberDropped("#garden", "anna")

    recorder.note([note])
    recorder.stop(10)

    assert journal.transactions == [[note]]


def test_notes_are_kept_until_the_disk_works_again(recorder, journal, mocker):
    mocker.patch("server.recorder.SECONDS_BETWEEN_PROBES", 0.01)
    note, refused = MemberDropped("#garden", "anna"), Event()
    journal.works = False
    woken = start(recorder)

    recorder.record(Recording([[note], [refused]]))
    assert woken.wait(DEADLINE_SECONDS)
    journal.works = True
    recorder.stop(10)

    assert journal.transactions == [[note]]


def test_of_too_many_notes_that_the_disk_does_not_take_the_newest_are_written(
    recorder, journal, mocker, caplog
):
    mocker.patch("server.held_notes.MOST_HELD", 3)
    notes = [MemberDropped("#garden", str(number)) for number in range(9)]
    journal.works = False
    woken = start(recorder)

    for note in notes:
        recorder.note([note])
    recorder.record(Recording([[Event()]]))
    assert woken.wait(DEADLINE_SECONDS)
    journal.works = True
    recorder.stop(10)

    assert journal.transactions == [notes[-3:]]
    assert "the oldest of more than 3 notes are given up" in caplog.text
    assert "6 notes" in caplog.text


def test_a_server_that_ends_while_its_disk_refuses_says_what_it_has_lost(
    recorder, journal, mocker, caplog
):
    mocker.patch("server.held_notes.MOST_HELD", 3)
    journal.works = False
    start(recorder)

    for number in range(5):
        recorder.note([MemberDropped("#garden", str(number))])
    recorder.stop(10)

    assert "5 notes" in caplog.text


def test_so_many_events_go_into_one_transaction_and_no_more(recorder, journal, mocker):
    mocker.patch("server.recorder.MAX_EVENTS_AT_ONCE", 4)
    events = [Event() for _ in range(12)]

    for number in range(0, 12, 3):
        recorder.record(Recording([events[number : number + 3]]))
    start(recorder)
    recorder.stop(10)

    assert [len(each) for each in journal.transactions] == [6, 6]


def test_pruning_goes_on_while_nothing_is_recorded(recorder, pruning, mocker):
    slices = threading.Semaphore(0)
    mocker.patch.object(pruning, "work", side_effect=lambda: slices.release() or 0.001)

    start(recorder)

    assert all(slices.acquire(timeout=DEADLINE_SECONDS) for _ in range(3))


def test_a_fault_of_the_recorder_is_noticed(recorder, pruning, mocker, caplog):
    mocker.patch.object(pruning, "work", side_effect=RuntimeError("a fault"))

    start(recorder)

    assert recorder.has_failed.wait(DEADLINE_SECONDS)
    assert "The recorder has failed" in caplog.text
