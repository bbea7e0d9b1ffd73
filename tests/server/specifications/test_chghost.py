"""CHGHOST, and what those hear who do not know it.

Specification: https://ircv3.net/specs/extensions/chghost
"""

from server.world.people_events import HostChanged
from tests.server.commands.rooms import garden
from tests.server.raw_client import lines
from tests.server.specifications.happenings import let_happen


def move(chat):
    let_happen(chat, "bert", lambda user: HostChanged(user, "b", "hills.example"))


def test_who_knows_it_hears_one_line_and_the_moved_one_too(chat):
    """https://ircv3.net/specs/extensions/chghost#the-chghost-message"""
    anna, bert = garden(chat, "anna", "bert", capabilities="chghost")
    anna.roundtrip()

    move(chat)

    expected = [":bert!bert@127.0.0.1 CHGHOST b hills.example"]
    assert lines(anna.roundtrip()) == lines(bert.roundtrip()) == expected
    assert bert.ask("WHOIS bert")[0].params[2:4] == ("b", "hills.example")


def test_who_does_not_know_it_sees_him_leave_and_return(chat):
    """https://ircv3.net/specs/extensions/chghost"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("PART #lobby", "MODE #garden +ov bert bert")
    bert.roundtrip()

    move(chat)

    assert lines(anna.roundtrip()) == [
        ":bert!bert@127.0.0.1 QUIT :Changing host",
        ":bert!b@hills.example JOIN #garden",
        ":chatapp.local MODE #garden +ov bert bert",
    ]
    assert bert.roundtrip() == []
