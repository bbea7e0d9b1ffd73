"""A server goes on without its window, and the next one finds and ends it."""

import os
import socket
import stat
from dataclasses import replace

import pytest

from chatapp.models.hosting.hosted_server import order_end
from chatapp.models.hosting.hosting import SERVER_COMMAND
from chatapp.models.hosting.running_server import (
    PLACE_FILE,
    Started,
    find_running,
    forget_note,
    read_note,
    write_note,
)
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.hosting.conftest import PATIENCE, operator_of, start
from tests.support.ports import closed_port


def test_a_second_window_is_told_of_the_first_ones_server(host, outcome, loop):
    first, second = host(), host()
    start(first, outcome, loop)
    port, outcome.port = outcome.port, None

    start(second, outcome, loop)

    assert outcome.port_of_another == port
    assert operator_of(second, loop) == operator_of(first, loop)
    assert second.keeps_going
    assert not first.keeps_going


def test_a_second_window_leaves_the_first_ones_server_alone(host, outcome, loop):
    first, second = host(), host()
    start(first, outcome, loop)
    port, outcome.port = outcome.port, None
    start(second, outcome, loop)

    second.leave()

    assert first.running
    assert answers(port)


@pytest.fixture
def left_alone(host, outcome, loop, tmp_path):
    """A server that goes on after its window has gone; gives its port."""
    first = host()
    start(first, outcome, loop)
    port, outcome.port = outcome.port, None
    first.keeps_going = True
    first.leave()
    yield port
    if read_note(tmp_path / "hosted"):
        order_end(SERVER_COMMAND, tmp_path / "hosted").join(PATIENCE)


def test_a_server_that_is_to_stay_goes_on_without_its_window(
    left_alone, host, outcome, loop
):
    next_window = host()

    start(next_window, outcome, loop)

    assert (outcome.port_of_another, outcome.username) == (left_alone, "noor")
    assert answers(left_alone)
    assert operator_of(next_window, loop)[0]


def test_a_server_that_stayed_is_found_without_starting_one(left_alone, host, loop):
    next_window, found = host(), []

    next_window.look(found.append)
    loop.run_until(lambda: found)

    assert (found[0].port, found[0].username) == (left_alone, "noor")
    assert next_window.is_at("127.0.0.1", left_alone)
    assert next_window.keeps_going


def test_what_an_ended_server_left_behind_finds_nobody_else(tmp_path, server):
    other = Fingerprint(b"\1" * 32)
    write_note(
        tmp_path, Started(server.server.port, "127.0.0.1", other, "host", "word")
    )

    assert read_note(tmp_path)
    assert find_running(tmp_path) is None


def test_where_nobody_answers_no_server_runs(tmp_path):
    other = Fingerprint(b"\1" * 32)
    with closed_port() as port:
        write_note(tmp_path, Started(port, "127.0.0.1", other, "host", "word"))

        assert find_running(tmp_path) is None


def test_a_server_that_was_started_again_meanwhile_is_still_found(tmp_path):
    ended = Started(6667, "127.0.0.1", Fingerprint(b"\1" * 32), "host", "word")
    again = replace(ended, password="another", stays=True)
    write_note(tmp_path, again)

    forget_note(tmp_path, ended)

    assert read_note(tmp_path) == again


def test_a_server_that_stayed_and_ended_is_looked_for_no_more(tmp_path):
    ended = Started(6667, "127.0.0.1", Fingerprint(b"\1" * 32), "host", "word")
    write_note(tmp_path, replace(ended, stays=True))

    forget_note(tmp_path, ended)

    assert read_note(tmp_path) is None


def test_a_note_that_cannot_be_written_is_told_of(tmp_path, caplog):
    ended = Started(6667, "127.0.0.1", Fingerprint(b"\1" * 32), "host", "word")
    (tmp_path / "hosted").write_text("no folder")

    write_note(tmp_path / "hosted", ended)

    assert "Other windows do not find the chat" in caplog.text


def test_the_next_window_can_end_a_server_that_stayed(
    left_alone, host, outcome, loop, tmp_path
):
    next_window = host()
    start(next_window, outcome, loop)

    next_window.stop_for_all()

    loop.run_until(lambda: not answers(left_alone))
    assert not next_window.running


def test_a_server_that_stayed_ends_with_the_next_window_if_that_is_wanted(
    left_alone, host, outcome, loop
):
    next_window = host()
    start(next_window, outcome, loop)
    next_window.keeps_going = False

    next_window.leave()

    loop.run_until(lambda: not answers(left_alone))


def test_a_server_that_is_hosted_is_known_by_its_place(left_alone, host, outcome, loop):
    next_window = host()
    start(next_window, outcome, loop)

    assert next_window.is_at("127.0.0.1", left_alone)
    assert not next_window.is_at("127.0.0.1", left_alone + 1)
    assert not next_window.is_at("192.0.2.9", left_alone)


def test_where_a_server_runs_is_for_its_owner_alone_to_read(left_alone, tmp_path):
    mode = (tmp_path / "hosted" / PLACE_FILE).stat().st_mode

    assert os.name == "nt" or stat.S_IMODE(mode) == 0o600


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), PATIENCE).close()
    except OSError:
        return False
    return True


def test_a_server_that_has_ended_is_found_no_more(host, outcome, loop, tmp_path):
    first = host()
    start(first, outcome, loop)
    place = tmp_path / "hosted" / PLACE_FILE
    assert place.exists()

    first.stop()
    first.wait_until_ended(PATIENCE)

    loop.run_until(lambda: not place.exists())
