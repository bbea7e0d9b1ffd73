from server.network.turns import Turns
from server.recording import Recording
from server.step import Step
from server.world.events import Event
from server.world.session import Session
from server.world.user import User


class Recorder:
    """Records when it is told to."""

    def __init__(self) -> None:
        self.recordings: list[Recording] = []
        self.asked: list[str] = []

    def record(self, recording: Recording) -> None:
        self.recordings.append(recording)
        self.asked.append("record")

    def forget(self, conversation: str, number: int) -> None:
        self.asked.append(f"forget {conversation} before {number}")

    def finish(self, number: int, failed: frozenset[int] = frozenset()) -> None:
        self.recordings[number].failed = failed
        self.recordings[number].is_done = True


class Log:
    """Turns whose deliveries are only noted."""

    def __init__(self) -> None:
        self.recorder = Recorder()
        self.sent: list[bytes] = []
        self.finished: list[Step] = []
        self.taken_back: list[bytes] = []
        self.turns = Turns(
            self.recorder, self._flush, self._take_back, self.finished.append
        )

    def _flush(self, deliveries) -> None:
        self.sent.extend(data for _, data, *_ in deliveries)

    def _take_back(self, step: Step) -> Step:
        self.taken_back.append(step.deliveries[0][1])
        answer = Step(step.session, step.command)
        answer.deliveries.append((step.session, b"FAIL", None, False))
        return answer


def make_step(data: bytes, *durable: Event) -> Step:
    session = Session(User("1", "host", 0), None, "host", 0)
    step = Step(session, "PRIVMSG", durable=list(durable))
    step.deliveries.append((session, data, None, False))
    return step


def test_a_turn_with_nothing_to_record_goes_at_once():
    log = Log()

    log.turns.submit([make_step(b"1")])

    assert log.sent == [b"1"]
    assert len(log.finished) == 1


def test_a_turn_waits_until_it_is_recorded():
    log = Log()
    log.turns.submit([make_step(b"1", Event())])

    assert log.sent == []

    log.recorder.finish(0)
    log.turns.release_recorded()

    assert log.sent == [b"1"]
    assert log.turns.is_empty


def test_a_turn_with_nothing_to_record_waits_behind_one_that_is_not_recorded():
    log = Log()
    log.turns.submit([make_step(b"1", Event())])
    log.turns.submit([make_step(b"2")])

    assert log.sent == []

    log.recorder.finish(0)
    log.turns.release_recorded()

    assert log.sent == [b"1", b"2"]


def test_turns_are_released_in_their_order():
    log = Log()
    log.turns.submit([make_step(b"1", Event())])
    log.turns.submit([make_step(b"2", Event())])

    log.recorder.finish(1)
    log.turns.release_recorded()

    assert log.sent == []

    log.recorder.finish(0)
    log.turns.release_recorded()

    assert log.sent == [b"1", b"2"]


def test_of_a_turn_only_the_commands_that_failed_are_taken_back():
    log = Log()
    steps = [make_step(b"1", Event()), make_step(b"2"), make_step(b"3", Event())]
    log.turns.submit(steps)

    log.recorder.finish(0, failed=frozenset({1}))
    log.turns.release_recorded()

    assert log.sent == [b"1", b"2", b"FAIL"]


def test_what_failed_is_taken_back_from_the_newest_on():
    log = Log()
    log.turns.submit([make_step(b"1", Event()), make_step(b"2", Event())])
    log.turns.submit([make_step(b"3", Event())])

    log.recorder.finish(0, failed=frozenset({0, 1}))
    log.recorder.finish(1, failed=frozenset({0}))
    log.turns.release_recorded()

    assert log.taken_back == [b"3", b"2", b"1"]
    assert log.sent == [b"FAIL", b"FAIL", b"FAIL"]


def test_what_failed_is_taken_back_behind_all_that_was_decided_since():
    log = Log()
    log.turns.submit([make_step(b"1", Event())])
    log.turns.submit([make_step(b"2", Event())])

    log.recorder.finish(0, failed=frozenset({0}))
    log.turns.release_recorded()

    assert (log.sent, log.turns.is_full) == ([], True)

    log.recorder.finish(1, failed=frozenset({0}))
    log.turns.release_recorded()

    assert log.taken_back == [b"2", b"1"]
    assert not log.turns.is_full


def test_what_is_in_no_turn_yet_is_waited_for_as_well_when_something_failed():
    log, decided = Log(), [make_step(b"2", Event())]
    log.turns.submit([make_step(b"1", Event())])

    log.recorder.finish(0, failed=frozenset({0}))
    log.turns.release_recorded(decided)

    assert (log.sent, decided) == ([], [])

    log.recorder.finish(1)
    log.turns.release_recorded(decided)

    assert log.sent == [b"FAIL", b"2"]


def test_it_is_full_while_too_much_waits_for_the_disk(mocker):
    mocker.patch("server.network.turns.MOST_WAITING_STEPS", 2)
    log = Log()

    log.turns.submit([make_step(b"1", Event()), make_step(b"2")])

    assert log.turns.is_full

    log.recorder.finish(0)
    log.turns.release_recorded()

    assert not log.turns.is_full


def test_what_ends_is_forgotten_when_all_of_it_is_recorded():
    log = Log()
    said, ended = make_step(b"1", Event()), make_step(b"2")
    ended.forgotten.append(("#garden", 7))

    log.turns.submit([said, ended])

    assert log.recorder.asked == ["record", "forget #garden before 7"]
