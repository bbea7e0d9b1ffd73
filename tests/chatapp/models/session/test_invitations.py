"""What a server tells those who look after it."""

import pytest

from chatapp.models.operator_events import (
    BecameOperator,
    InvitationMade,
    InvitationRevoked,
    InvitedOnly,
)


def test_one_is_told_to_be_an_operator(member):
    member.feed(":s 381 noor :You are an operator of this server now.")

    assert member.told(BecameOperator) == [BecameOperator()]


def test_an_invitation_that_was_made_has_a_number_and_a_token(member):
    member.feed(":s INVITATION MADE 7 * 0 * * :s3cret-token")

    (made,) = member.told(InvitationMade)
    assert made == InvitationMade(7, "s3cret-token")
    assert "s3cret" not in repr(made)


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


@pytest.mark.parametrize("line", ["INVITATION MADE x * 0 * * :t", "INVITATION ENTRY 7"])
def test_what_makes_no_sense_or_is_not_needed_is_passed_over(member, line):
    member.feed(f":s {line}")

    assert member.told(InvitationMade) == []
    assert member.told(InvitationRevoked) == []
