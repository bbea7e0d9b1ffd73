"""The control socket, without a server behind it."""

import errno
import json
import logging
import socket
import threading

import pytest

from chatapp.wire.message import Message
from server.network import control
from server.network.control import Control, NoServer, send_order
from tests.server.raw_client import DEADLINE_SECONDS

DONE = Message("NOTICE", ("*", "Done."))


@pytest.fixture(params=["socket", "port"])
def path(request, tmp_path_factory, mocker):
    """Where orders are taken: at a socket, or at a port with a token."""
    if request.param == "port":
        mocker.patch.object(control, "LONGEST_UNIX_PATH", 0)
    return tmp_path_factory.mktemp("c") / "history.db.control"


@pytest.fixture
def orders():
    return []


@pytest.fixture
def taking(path, orders):
    """A control that notes each order, and says that it is done."""

    def obey(order, _seconds):
        orders.append(order)
        return [DONE]

    taking = Control(path, obey)
    taking.start()
    yield taking
    taking.close()


def test_an_order_is_obeyed_and_answered(path, taking, orders):
    order = Message("BAN-ADD", ("bert!*@*", "-", "a reason: ünïcode"))

    answer = send_order(path, order)

    assert orders == [order]
    assert answer == [DONE]


def test_where_no_server_is_there_is_no_answer(path):
    with pytest.raises(NoServer):
        send_order(path, Message("STATS"))


def test_what_a_server_left_behind_hinders_no_other(path, taking):
    again = Control(path, lambda *_: [DONE])
    again.start()

    assert send_order(path, Message("STATS")) == [DONE]
    again.close()


def test_once_it_is_closed_nobody_is_there(path, taking):
    taking.close()

    with pytest.raises(NoServer):
        send_order(path, Message("STATS"))


def test_without_the_token_nothing_is_done(mocker, tmp_path, caplog):
    mocker.patch.object(control, "LONGEST_UNIX_PATH", 0)
    done = []
    path = tmp_path / "history.db.control"
    taking = Control(path, lambda order, _: done.append(order))
    taking.start()
    place = json.loads(path.read_text(encoding="utf-8"))

    with socket.create_connection(("127.0.0.1", place["port"])) as stranger:
        stranger.settimeout(DEADLINE_SECONDS)
        stranger.sendall(b"a challenge\n")
        proof = stranger.recv(100)
        stranger.sendall(b"- STATS\n")
        heard = stranger.recv(100)

    taking.close()
    assert place["token"].encode() not in proof
    assert (heard, done) == (b"", [])


def test_what_is_no_order_harms_nobody(path, taking, caplog):
    caplog.set_level(logging.WARNING)
    connection, token = control._connect(path)
    with connection:
        control._require_proof(connection, token)
        connection.settimeout(DEADLINE_SECONDS)
        connection.sendall(f"{token} \xff\n".encode("latin-1"))
        heard = connection.recv(100)

    assert b"could not be understood" in heard
    assert send_order(path, Message("STATS")) == [DONE]


@pytest.mark.parametrize("line", [b"\n", b":\n", b"@a \n", b"\x00\n", b"S" * 65_536])
def test_what_cannot_be_understood_is_not_obeyed_and_that_is_said(
    path, taking, orders, line
):
    connection, token = control._connect(path)
    with connection:
        control._require_proof(connection, token)
        connection.settimeout(DEADLINE_SECONDS)
        connection.sendall(f"{token} ".encode() + line)
        heard = connection.recv(100)

    assert b"could not be understood" in heard
    assert orders == []


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "7",
        "null",
        "{}",
        "no JSON",
        "[" * 100_000,
        '{"port": "6667", "token": "a"}',
        '{"port": 6667, "token": 7}',
        '{"port": 99999999, "token": "a"}',
        "\udcff",
    ],
)
def test_where_a_file_tells_no_port_no_server_is_there(tmp_path, text):
    path = tmp_path / "history.db.control"
    path.write_bytes(text.encode(errors="surrogateescape"))

    with pytest.raises(NoServer):
        send_order(path, Message("STATS"))


@pytest.mark.parametrize("answer", [b"\xff\r\n", b":\r\n"])
def test_an_answer_that_cannot_be_understood_is_none(path, mocker, answer):
    taking = Control(path, lambda *_: [mocker.Mock(render=lambda: answer.decode("l1"))])
    mocker.patch.object(control, "_read_all", return_value=answer)
    taking.start()

    assert send_order(path, Message("STATS")) is None
    taking.close()


def test_nobody_else_at_the_port_of_a_server_that_was_killed_hears_an_order(
    mocker, tmp_path
):
    mocker.patch.object(control, "LONGEST_UNIX_PATH", 0)
    path = tmp_path / "history.db.control"
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        place = {"port": stranger.getsockname()[1], "token": "0" * 32}
        path.write_text(json.dumps(place), encoding="utf-8")
        heard = []
        thread = threading.Thread(target=_answers_anything, args=(stranger, heard))
        thread.start()

        with pytest.raises(NoServer):
            send_order(path, Message("ACCOUNT-ADD", ("anna", "a secret password")))
        thread.join(DEADLINE_SECONDS)

    told = b"".join(heard)
    assert b"secret" not in told
    assert b"0" * 32 not in told


def _answers_anything(stranger, heard):
    connection, _ = stranger.accept()
    with connection:
        connection.settimeout(DEADLINE_SECONDS)
        heard.append(connection.recv(100))
        connection.sendall(heard[0])
        heard.append(connection.recv(100))


def test_who_trickles_does_not_keep_others_from_giving_orders(path, taking, mocker):
    mocker.patch.object(control, "SECONDS_FOR_AN_ORDER", 0.2)
    connection, _ = control._connect(path)
    with connection:
        connection.settimeout(DEADLINE_SECONDS)
        connection.sendall(b"a")
        ended = connection.recv(100)

    assert ended == b""
    assert send_order(path, Message("STATS")) == [DONE]


def test_an_answer_that_cannot_be_given_is_none_and_the_next_order_is_obeyed(
    path, caplog
):
    answers = [[Message("NOTICE", ("*", "no UTF-8: \udcff"))], RuntimeError(), [DONE]]

    def obey(*_):
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    taking = Control(path, obey)
    taking.start()

    heard = [send_order(path, Message("STATS")) for _ in range(3)]

    taking.close()
    assert heard == [[Message("NOTICE", ("*", "no UTF-8: ?"))], None, [DONE]]
    assert "could not be answered" in caplog.text


def test_orders_are_taken_again_once_there_are_file_numbers(path, mocker, orders):
    mocker.patch.object(control, "SECONDS_AFTER_A_FAILURE", 0.01)
    taking = Control(path, lambda order, _seconds: orders.append(order) or [DONE])
    listening = taking._socket
    taking._socket = mocker.Mock(wraps=listening)
    failures = iter([OSError(errno.EMFILE, "Too many open files")] * 3)
    taking._socket.accept.side_effect = lambda: accept(failures, listening)
    taking.start()

    answer = send_order(path, Message("STATS"))
    taking.close()

    assert answer == [DONE]


def accept(failures, listening):
    for failure in failures:
        raise failure
    return listening.accept()
