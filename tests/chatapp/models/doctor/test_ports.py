"""What the doctor says of ports, and of what answers there."""

import pytest

from chatapp.models.doctor.ports import (
    ANSWER,
    OTHER_PORTS,
    PORT,
    check_answer,
    check_ports,
)
from chatapp.wire.findings import Finding, Verdict
from tests.chatapp.models.doctor.stage import (
    answering,
    case,
    only,
    swallowing_port,
    told,
)
from tests.chatapp.models.tls_server import serving
from tests.support.ports import closed_port


@pytest.fixture(autouse=True)
def usual_ports_are_closed(monkeypatch):
    """Whatever else runs on this machine may listen at the real ones."""
    with closed_port() as plain, closed_port() as tls:
        monkeypatch.setattr("chatapp.models.doctor.case.PLAIN_PORT", plain)
        monkeypatch.setattr("chatapp.models.doctor.case.TLS_PORT", tls)
        yield plain, tls


def test_a_port_that_answers_is_told_with_how_fast(usual_ports_are_closed):
    plain, tls = usual_ports_are_closed
    with serving(answering(b"")) as port:
        found = told(check_ports, case(port=port))

    assert found[PORT].verdict is Verdict.OK
    assert found[PORT].sentence.startswith(f"127.0.0.1 answers at port {port} after ")
    sentence = f"Nothing answers at {plain} nor at {tls}, and need not."
    assert found[OTHER_PORTS] == Finding(OTHER_PORTS, Verdict.OK, sentence)


def test_a_port_at_which_no_program_listens_is_told_so():
    with closed_port() as port:
        finding = only(check_ports, case(port=port))

    assert finding == Finding(
        PORT,
        Verdict.FAIL,
        f"127.0.0.1 is there, but no program answers at its port {port}.",
        "Start the chat on that computer, or ask which port it has.",
    )


def test_a_wrong_port_is_told_with_the_right_one(monkeypatch):
    with closed_port() as port, serving(answering(b"")) as right:
        monkeypatch.setattr("chatapp.models.doctor.case.TLS_PORT", right)

        finding = only(check_ports, case(port=port))

    assert finding.sentence == (
        f"Nothing answers at 127.0.0.1 port {port}, but something does at port {right}."
    )
    assert finding.advice == f"Type {right} as the port."


def test_other_ports_that_answer_are_told(monkeypatch):
    with serving(answering(b"")) as port, serving(answering(b"")) as other:
        monkeypatch.setattr("chatapp.models.doctor.case.TLS_PORT", other)
        found = told(check_ports, case(port=port))

    assert found[OTHER_PORTS] == Finding(
        OTHER_PORTS, Verdict.OK, f"Something answers at port {other}, too."
    )


def test_a_port_that_swallows_everything_may_be_behind_a_firewall():
    with swallowing_port() as port:
        finding = only(check_ports, case(port=port))

    assert finding == Finding(
        PORT,
        Verdict.FAIL,
        f"127.0.0.1 port {port} does not answer: it is switched off, or a firewall"
        " swallows what is sent to it.",
        "Run chatapp-server doctor on that computer, and open its firewall.",
    )


def test_a_server_to_which_there_is_no_way_is_told_so():
    with closed_port() as port:
        finding = only(check_ports, case("255.255.255.255", port))

    assert finding.sentence == "There is no way from this computer to 255.255.255.255."
    assert finding.advice == "Check that both are in the same network."


def test_of_a_name_that_nobody_knows_no_port_is_checked():
    assert list(check_ports(case("nobody..example"))) == []
    assert list(check_answer(case("nobody..example"))) == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (b"SSH-2.0-OpenSSH_9.2\r\n", "an SSH server, with which computers are looked"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "a web server."),
        (b"<!DOCTYPE HTML>\n<html>", "a web server."),
        (b"220 mail.example ESMTP\r\n", "a mail server."),
        (b"220 files.example FTP ready\r\n", "a server for files (FTP)."),
        (b"RFB 003.008\n", "a shared screen (VNC)."),
        (b"-ERR unknown command\r\n", "a database (Redis)."),
        (b"Welcome, traveller\r\n", "something else."),
    ],
)
def test_what_answers_instead_of_a_chat_server_is_named(said, name):
    with serving(answering(said)) as port:
        finding = only(check_answer, case(port=port))

    start = f"At 127.0.0.1 port {port} there is no chat server, but {name}"
    assert finding.verdict is Verdict.FAIL
    assert finding.sentence.startswith(start)
    assert finding.advice == "Ask whoever runs the chat for its port, and type that."


@pytest.mark.parametrize(
    "said",
    [b":srv CAP * LS :sasl\r\n", b"NOTICE AUTH :*** Looking\r\n", b"ERROR :full\r\n"],
)
def test_a_chat_server_is_known_by_its_words(said):
    with serving(answering(said)) as port:
        finding = only(check_answer, case(port=port))

    sentence = f"A chat server answers at 127.0.0.1 port {port}."
    assert finding == Finding(ANSWER, Verdict.OK, sentence)


def test_what_hangs_up_at_once_is_told_so():
    with serving(lambda connected: connected.shutdown(2)) as port:
        finding = only(check_answer, case(port=port))

    assert finding.verdict is Verdict.FAIL
    assert "says nothing" in finding.sentence or "hangs up" in finding.sentence


def test_what_takes_the_call_and_says_nothing_is_told_so(monkeypatch):
    monkeypatch.setattr("chatapp.models.doctor.listening.SECONDS", 0.2)
    monkeypatch.setattr("chatapp.models.connection.handshake.HANDSHAKE_SECONDS", 0.2)
    with serving(lambda connected: connected.recv(1) and connected.recv(9000)) as port:
        finding = only(check_answer, case(port=port))

    assert finding.sentence == (
        f"Something takes the call at 127.0.0.1 port {port}, but says nothing."
    )
    assert finding.advice == (
        "Check the port. If it is right, the server there has to be restarted."
    )
