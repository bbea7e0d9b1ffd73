import pytest

from server.network.patience import Patience
from server.settings.settings import TimeoutSettings

PING = b"PING :chat\r\n"


class Session:
    def __init__(self) -> None:
        self.is_registered = True


class Connection:
    """What patience looks at."""

    def __init__(self, now: float) -> None:
        self.session = Session()
        self.opened_at = self.heard_at = now
        self.is_pinged = False
        self.is_waiting = False
        self.next_page = None
        self.lines: list[str] = []
        self.sent: list[bytes] = []

    def send(self, data: bytes) -> None:
        self.sent.append(data)

    def speak(self, now: float) -> None:
        """Do what the reactor does when something comes."""
        self.heard_at, self.is_pinged = now, False


class Looks:
    """A look each second, as the reactor has it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.ended: list[tuple[Connection, str]] = []
        timeouts = TimeoutSettings(registration=30, ping=60)
        self.patience = Patience(timeouts, PING, self._end)
        self.connection = Connection(self.now)
        self.oldest: object = None

    def _end(self, connection: Connection, reason: str) -> None:
        self.ended.append((connection, reason))

    def pass_time(self, seconds: int) -> None:
        for _ in range(seconds):
            self.jump(1.0)

    def jump(self, seconds: float) -> None:
        self.now += seconds
        self.patience.look([self.connection], self.now, self.oldest)


@pytest.fixture
def looks() -> Looks:
    looks = Looks()
    looks.jump(0.0)
    return looks


def test_who_is_silent_is_asked_once(looks):
    looks.pass_time(119)

    assert looks.connection.sent == [PING]
    assert looks.ended == []


def test_who_does_not_answer_is_ended(looks):
    looks.pass_time(120)

    assert looks.ended == [(looks.connection, "No answer for 60 seconds.")]


def test_who_answers_stays_and_is_asked_again(looks):
    looks.pass_time(110)
    looks.connection.speak(looks.now)
    looks.pass_time(100)

    assert looks.connection.sent == [PING, PING]
    assert looks.ended == []


def test_who_does_not_sign_in_is_ended(looks):
    looks.connection.session.is_registered = False

    looks.pass_time(31)

    assert looks.ended == [(looks.connection, "You did not sign in in time.")]


def test_whose_lines_wait_is_not_silent(looks):
    looks.connection.lines = ["PRIVMSG #lobby :hello"]

    looks.pass_time(300)

    assert (looks.connection.sent, looks.ended) == ([], [])


def test_who_does_not_take_the_next_page_of_a_reply_is_silent(looks):
    looks.connection.is_waiting = True
    looks.connection.next_page = print

    looks.pass_time(130)

    assert looks.ended[0] == (looks.connection, "No answer for 60 seconds.")


def test_who_waits_for_long_work_is_not_silent(looks):
    looks.connection.is_waiting = True

    looks.pass_time(300)

    assert (looks.connection.sent, looks.ended) == ([], [])


def test_while_the_disk_is_behind_nobody_is_silent(looks):
    looks.pass_time(70)
    looks.oldest = "the turn that waits"

    looks.pass_time(300)

    assert looks.ended == []


def test_while_the_disk_is_behind_nobody_is_late_to_sign_in(looks):
    looks.connection.session.is_registered = False
    looks.oldest = "the turn that waits"
    looks.pass_time(300)
    looks.oldest = None

    looks.pass_time(20)

    assert looks.ended == []


def test_when_the_disk_is_no_longer_behind_there_is_as_much_time_as_before(looks):
    looks.pass_time(70)
    looks.oldest = "the turn that waits"
    looks.pass_time(300)
    looks.oldest = None

    looks.pass_time(40)

    assert looks.ended == []

    looks.pass_time(20)

    assert looks.ended


def test_a_disk_that_always_has_something_to_do_is_not_behind(looks):
    for turn in range(120):
        looks.oldest = turn
        looks.jump(1.0)

    assert len(looks.ended) == 1


@pytest.mark.parametrize("seconds", [30.0, 86_400.0])
def test_a_server_that_slept_ends_nobody(looks, seconds):
    looks.pass_time(70)

    looks.jump(seconds)
    looks.pass_time(10)

    assert looks.ended == []


def test_a_server_that_slept_ends_nobody_who_signs_in(looks):
    looks.connection.session.is_registered = False

    looks.jump(86_400.0)
    looks.pass_time(10)

    assert looks.ended == []
