"""Capabilities are agreed on with the server, before and after the welcome."""

import pytest

from chatapp.models.session.facts import (
    Registered,
)
from tests.chatapp.models.session.stage import SessionStage


def test_only_wanted_capabilities_of_a_list_in_parts_are_asked_for(newcomer):
    newcomer.feed("CAP * LS * :sasl=PLAIN echo-message multi-prefix")
    newcomer.feed("CAP * LS :message-tags unknown/thing batch")

    assert newcomer.sent == ["CAP REQ :message-tags echo-message batch multi-prefix"]


def test_the_negotiation_ends_when_everything_is_answered(newcomer):
    newcomer.feed("CAP * LS :batch echo-message", "CAP * ACK :batch echo-message")

    assert newcomer.sent[-1] == "CAP END"
    assert newcomer.session.capabilities == {"batch", "echo-message"}


def test_capabilities_refused_together_are_asked_for_one_by_one(newcomer):
    newcomer.feed("CAP * LS :batch echo-message", "CAP * NAK :echo-message batch")
    newcomer.feed("CAP * ACK :echo-message", "CAP * NAK :batch")

    assert newcomer.sent[1:] == ["CAP REQ echo-message", "CAP REQ batch", "CAP END"]
    assert newcomer.session.capabilities == {"echo-message"}


@pytest.mark.parametrize("repeated", ["batch echo-", "", "cut-short"])
def test_a_refusal_that_is_cut_short_leaves_nothing_awaited(newcomer, repeated):
    newcomer.feed("CAP * LS :batch echo-message setname", f"CAP * NAK :{repeated}")
    asked = newcomer.sent[1:]
    newcomer.feed("CAP * ACK :batch", "CAP * NAK :setname", "CAP * ACK :echo-message")

    alone = ["echo-message", "batch", "setname"]
    assert asked == [f"CAP REQ {name}" for name in alone]
    assert newcomer.sent[-1] == "CAP END"
    assert newcomer.session.capabilities == {"batch", "echo-message"}


def test_one_of_two_requests_is_refused_and_the_other_one_still_awaited(newcomer):
    newcomer.feed("CAP * LS :batch", "CAP * NEW :setname", "CAP * NAK :setname")
    before = newcomer.sent[-1]
    newcomer.feed("CAP * ACK :batch")

    assert [before, newcomer.sent[-1]] == ["CAP REQ setname", "CAP END"]


def test_without_a_wanted_capability_the_negotiation_ends_at_once(newcomer):
    newcomer.feed("CAP * LS :sts=port=6697")

    assert newcomer.sent == ["CAP END"]


def test_a_server_without_capabilities_is_no_hindrance(newcomer):
    newcomer.feed(
        ":s 421 * CAP :Unknown command",
        ":s 001 noor :Welcome",
        ":s 422 noor :No message of the day",
    )

    assert newcomer.told(Registered) == [Registered("noor")]
    assert newcomer.session.capabilities == set()


def test_a_new_capability_is_taken_and_a_withdrawn_one_given_up():
    stage = SessionStage().sign_in("batch cap-notify")

    stage.feed("CAP noor NEW :away-notify", "CAP noor ACK :away-notify")
    stage.feed("CAP noor DEL :batch")

    assert stage.sent == ["CAP REQ away-notify"]
    assert stage.session.capabilities == {"cap-notify", "away-notify"}


def test_capabilities_without_end_are_bounded(newcomer):
    newcomer.feed(*[f"CAP * LS * :a{number} b{number}" for number in range(400)])
    newcomer.feed(*[f"CAP * NEW :c{number} d{number}" for number in range(400)])

    assert len(newcomer.session.login.offered) == 500


def test_what_is_offered_over_and_over_is_asked_for_once():
    stage = SessionStage().sign_in("cap-notify")

    stage.feed(*["CAP noor NEW :batch", "CAP noor DEL :batch"] * 50)
    stage.feed("CAP noor NEW :batch", "CAP noor ACK :batch")

    assert stage.sent == ["CAP REQ batch"]
    assert stage.session.login.requests == []
    assert stage.session.has("batch")


def test_a_server_may_take_back_a_capability_by_acknowledging_it():
    stage = SessionStage().sign_in("batch")

    stage.feed("CAP noor ACK :-batch")

    assert stage.session.capabilities == set()
