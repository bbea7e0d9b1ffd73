"""Who is banned from a room does not get around it by what he calls himself."""

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

BANS = ("eve!*@*", "EVE!*@*", "?v?!*@*", "*!*@127.0.0.1", "\uff45\uff56\uff45!*@*")
OUTSIDE = (
    "PRIVMSG #a :whisper",
    "NOTICE #a :whisper",
    "PRIVMSG @#a :whisper",
    "PRIVMSG +#a :whisper",
    "PRIVMSG #A :whisper",
    "PRIVMSG \uff03a,#a :whisper",
    "@+draft/react=whisper TAGMSG #a",
    "@+draft/react=whisper TAGMSG @#a",
    "TOPIC #a :whisper",
    "INVITE anna #a",
    "METADATA #a SET url whisper",
    "REDACT #a 0 :whisper",
    "RENAME #a #whisper",
    "PART #a :whisper",
)


@pytest.fixture
def room(start_server):
    """Give the operator of #a; nobody shares a room unless he wants to."""
    quiet = start_server(channels={"auto_join": ()})
    anna = quiet.join("anna", ALL_CAPABILITIES)
    anna.ask("JOIN #a")
    return quiet, anna


@pytest.mark.parametrize("ban", BANS)
def test_a_ban_holds_however_it_or_the_nick_is_written(room, ban):
    quiet, anna = room
    anna.ask(f"MODE #a +b {ban}")
    eve = quiet.join("eve", ALL_CAPABILITIES)

    assert "474" in commands(eve.ask("JOIN #A"))
    if not ban.startswith("?"):
        assert "474" in commands(eve.ask("NICK Eve", "JOIN #a"))


def test_who_changes_his_nick_inside_is_silenced_by_the_ban_of_the_new_one(room):
    quiet, anna = room
    eve = quiet.join("eve", ALL_CAPABILITIES)
    eve.ask("JOIN #a", "PRIVMSG #a :good morning")
    anna.ask("MODE #a +b m:mallory!*@*")

    eve.ask("NICK mallory")
    told = eve.ask("PRIVMSG #a :whisper")

    assert "404" in commands(told)
    assert "whisper" not in "\n".join(lines(anna.roundtrip()))


@pytest.mark.parametrize("ban", ["m:eve!*@127.0.0.1", "eve!*@*"])
def test_who_is_silenced_by_his_nick_takes_no_other_one_to_speak(room, ban):
    """A whole school may have one host: who is muted there is so by his nick."""
    quiet, anna = room
    eve = quiet.join("eve", ALL_CAPABILITIES)
    eve.ask("JOIN #a")
    anna.ask(f"MODE #a +b {ban}")
    eve.roundtrip()

    told = eve.ask("NICK mallory", "PRIVMSG #a :whisper")

    assert commands(told) == ["435", "404"]
    heard = "\n".join(lines(anna.roundtrip()))
    assert "mallory" not in heard
    assert "whisper" not in heard


def test_who_has_a_rank_or_an_exception_is_called_as_he_likes(room):
    quiet, anna = room
    eve, vera = quiet.join("eve", ALL_CAPABILITIES), quiet.join("vera")
    eve.ask("JOIN #a")
    vera.ask("JOIN #a")
    anna.ask("MODE #a +b *!*@127.0.0.1", "MODE #a +v eve", "MODE #a +e vera!*@*")

    assert "NICK" in commands(eve.ask("NICK eva"))
    assert "NICK" in commands(vera.ask("NICK verena"))


@pytest.mark.parametrize("attempt", OUTSIDE)
def test_nobody_outside_says_anything_in_a_room(room, attempt):
    quiet, anna = room
    eve = quiet.join("eve", ALL_CAPABILITIES)

    eve.ask(attempt)

    assert "whisper" not in "\n".join(lines(anna.roundtrip()))
