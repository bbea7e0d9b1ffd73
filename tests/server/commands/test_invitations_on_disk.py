"""What is kept of invitations, and what is not where the disk refuses."""

import pytest

from server.clock import Clock
from server.storage.invitation_rows import SECONDS_TO_REMEMBER
from tests.server.commands.invited import (
    PassingTime,
    come_by,
    host_of,
    make,
    refusal_of,
    try_to_come,
)
from tests.server.operating import OPERATORS, operator_of
from tests.server.running import RunningServer


@pytest.fixture
def server(start_server) -> RunningServer:
    """A server that lets in only who is invited."""
    return start_server(server={"invited_only": True}, operators=OPERATORS)


def test_invitations_and_who_came_outlive_a_restart(start_server):
    sections = {"server": {"invited_only": True}, "operators": OPERATORS}
    first = start_server(**sections)
    _, once = make(host_of(first), "* 1")
    number, back = make(host_of(first, "otto"))
    come_by(first, "anna", once)
    host_of(first, "orla").ask(f"INVITATION REVOKE {number}")
    first.stop()

    second = start_server(**sections)

    assert "as many people" in refusal_of(second, "bert", once)
    assert "was taken back" in refusal_of(second, "bert", back)
    assert come_by(second, "anna", once).roundtrip() == []


def test_who_may_come_in_is_decided_for_good_whatever_the_settings_say(start_server):
    first = start_server(operators=OPERATORS)
    told = operator_of(first).ask("INVITATION ONLY on")
    assert [it.params for it in told if it.command == "INVITATION"] == [("ONLY", "on")]
    first.stop()

    second = start_server(operators=OPERATORS)
    host = host_of(second)
    host.ask("REHASH")

    assert try_to_come(second, "anna")[0] == "464"
    assert host.ask("INVITATION LIST")[-1].params == ("END", "on")


def test_what_the_disk_refuses_to_keep_is_not_decided(server):
    host = host_of(server)
    server.writes("ALTER TABLE identity DROP COLUMN invited_only")

    answer = host.ask("INVITATION ONLY off")

    assert answer[0].params[:2] == ("INVITATION", "STORAGE_FAILING")
    assert try_to_come(server, "anna")[0] == "464"


def test_a_number_is_given_once_also_where_an_invitation_is_long_forgotten(
    start_server,
):
    time = PassingTime()
    first = start_server(Clock(wall=time), operators=OPERATORS)
    host = operator_of(first)
    number, _ = make(host)
    host.ask(f"INVITATION REVOKE {number}")
    first.stop()
    time.seconds += SECONDS_TO_REMEMBER + 1

    second = start_server(Clock(wall=time), operators=OPERATORS)

    assert make(operator_of(second))[0] == str(int(number) + 1)


def test_an_invitation_that_the_disk_refuses_lets_nobody_in(server):
    host = host_of(server)
    server.writes("DROP TABLE invitations")

    answer = host.ask("INVITATION MAKE")

    assert answer[0].params[:2] == ("INVITATION", "STORAGE_FAILING")
    assert server.world.invitations.in_force(0) == []


def test_the_file_has_no_token(server):
    _, token = make(host_of(server))

    server.stop()

    kept = [
        each.read_bytes() for each in server.path.parent.iterdir() if each.is_file()
    ]
    assert not any(token.encode() in content for content in kept)
