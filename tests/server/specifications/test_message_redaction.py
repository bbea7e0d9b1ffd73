"""REDACT: taking back what was said.

Specification: https://ircv3.net/specs/extensions/message-redaction
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

REDACTING = f"{ALL_CAPABILITIES} draft/message-redaction"
PLAYING_BACK = f"{REDACTING} draft/event-playback"


def say(client, target, text="a secret", tags=""):
    """Say something, and give its msgid."""
    client.roundtrip()
    (echo,) = client.ask(f"{tags}PRIVMSG {target} :{text}")
    return echo.tags["msgid"]


def history(client, target="#garden"):
    """Read all that came, and then the history."""
    client.roundtrip()
    return client.ask(f"CHATHISTORY LATEST {target} * 10")


def texts(page):
    return [each.trailing for each in page if each.command == "PRIVMSG"]


def test_members_hear_that_a_message_was_taken_back(chat):
    """https://ircv3.net/specs/extensions/message-redaction#command"""
    anna, bert = garden(chat, "anna", "bert", capabilities=REDACTING)
    msgid = say(anna, "#garden")
    bert.roundtrip()

    own = anna.ask(f"REDACT #garden {msgid} :wrong room")

    assert lines(own) == [f":anna!anna@127.0.0.1 REDACT #garden {msgid} :wrong room"]
    assert lines(bert.roundtrip()) == lines(own)
    assert own[0].tags["msgid"] != msgid


def test_without_a_reason_there_are_two_parameters(chat):
    """https://ircv3.net/specs/extensions/message-redaction#command"""
    (anna,) = garden(chat, "anna", capabilities=REDACTING)
    msgid = say(anna, "#garden")

    (answer,) = anna.ask(f"REDACT #garden {msgid}")

    assert answer.params == ("#garden", msgid)


def test_who_does_not_know_it_hears_nothing(chat):
    """https://ircv3.net/specs/extensions/message-redaction#command"""
    (anna,) = garden(chat, "anna", capabilities=REDACTING)
    (bert,) = garden(chat, "bert", capabilities=ALL_CAPABILITIES)
    anna.roundtrip()
    msgid = say(anna, "#garden")
    bert.roundtrip()

    anna.ask(f"REDACT #garden {msgid}")

    assert bert.roundtrip() == []


def test_the_history_has_the_words_no_more(chat):
    """https://ircv3.net/specs/extensions/message-redaction#chat-history"""
    anna, bert = garden(chat, "anna", "bert", capabilities=REDACTING)
    msgid = say(anna, "#garden")
    say(anna, "#garden", "no secret")

    anna.ask(f"REDACT #garden {msgid}")

    page = history(bert)
    assert texts(page) == ["no secret"]
    assert commands(page) == ["BATCH", "PRIVMSG", "BATCH"]


def test_a_trace_stands_in_the_history_for_who_reads_events(chat):
    """https://ircv3.net/specs/extensions/message-redaction#chat-history"""
    anna, bert = garden(chat, "anna", "bert", capabilities=PLAYING_BACK)
    msgid = say(anna, "#garden")
    (heard,) = anna.ask(f"REDACT #garden {msgid} :oops")

    page = history(bert)

    traces = [each for each in page if each.command == "REDACT"]
    assert lines(traces) == lines([heard])
    assert traces[0].tags["msgid"] == heard.tags["msgid"]


def test_the_trace_is_not_for_who_does_not_know_redaction(chat):
    """https://ircv3.net/specs/extensions/message-redaction#command"""
    (anna,) = garden(chat, "anna", capabilities=PLAYING_BACK)
    (bert,) = garden(
        chat, "bert", capabilities=f"{ALL_CAPABILITIES} draft/event-playback"
    )
    anna.roundtrip()
    msgid = say(anna, "#garden")
    anna.ask(f"REDACT #garden {msgid}")

    page = history(bert)

    assert "REDACT" not in commands(page)


def test_the_words_are_gone_from_the_file(chat, start_server):
    """https://ircv3.net/specs/extensions/message-redaction#security-considerations"""
    (anna,) = garden(chat, "anna", capabilities=REDACTING)
    msgid = say(anna, "#garden")
    anna.ask(f"REDACT #garden {msgid}")
    chat.stop()

    again = start_server().join("anna", REDACTING)
    again.ask("JOIN #garden")

    assert texts(history(again)) == []


def test_a_reaction_is_taken_back(chat):
    """https://ircv3.net/specs/extensions/message-redaction#command"""
    anna, bert = garden(chat, "anna", "bert", capabilities=PLAYING_BACK)
    (reaction,) = anna.ask("@+draft/react=x;+draft/reply=1 TAGMSG #garden")
    msgid = reaction.tags["msgid"]

    (answer,) = anna.ask(f"REDACT #garden {msgid}")

    assert answer.command == "REDACT"
    page = history(bert)
    assert "TAGMSG" not in commands(page)


def test_both_hear_it_in_a_direct_talk(chat):
    """https://ircv3.net/specs/extensions/message-redaction#command"""
    anna, bert = chat.join("anna", REDACTING), chat.join("bert", REDACTING)
    msgid = say(anna, "bert")
    bert.roundtrip()

    own = anna.ask(f"REDACT bert {msgid} :oops")

    assert lines(own) == [f":anna!anna@127.0.0.1 REDACT bert {msgid} oops"]
    assert lines(bert.roundtrip()) == lines(own)
    assert texts(history(bert, "anna")) == []


def test_an_operator_takes_back_what_others_said(chat):
    """https://ircv3.net/specs/extensions/message-redaction#server-implementation-considerations"""
    anna, bert = garden(chat, "anna", "bert", capabilities=REDACTING)
    msgid = say(bert, "#garden")
    anna.roundtrip()

    assert commands(anna.ask(f"REDACT #garden {msgid} :spam")) == ["REDACT"]
    assert commands(bert.roundtrip()) == ["REDACT"]


def test_others_may_not(chat):
    """https://ircv3.net/specs/extensions/message-redaction#errors"""
    anna, bert = garden(chat, "anna", "bert", capabilities=REDACTING)
    msgid = say(anna, "#garden")
    bert.roundtrip()

    (answer,) = bert.ask(f"REDACT #garden {msgid}")

    expected = ("REDACT", "REDACT_FORBIDDEN", "#garden", msgid)
    assert answer.command == "FAIL"
    assert answer.params[:4] == expected
    assert anna.roundtrip() == []
    assert texts(history(anna)) == ["a secret"]


def test_who_was_written_to_may_not(chat):
    """https://ircv3.net/specs/extensions/message-redaction#errors"""
    anna, bert = chat.join("anna", REDACTING), chat.join("bert", REDACTING)
    msgid = say(anna, "bert")
    bert.roundtrip()

    (answer,) = bert.ask(f"REDACT anna {msgid}")

    assert answer.params[1] == "REDACT_FORBIDDEN"


@pytest.mark.parametrize("msgid", ["nothing-like-it", "ffffffffffffffffffffff", "1"])
def test_what_is_not_there_is_not_taken_back(chat, msgid):
    """https://ircv3.net/specs/extensions/message-redaction#errors"""
    (anna,) = garden(chat, "anna", capabilities=REDACTING)

    (answer,) = anna.ask(f"REDACT #garden {msgid}")

    assert answer.params[:4] == ("REDACT", "UNKNOWN_MSGID", "#garden", msgid)


def test_a_message_of_elsewhere_is_not_there(chat):
    """https://ircv3.net/specs/extensions/message-redaction#errors"""
    (anna,) = garden(chat, "anna", capabilities=REDACTING)
    msgid = say(anna, "#garden")
    anna.ask("JOIN #orchard")

    (answer,) = anna.ask(f"REDACT #orchard {msgid}")

    assert answer.params[:4] == ("REDACT", "UNKNOWN_MSGID", "#orchard", msgid)


def test_it_is_taken_back_once(chat):
    """https://ircv3.net/specs/extensions/message-redaction#errors"""
    (anna,) = garden(chat, "anna", capabilities=REDACTING)
    msgid = say(anna, "#garden")
    anna.ask(f"REDACT #garden {msgid}")

    (answer,) = anna.ask(f"REDACT #garden {msgid}")

    assert answer.params[1] == "UNKNOWN_MSGID"


@pytest.mark.parametrize("target", ["#nowhere", "#garden", "nobody", "@#garden"])
def test_only_who_is_there_takes_back(chat, target):
    """https://ircv3.net/specs/extensions/message-redaction#errors"""
    garden(chat, "anna")
    bert = chat.join("bert", REDACTING)

    (answer,) = bert.ask(f"REDACT {target} 1")

    assert answer.params[:3] == ("REDACT", "INVALID_TARGET", target)


def test_a_message_that_comes_again_stays_taken_back(chat):
    """https://ircv3.net/specs/extensions/message-redaction#chat-history"""
    anna, bert = garden(chat, "anna", "bert", capabilities=REDACTING)
    msgid = say(anna, "#garden", tags="@+chatapp/id=one ")
    anna.ask(f"REDACT #garden {msgid}")
    bert.roundtrip()

    (echo,) = anna.ask("@+chatapp/id=one PRIVMSG #garden :a secret")

    assert echo.tags["msgid"] == msgid
    assert echo.trailing == ""
    assert bert.roundtrip() == []


def test_the_label_stands_on_the_answer(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    (anna,) = garden(chat, "anna", capabilities=REDACTING)
    msgid = say(anna, "#garden")

    (answer,) = anna.ask(f"@label=1 REDACT #garden {msgid}")

    assert answer.command == "REDACT"
    assert answer.tags["label"] == "1"


def test_without_a_history_it_is_not_offered(start_server):
    """https://ircv3.net/specs/extensions/message-redaction#capability"""
    client = start_server(history={"enabled": False}).connect()

    client.send("CAP LS 302")

    assert "draft/message-redaction" not in client.read_until("CAP")[-1].trailing
