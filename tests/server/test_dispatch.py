"""Whatever a client sends, and whatever goes wrong: the others go on."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.commands.families import commands as table
from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

CAPABILITIES = (
    f"{ALL_CAPABILITIES} draft/multiline draft/event-playback draft/metadata-2 "
    "draft/message-redaction draft/read-marker soju.im/search"
)
ENDS_A_CONNECTION = {"OPER", "QUIT"}
"""Many wrong passwords do, too."""

names = sorted({each.command for each in table} - ENDS_A_CONNECTION)
usual = st.sampled_from(
    [
        *(
            "#lobby",
            "#garden",
            "@#lobby",
            "#",
            "anna",
            "bert",
            "*",
            "0",
            "1",
            "-1",
            "+",
        ),
        *(
            "-",
            "+bI",
            "-v",
            "+k",
            "*!*@*",
            "a:bert",
            "m:*",
            "LATEST",
            "BETWEEN",
            "LIST",
        ),
        *("GET", "SET", "SUB", "SYNC", "LS", "REQ", "END", "C", "S", "302", "msgid=x"),
        *("timestamp=2026-01-01T00:00:00.000Z", "timestamp=x", "text=a;in=#lobby", "é"),
        *("10", "99999999999999999999", "192.0.2.0/24", "::/0", "1d", "PLAIN", "AAAA"),
    ]
)
unusual = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=12
)
words = st.lists(usual | usual | unusual, max_size=6)
tags = st.sampled_from(
    ["", "@label=1 ", "@batch=1 ", "@+typing=active ", "@+chatapp/id=q ", "@a=\\;=;+b "]
)


@pytest.fixture
def failing(mocker):
    """Let WHOIS with a server's name fail unexpectedly."""
    return mocker.patch(
        "server.commands.whois.require_this_server", side_effect=KeyError("secret")
    )


@pytest.fixture
def visitor(chat):
    """Somebody who knows many extensions, in a room with another."""
    (_, anna) = garden(chat, "bert", "anna", capabilities=CAPABILITIES)
    return anna


@pytest.mark.usefixtures("failing")
def test_an_unexpected_error_ends_that_client_and_no_other(chat):
    anna, bert = chat.join("anna"), chat.join("bert")

    anna.send("WHOIS here anna")

    assert lines(anna.read_to_end())[-1] == "ERROR :Something went wrong in the server."
    assert commands(bert.roundtrip()) == ["QUIT"]
    assert commands(bert.ask("WHOIS bert"))[-1] == "318"


@pytest.mark.usefixtures("failing")
def test_an_unexpected_error_is_logged_with_the_shape_of_what_came(chat, caplog):
    anna = chat.join("anna")

    anna.send("@+a=b WHOIS here secret")
    anna.read_to_end()

    (record,) = (each for each in caplog.records if each.levelno == logging.ERROR)
    assert record.getMessage().startswith(
        "KeyError in WHOIS (characters, parameters, tags: [(10, 2, 1)])\n"
    )
    assert "secret" not in record.getMessage()


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tags, st.sampled_from(names), words)
def test_nothing_that_a_client_sends_goes_wrong(
    chat, visitor, caplog, tag, name, words
):
    visitor.send_bytes(f"{tag}{name} {' '.join(words)}\r\n".encode())

    visitor.roundtrip()

    assert [each.getMessage() for each in caplog.records if each.levelno > 30] == []
