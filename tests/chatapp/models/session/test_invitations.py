"""What a server tells those who look after it."""

from datetime import UTC, datetime

import pytest

from chatapp.models.hosting.operator_events import (
    BecameOperator,
    Invitation,
    InvitationMade,
    InvitationRevoked,
    InvitationsListed,
    InvitedOnly,
)

ENDS_AT = datetime(2026, 11, 27, 18, tzinfo=UTC)


def test_one_is_told_to_be_an_operator(member):
    member.feed(":s 381 noor :You are an operator of this server now.")

    assert member.told(BecameOperator) == [BecameOperator()]


def test_an_invitation_that_was_made_has_a_number_and_a_token(member):
    member.feed(":s INVITATION MADE 7 * 0 30 2026-11-27T18:00:00.000Z :s3cret-token")

    (made,) = member.told(InvitationMade)
    assert made == InvitationMade(Invitation(7, 0, 30, ENDS_AT), "s3cret-token")
    assert "s3cret" not in repr(made)


def test_the_invitations_that_hold_are_told_once_their_list_is_whole(member):
    member.feed(":s INVITATION ENTRY 3 * 2 * * :host")
    member.feed(":s INVITATION ENTRY 7 #class 5 30 2026-11-27T18:00:00.000Z :host")
    assert member.told(InvitationsListed) == []

    member.feed(":s INVITATION END on")
    member.feed(":s INVITATION END on")

    listed = (Invitation(3, 2), Invitation(7, 5, 30, ENDS_AT))
    assert member.told(InvitationsListed) == [
        InvitationsListed(listed),
        InvitationsListed(()),
    ]


def test_an_invitation_that_was_taken_back_has_its_number(member):
    member.feed(":s INVITATION REVOKED 7")

    assert member.told(InvitationRevoked) == [InvitationRevoked(7)]


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("INVITATION END on", True),
        ("INVITATION END off", False),
        ("INVITATION ONLY on", True),
    ],
)
def test_who_may_join_is_told_with_the_list_and_when_it_changes(member, line, only):
    member.feed(f":s {line}")

    assert member.told(InvitedOnly) == [InvitedOnly(only)]


@pytest.mark.parametrize(
    "line",
    [
        "INVITATION MADE x * 0 * * :t",
        "INVITATION MADE 7 * 0 * soon :t",
        "INVITATION ENTRY 7",
        "INVITATION REVOKED x",
    ],
)
def test_what_makes_no_sense_is_passed_over(member, line):
    member.feed(f":s {line}", ":s INVITATION END on")

    assert member.told(InvitationMade) == []
    assert member.told(InvitationsListed) == [InvitationsListed(())]
    assert member.told(InvitationRevoked) == []
