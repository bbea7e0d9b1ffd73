"""Who may not speak in a room says nothing there by any other door."""

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, lines

REDACTING = f"{ALL_CAPABILITIES} draft/message-redaction draft/metadata-2"
SILENCES = ("+m", "+b m:eve!*@*", "+b eve!*@*", "+M")


@pytest.mark.parametrize("silence", SILENCES)
@pytest.mark.parametrize(
    "attempt",
    [
        "PRIVMSG #a :whisper",
        "NOTICE #a :whisper",
        "PRIVMSG @#a :whisper",
        "PRIVMSG #a :\x01ACTION whisper\x01",
        "@+draft/react=whisper TAGMSG #a",
        "@label=1 PRIVMSG #a :whisper",
        "REDACT #a {msgid} :whisper",
        "METADATA #a SET url whisper",
        "TOPIC #a :whisper",
        "PART #a :whisper",
    ],
)
def test_who_may_not_speak_is_heard_by_no_other_door(chat, silence, attempt):
    anna, eve = chat.join("anna", REDACTING), chat.join("eve", REDACTING)
    anna.ask("JOIN #a")
    eve.ask("JOIN #a")
    said = eve.ask("PRIVMSG #a :good morning")
    msgid = next(each.tags["msgid"] for each in said if "msgid" in each.tags)
    anna.ask("MODE #a -t", f"MODE #a {silence}")

    eve.ask(attempt.format(msgid=msgid))

    heard = "\n".join(lines(anna.roundtrip()))
    assert "whisper" not in heard


@pytest.mark.parametrize("silence", SILENCES)
def test_who_may_not_speak_has_no_last_words(chat, silence):
    anna, eve = chat.join("anna", REDACTING), chat.join("eve", REDACTING)
    anna.ask("JOIN #a")
    eve.ask("JOIN #a")
    anna.ask(f"MODE #a {silence}")

    eve.send("QUIT :whisper")
    eve.read_to_end()

    heard = lines(anna.roundtrip())
    assert any(each.split()[1] == "QUIT" for each in heard)
    assert "whisper" not in "\n".join(heard)


def test_who_is_silenced_can_still_take_his_words_back(chat):
    anna, eve = chat.join("anna", REDACTING), chat.join("eve", REDACTING)
    anna.ask("JOIN #a")
    eve.ask("JOIN #a")
    said = eve.ask("PRIVMSG #a :good morning")
    msgid = next(each.tags["msgid"] for each in said if "msgid" in each.tags)
    anna.ask("MODE #a +m")
    anna.roundtrip()

    eve.ask(f"REDACT #a {msgid} :whisper")

    (told,) = [each for each in anna.roundtrip() if each.command == "REDACT"]
    assert told.params == ("#a", msgid)


def test_whoever_reads_accounts_only_hears_no_reason_of_a_guest(chat):
    anna, eve = chat.join("anna", REDACTING), chat.join("eve", REDACTING)
    said = eve.ask("PRIVMSG anna :good morning")
    msgid = next(each.tags["msgid"] for each in said if "msgid" in each.tags)
    anna.ask("MODE anna +R")

    eve.ask(f"REDACT anna {msgid} :whisper")

    assert "whisper" not in "\n".join(lines(anna.roundtrip()))


def test_whoever_reads_accounts_only_is_asked_into_no_room_by_a_guest(chat):
    """The name of a room may be an insult, and nobody has to accept it."""
    anna, eve = chat.join("anna", REDACTING), chat.join("eve", REDACTING)
    anna.ask("MODE anna +R")
    eve.ask("JOIN #whisper")

    told = eve.ask("INVITE anna #whisper")

    assert "477" in [each.command for each in told]
    assert "whisper" not in "\n".join(lines(anna.roundtrip()))
