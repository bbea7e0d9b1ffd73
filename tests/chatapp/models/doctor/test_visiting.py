"""What the doctor says after a visit as a guest."""

import time
from datetime import timedelta

import pytest

from chatapp.models.doctor.guests import Guest, Visit
from chatapp.models.doctor.visiting import (
    CLOCK,
    OTHERS,
    SEEN_AS,
    SIGN_IN,
    check_visit,
)
from chatapp.wire.findings import Finding, Verdict
from tests.chatapp.models.doctor.stage import (
    SET_CLOCK,
    answering,
    case,
    interfaces,
    only,
    told,
)
from tests.chatapp.models.tls_server import serving
from tests.server.raw_client import RawClient
from tests.server.running import RunningServer, settings_for_tests
from tests.support.ports import closed_port


@pytest.fixture
def server(tmp_path):
    running = []

    def start(**sections: object) -> int:
        running.append(RunningServer(tmp_path, settings_for_tests(**sections)))
        return running[-1].server.port

    yield start
    for each in running:
        each.stop()


def test_a_guest_comes_in_and_sees_that_all_is_well(server):
    found = told(check_visit, case(port=server()))

    assert found == {
        SIGN_IN: Finding(SIGN_IN, Verdict.OK, "A guest can sign in."),
        CLOCK: Finding(
            CLOCK, Verdict.OK, "This computer and the server have the same time."
        ),
        SEEN_AS: found[SEEN_AS],
        OTHERS: Finding(
            OTHERS, Verdict.OK, "What one guest writes arrives at another one."
        ),
    }
    assert found[SEEN_AS].verdict is Verdict.OK


def test_nobody_sees_the_doctors_guests_come_and_go(server):
    port = server()
    with RawClient("127.0.0.1", port) as ada:
        ada.register("ada")
        ada.roundtrip()

        told(check_visit, case(port=port))

        assert ada.roundtrip() == []


def test_a_server_with_a_password_is_left_in_peace(server):
    finding = only(check_visit, case(port=server(server={"password": "sesame"})))

    assert finding == Finding(
        SIGN_IN,
        Verdict.OK,
        "The server lets in who has a password or an invitation, so the doctor stayed"
        " outside.",
    )


def test_a_server_that_keeps_one_out_is_told_in_its_own_words():
    with serving(answering(b"ERROR :Too many from your address.\r\n")) as port:
        finding = only(check_visit, case(port=port))

    assert finding == Finding(
        SIGN_IN,
        Verdict.FAIL,
        "The server did not let a guest in. It says: Too many from your address.",
        "Ask whoever runs the server.",
    )


@pytest.mark.parametrize("code", ["432", "433"])
def test_a_server_that_does_not_take_the_guests_nick_is_told_so(code):
    with serving(answering(f":s {code} * doc :Not this one\r\n".encode())) as port:
        finding = only(check_visit, case(port=port))

    assert finding.sentence == (
        "The server did not let a guest in. It says: Not this one"
    )


def test_the_guests_nick_is_as_short_as_any_server_takes(mocker):
    assert len(Guest(mocker.Mock()).nick) == 9


def test_a_server_that_never_lets_one_in_is_told_so(monkeypatch):
    monkeypatch.setattr("chatapp.models.doctor.guests.SECONDS", 0.2)
    with serving(answering(b":srv CAP * LS :sasl\r\n")) as port:
        finding = only(check_visit, case(port=port))

    assert finding.verdict is Verdict.FAIL
    assert finding.sentence == (
        "127.0.0.1 answers, but lets nobody in before the time is over."
    )


@pytest.mark.parametrize(
    ("skew", "sentence"),
    [
        (timedelta(seconds=-90), "This computer's clock is 90 seconds behind the"),
        (timedelta(minutes=7), "This computer's clock is 7 minutes ahead of the"),
        (timedelta(hours=-26), "This computer's clock is 26 hours behind the"),
        (timedelta(days=400), "This computer's clock is 400 days ahead of the"),
    ],
)
def test_a_clock_that_is_wrong_is_told(server, monkeypatch, skew, sentence):
    seconds = skew.total_seconds()
    real_time = time.time
    port = server()
    monkeypatch.setattr(
        "chatapp.models.doctor.guests.now", lambda: real_time() + seconds
    )

    found = told(check_visit, case(port=port))

    assert found[CLOCK] == Finding(
        CLOCK, Verdict.WARN, f"{sentence} server's.", SET_CLOCK
    )


def test_an_address_that_is_not_ones_own_tells_of_a_router(server):
    seen = Visit(seen_as="203.0.113.9", word_came=True)
    examined = case(port=server(), interfaces=interfaces(("eth0", "192.168.1.7/24")))
    examined.visit = lambda: seen

    found = told(check_visit, examined)

    assert found[SEEN_AS].sentence == (
        "The server sees this computer at 203.0.113.9, which is not its own address: a"
        " router or a VPN is between."
    )


def test_words_that_do_not_arrive_fail(server, monkeypatch):
    monkeypatch.setattr("chatapp.models.doctor.guests.WORD_SECONDS", 0.2)
    port = server(accounts={"default_user_modes": "+R"})

    found = told(check_visit, case(port=port))

    assert found[OTHERS] == Finding(
        OTHERS,
        Verdict.FAIL,
        "What one guest writes does not arrive at another one.",
        "Ask whoever runs the server whether guests may write there.",
    )


def test_where_nothing_answers_nobody_visits():
    with closed_port() as port:
        assert list(check_visit(case(port=port))) == []
