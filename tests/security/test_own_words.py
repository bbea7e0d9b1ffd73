"""Attacks on who said something and when: sources, tags and batches of one's own."""

import pytest

TAGS = (
    "account-tag batch draft/chathistory draft/multiline echo-message labeled-response "
    "message-tags server-time"
)
FALSE = "account=anna;bot;msgid=mine;time=2001-01-01T00:00:00.000Z"
HEARD = (
    f"@{FALSE} PRIVMSG {{0}} :well",
    f"@{FALSE} NOTICE {{0}} :well",
    f"@{FALSE};+typing=active TAGMSG {{0}}",
    ":anna!anna@127.0.0.1 PRIVMSG {0} :well",
    ":chatapp.local NOTICE {0} :well",
    f"BATCH +q draft/multiline {{0}}\n@batch=q;{FALSE} PRIVMSG {{0}} :well\nBATCH -q",
)
LOST = (
    "@batch=q PRIVMSG {0} :well",
    "BATCH +q chathistory {0}\n@batch=q PRIVMSG {0} :well\nBATCH -q",
    "PRIVMSG {0} :well\r:anna!anna@127.0.0.1 PRIVMSG {0} :well",
)


def is_true(line):
    """Tell whether a line is eve's, and has no tag that she made for it."""
    is_hers = line.source.startswith("eve!")
    made = {"account", "bot"} & line.tags.keys()
    is_now = not line.tags.get("time", "").startswith("2001")
    return is_hers and is_now and not made and line.tags.get("msgid") != "mine"


@pytest.mark.parametrize(("attempts", "is_heard"), [(HEARD, True), (LOST, False)])
def test_what_one_says_is_said_by_oneself_and_now(chat, attempts, is_heard):
    anna, eve = chat.join("anna", TAGS), chat.join("eve", TAGS)
    anna.roundtrip()

    for attempt in attempts:
        for target in ("#lobby", "anna"):
            eve.ask(*attempt.format(target).split("\n"))
            heard = [it for it in anna.roundtrip() if it.command != "BATCH"]

            assert bool(heard) == is_heard, attempt
            assert all(map(is_true, heard)), attempt
    told = anna.ask("CHATHISTORY LATEST #lobby * 50")
    assert all(it.source.startswith("eve!") for it in told if it.trailing == "well")
