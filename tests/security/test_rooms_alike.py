"""No room can be taken for another one by a name that looks alike."""

import pytest

from tests.server.raw_client import commands, lines

RENAMING = "draft/channel-rename"
FOREIGN = "#g\u0430rden"  # with a Cyrillic a


@pytest.fixture
def anna(chat):
    """Somebody who has made #garden."""
    anna = chat.join("anna", RENAMING)
    anna.ask("JOIN #garden")
    return anna


@pytest.mark.parametrize("name", [FOREIGN, "#gar\u0501en", "#\u0261arden"])
def test_nobody_makes_a_room_that_looks_like_another(chat, anna, name):
    told = chat.join("eve").ask(f"JOIN {name}")

    assert commands(told) == ["476"]
    assert "#garden" in told[0].trailing


def test_nor_does_a_room_take_such_a_name(chat, anna):
    eve = chat.join("eve", RENAMING)
    eve.ask("JOIN #mine")

    told = eve.ask(f"RENAME #mine {FOREIGN}")

    assert told[0].params[:2] == ("RENAME", "CANNOT_RENAME")


def test_a_plain_name_is_refused_where_the_other_was_first(chat):
    chat.join("anna").ask(f"JOIN {FOREIGN}")

    assert commands(chat.join("eve").ask("JOIN #garden")) == ["476"]


def test_a_room_may_be_renamed_to_what_looks_like_itself(chat, anna):
    told = anna.ask(f"RENAME #garden {FOREIGN}")

    assert commands(told) == ["RENAME"]
    assert commands(chat.join("eve").ask("JOIN #garden")) == ["476"]


def test_a_room_that_is_gone_or_renamed_is_in_nobodys_way(chat, anna):
    eve = chat.join("eve")
    anna.ask("RENAME #garden #park")
    before = eve.ask(f"JOIN {FOREIGN}", f"PART {FOREIGN}")

    anna.ask("RENAME #park #garden", "PART #garden")
    after = eve.ask(f"JOIN {FOREIGN}")

    assert commands(before)[0] == commands(after)[0] == "JOIN"


def test_a_refusal_does_not_tell_of_a_secret_room(chat, anna):
    anna.ask("MODE #garden +s")

    told = chat.join("eve").ask(f"JOIN {FOREIGN}")

    assert commands(told)[0] == "JOIN"
    assert "#garden" not in "\n".join(lines(told))
