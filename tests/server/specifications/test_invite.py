"""INVITE and who hears of it.

Specifications: https://modern.ircdocs.horse/#invite-message and
https://ircv3.net/specs/extensions/invite-notify
"""

from tests.server.commands.rooms import garden
from tests.server.raw_client import lines


def test_operators_who_asked_for_it_hear_of_invitations(chat):
    """https://ircv3.net/specs/extensions/invite-notify"""
    people = garden(chat, "anna", "bert", "carl", capabilities="invite-notify")
    anna, bert, carl = people
    dora = chat.join("dora")
    anna.ask("MODE #garden +h bert")
    bert.roundtrip()
    carl.roundtrip()

    answers = anna.ask("INVITE dora #garden")

    invitation = [":anna!anna@127.0.0.1 INVITE dora #garden"]
    assert lines(bert.roundtrip()) == lines(dora.roundtrip()) == invitation
    assert lines(answers) == [":chatapp.local 341 anna dora #garden"]
    assert carl.roundtrip() == []


def test_without_the_capability_nobody_else_hears_of_it(chat):
    """https://modern.ircdocs.horse/#invite-message"""
    anna, bert = garden(chat, "anna", "bert")
    dora = chat.join("dora")
    anna.ask("MODE #garden +o bert")
    bert.roundtrip()

    anna.ask("INVITE dora #garden")

    assert bert.roundtrip() == []
    assert lines(dora.ask("INVITE"))[-2:] == [
        ":chatapp.local 336 dora #garden",
        ":chatapp.local 337 dora :End of the list of invitations.",
    ]
