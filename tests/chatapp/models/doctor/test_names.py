"""What the doctor says of the server's name."""

import socket

import pytest

from chatapp.models.doctor.names import NAME, check_name
from chatapp.wire.findings import Finding, Verdict
from tests.chatapp.models.doctor.stage import case, only


@pytest.fixture
def nobody_is_known(monkeypatch):
    def look_up(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", look_up)


def test_a_name_is_told_with_its_address():
    finding = only(check_name, case("localhost"))

    assert finding.verdict is Verdict.OK
    assert finding.sentence.startswith("localhost is ")
    assert "127.0.0.1" in finding.sentence


def test_an_address_needs_no_name():
    sentence = "127.0.0.1 is an address, so no name has to be looked up."
    assert only(check_name, case()) == Finding(NAME, Verdict.OK, sentence)


@pytest.mark.usefixtures("nobody_is_known")
def test_a_name_that_nobody_knows_fails():
    assert only(check_name, case("chat.exmaple.org")) == Finding(
        NAME,
        Verdict.FAIL,
        "No computer is known by the name chat.exmaple.org.",
        "Check the spelling, or type its IP address.",
    )


@pytest.mark.parametrize("name", ["nobody..example", f"{'x' * 64}.example"])
def test_a_name_that_can_be_nobodys_fails(name):
    finding = only(check_name, case(name))

    assert finding.verdict is Verdict.FAIL
    assert finding.sentence == f"No computer is known by the name {name}."


@pytest.mark.usefixtures("nobody_is_known")
def test_a_name_is_told_as_it_was_typed():
    assert "by the name zoë." in only(check_name, case("xn--zo-ija")).sentence


@pytest.mark.usefixtures("nobody_is_known")
def test_a_name_of_the_local_network_is_asked_of_the_computers_near():
    assert only(check_name, case("ada.local")) == Finding(
        NAME,
        Verdict.FAIL,
        "No computer near answers to the name ada.local.",
        "Check that it is on and in the same network, or type its IP address.",
    )


def test_a_name_that_takes_long_is_told_with_what_to_type_instead(monkeypatch):
    monkeypatch.setattr("chatapp.models.doctor.names.SLOW_SECONDS", 0.0)

    finding = only(check_name, case("localhost"))

    assert finding.verdict is Verdict.WARN
    assert finding.sentence.startswith("It took 0 seconds to find out that localhost")
    assert finding.advice.endswith(" instead of the name.")
