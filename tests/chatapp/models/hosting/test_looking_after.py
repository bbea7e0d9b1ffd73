"""A server that goes on by itself is looked after by whichever window has found it."""

import pytest

from chatapp.models.hosting.hosted_server import order_end
from chatapp.models.hosting.hosting import SERVER_COMMAND
from chatapp.models.hosting.running_server import find_running
from chatapp.models.hosting.supervision import Standing
from tests.chatapp.models.hosting.conftest import PATIENCE, child_of, operator_of, start


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "hosted"


@pytest.fixture
def server(host, outcome, loop, folder):
    """The process of a server whose window has gone."""
    first = host()
    start(first, outcome, loop)
    process = child_of(first)
    first.keeps_going = True
    first.leave()
    yield process
    order_end(SERVER_COMMAND, folder).join(PATIENCE)


@pytest.fixture
def window(server, host, loop):
    return find(host, loop)


def find(host, loop):
    """Open a window that finds the server."""
    hosting = host()
    hosting.look(lambda _started: None)
    loop.run_until(lambda: hosting.running)
    return hosting


def wait_for(hosting, loop, standing):
    loop.run_until(lambda: hosting.supervision.standing is standing)


def die(server):
    server.kill()
    server.wait(PATIENCE)


def test_one_that_died_is_started_again_and_goes_on_by_itself_again(
    window, server, loop, folder
):
    before = window.started
    die(server)

    window.look_after()
    wait_for(window, loop, Standing.RESTARTED)
    window.leave()

    after = find_running(folder)
    assert after == window.started
    assert (after.port, after.fingerprint) == (before.port, before.fingerprint)
    assert (after.username, after.stays) == ("noor", True)


def test_one_that_was_told_to_end_is_not_started_again_by_itself(window, loop, folder):
    order_end(SERVER_COMMAND, folder).join(PATIENCE)
    loop.run_until(lambda: find_running(folder) is None)

    window.look_after()
    wait_for(window, loop, Standing.WAS_STOPPED)

    assert window.is_at("127.0.0.1", window.started.port)


def test_what_another_window_has_started_again_is_known_to_run(
    window, server, host, loop
):
    beside = find(host, loop)
    die(server)
    window.look_after()
    wait_for(window, loop, Standing.RESTARTED)

    beside.supervision.ended(None)
    wait_for(beside, loop, Standing.RESTARTED)

    assert operator_of(beside, loop) == operator_of(window, loop)
    assert beside.is_at("127.0.0.1", window.started.port)


def test_while_its_window_is_there_that_one_starts_it_again(
    host, outcome, loop, folder
):
    first = host()
    start(first, outcome, loop)
    beside = find(host, loop)
    child_of(first).kill()

    beside.look_after()
    wait_for(first, loop, Standing.RESTARTED)

    assert first.serves
    assert not find_running(folder).stays
    assert beside.supervision.standing is Standing.UNDISTURBED
