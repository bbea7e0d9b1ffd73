"""A hosted server that dies is there again, where it was and with what it had."""

import socket

import pytest

from chatapp.models.hosting.running_server import find_running
from chatapp.models.hosting.supervision import Standing
from tests.chatapp.models.hosting.conftest import PATIENCE, child_of, operator_of, start

SERVES = "print(ANNOUNCEMENT, flush=True); import sys; sys.stdin.read()"
ENDS_AT_ONCE = """
    import os, sys
    print(ANNOUNCEMENT, flush=True)
    os._exit({code})
    """


@pytest.fixture
def hosting(host, outcome, loop):
    hosting = host()
    start(hosting, outcome, loop)
    return hosting


def wait_for(hosting, loop, *standings):
    loop.run_until(lambda: hosting.supervision.standing in standings)


def test_a_server_that_is_killed_is_started_again_where_it_was(hosting, loop, tmp_path):
    before = hosting.started
    hosting.keeps_going = True

    child_of(hosting).kill()
    wait_for(hosting, loop, Standing.RESTARTED)

    after = hosting.started
    assert (after.port, after.fingerprint) == (before.port, before.fingerprint)
    assert after.username == "noor"
    assert operator_of(hosting, loop)[1] != before.password
    assert hosting.keeps_going
    assert find_running(tmp_path / "hosted") == after


def test_a_window_beside_the_one_that_restarts_it_is_its_operator_too(
    hosting, host, outcome, loop
):
    beside = host()
    outcome.port = None
    start(beside, outcome, loop)

    child_of(hosting).kill()
    wait_for(hosting, loop, Standing.RESTARTED)

    assert operator_of(beside, loop) == operator_of(hosting, loop)


def test_where_another_program_has_its_port_that_is_said(hosting, loop):
    port = hosting.started.port
    child_of(hosting).kill()
    hosting._server._process.wait(PATIENCE)

    with socket.create_server(("0.0.0.0", port)):  # noqa: S104 - in the way
        wait_for(hosting, loop, Standing.CANNOT_START)
    assert f"has its port {port} now" in hosting.supervision.reason
    assert hosting.is_at("127.0.0.1", port)

    hosting.supervision.start_again()
    wait_for(hosting, loop, Standing.RESTARTED)


def test_why_it_cannot_start_is_said_in_its_own_words(host, outcome, loop):
    hosting = host(SERVES)
    start(hosting, outcome, loop)
    hosting._command = ("a program that is not there",)

    child_of(hosting).kill()
    wait_for(hosting, loop, Standing.CANNOT_START)

    assert hosting.supervision.reason.startswith("The chat could not be started: ")


@pytest.mark.parametrize(
    ("code", "standing"), [(0, Standing.WAS_STOPPED), (3, Standing.ENDS_TOO_OFTEN)]
)
def test_one_that_ends_again_and_again_or_was_told_to_is_left(
    host, outcome, loop, code, standing
):
    hosting = host(ENDS_AT_ONCE.format(code=code))

    start(hosting, outcome, loop)
    wait_for(hosting, loop, standing)

    assert hosting.is_at("127.0.0.1", 7001)
    assert not hosting.running


def test_a_server_that_is_stopped_is_not_started_again(host, outcome, loop):
    hosting = host(SERVES)
    start(hosting, outcome, loop)

    hosting.stop()
    hosting.wait_until_ended(PATIENCE)

    assert hosting.supervision.standing is Standing.UNDISTURBED
    assert not hosting.is_at("127.0.0.1", hosting.started.port)
