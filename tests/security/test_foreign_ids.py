"""The id of a message tells nothing, and does nothing, where one may not read it."""

import pytest

from tests.security.test_hidden import EVERYTHING, ONE_DAY, quiet
from tests.server.raw_client import commands, lines
from tests.server.specifications.happenings import log_in

__all__ = ["quiet"]


def say(client, room):
    """Say something in a room, and give its id."""
    told = client.ask(f"JOIN {room}", f"PRIVMSG {room} :a whisper")
    return next(each.tags["msgid"] for each in told if each.command == "PRIVMSG")


@pytest.mark.parametrize(
    "attempt",
    [
        "CHATHISTORY AROUND #mine msgid={msgid} 9",
        "CHATHISTORY BEFORE #mine msgid={msgid} 9",
        "CHATHISTORY AFTER #mine msgid={msgid} 9",
        "CHATHISTORY LATEST #mine msgid={msgid} 9",
        f"CHATHISTORY BETWEEN #mine msgid={{msgid}} timestamp={ONE_DAY} 9",
        "CHATHISTORY AROUND #zebra msgid={msgid} 9",
        "CHATHISTORY AROUND anna msgid={msgid} 9",
        "REDACT #mine {msgid}",
        "REDACT #zebra {msgid}",
        "REDACT anna {msgid}",
        "REDACT eve {msgid}",
        "@+draft/reply={msgid} PRIVMSG #mine :x",
        "@+draft/reply={msgid};+draft/react=x TAGMSG #zebra",
    ],
)
def test_the_id_of_a_message_elsewhere_is_of_no_use(quiet, attempt):
    anna, eve = quiet.join("anna", EVERYTHING), quiet.join("eve", EVERYTHING)
    msgid = say(anna, "#zebra")
    eve.ask("JOIN #mine")

    told = lines(eve.ask(attempt.format(msgid=msgid)))

    assert "whisper" not in "\n".join(told)
    assert anna.roundtrip() == []
    kept = anna.ask("CHATHISTORY LATEST #zebra * 9")
    assert any(each.trailing == "a whisper" for each in kept)


@pytest.mark.parametrize(
    "words", ['"whis* OR NEAR(', "%25whisper%25", "w*", "whis_er", "'--", '" OR 1=1 --']
)
def test_the_words_of_a_search_are_words_only(quiet, words):
    anna, eve = quiet.join("anna", EVERYTHING), quiet.join("eve", EVERYTHING)
    say(anna, "#zebra")

    escaped = words.replace(" ", r"\s")
    told = eve.ask(f"SEARCH :text={escaped}")

    assert commands(told) == ["BATCH", "BATCH"]


def test_what_an_account_said_is_not_the_next_guests_of_the_nick(quiet):
    anna, bert = quiet.join("anna", EVERYTHING), quiet.join("bert")
    bert.ask("JOIN #a")
    log_in(quiet, "anna", "Anna")
    msgid = say(anna, "#a")
    anna.send("QUIT")
    anna.read_to_end()

    again = quiet.join("anna", EVERYTHING)
    told = again.ask("JOIN #a", f"REDACT #a {msgid}")

    assert "REDACT_FORBIDDEN" in told[-1].params
