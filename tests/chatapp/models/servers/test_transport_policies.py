"""The policies of servers that want TLS only, kept on the disk and obeyed."""

from datetime import UTC, datetime, timedelta

import pytest

from chatapp.models.servers.transport_policies import (
    FILE_NAME,
    MOST_POLICIES,
    TransportPolicies,
)

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
HOUR = 3600


class Clock:
    """A clock that a test moves on."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now

    def pass_by(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def policies(clock, tmp_path):
    return TransportPolicies.load(clock, tmp_path)


def test_a_host_without_a_policy_may_be_come_to_as_one_likes(policies):
    assert policies.port_of("chat.example") is None


def test_a_policy_outlives_the_program(policies, clock, tmp_path):
    policies.keep("Chat.example", 6697, HOUR)

    again = TransportPolicies.load(clock, tmp_path)

    assert again.port_of("chat.EXAMPLE") == 6697
    assert again.port_of("other.example") is None


def test_a_policy_ends_with_its_time(policies, clock):
    policies.keep("chat.example", 6697, HOUR)

    clock.pass_by(HOUR - 1)
    assert policies.port_of("chat.example") == 6697

    clock.pass_by(1)
    assert policies.port_of("chat.example") is None


def test_a_policy_of_no_time_is_forgotten_at_once(policies, clock, tmp_path):
    policies.keep("chat.example", 6697, HOUR)

    policies.keep("chat.example", 6697, 0)

    again = TransportPolicies.load(clock, tmp_path)
    assert policies.port_of("chat.example") is again.port_of("chat.example") is None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_this_computers_servers_come_and_go_unless_it_is_asked_otherwise(
    host, policies, clock, tmp_path
):
    asked = TransportPolicies.load(clock, tmp_path, keeps_here=True)

    policies.keep(host, 6697, HOUR)
    asked.keep(host, 6697, HOUR)

    assert policies.port_of(host) is None
    assert asked.port_of(host) == 6697


def test_a_broken_file_is_set_aside(clock, tmp_path):
    (tmp_path / FILE_NAME).write_text("policies = [", encoding="utf-8")

    policies = TransportPolicies.load(clock, tmp_path)

    assert policies.port_of("chat.example") is None
    assert list(tmp_path.glob("*.broken-*"))


def test_an_entry_without_sense_is_passed_over(clock, tmp_path):
    text = 'policies = [1, {host = "a"}, {host = "b", port = 1, until = "soon"}]'
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")

    policies = TransportPolicies.load(clock, tmp_path)

    assert policies.port_of("a") is policies.port_of("b") is None


def test_a_disk_that_takes_nothing_does_not_keep_a_policy_from_being_obeyed(
    clock, tmp_path, caplog
):
    (tmp_path / "file").touch()
    policies = TransportPolicies.load(clock, tmp_path / "file")

    policies.keep("chat.example", 6697, HOUR)

    assert policies.port_of("chat.example") == 6697
    assert "cannot be saved" in caplog.text


def test_the_oldest_goes_where_there_are_too_many(clock, tmp_path):
    until = (NOON + timedelta(hours=1)).isoformat()
    tables = [
        f'{{host = "h{number}", port = 1, until = {until}}}'
        for number in range(MOST_POLICIES)
    ]
    (tmp_path / FILE_NAME).write_text(f"policies = [{', '.join(tables)}]")
    policies = TransportPolicies.load(clock, tmp_path)

    policies.keep("new", 6697, HOUR)

    assert policies.port_of("h0") is None
    assert policies.port_of("h1") == 1
    assert policies.port_of("new") == 6697


def test_what_another_window_keeps_meanwhile_is_not_lost(clock, tmp_path):
    one, other = (TransportPolicies.load(clock, tmp_path) for _ in range(2))
    one.keep("one.example", 6697, HOUR)

    other.keep("other.example", 6697, HOUR)

    again = TransportPolicies.load(clock, tmp_path)
    assert again.port_of("one.example") == again.port_of("other.example") == 6697
    assert other.port_of("one.example") == 6697


def test_a_file_that_cannot_be_read_is_not_written_over(clock, tmp_path, caplog):
    (tmp_path / FILE_NAME).mkdir()
    policies = TransportPolicies.load(clock, tmp_path)

    policies.keep("chat.example", 6697, HOUR)

    assert (tmp_path / FILE_NAME).is_dir()
    assert policies.port_of("chat.example") == 6697
    assert "cannot be saved" in caplog.text
