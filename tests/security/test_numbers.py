"""Huge numbers, and patterns that would take for ever: nobody is held up by them."""

import pytest

from tests.server.operating import OPERATORS
from tests.server.raw_client import ALL_CAPABILITIES

HUGE = "9" * 380
NUMBERS = (
    HUGE,
    f"-{HUGE}",
    "0x7fffffff",
    "1e400",
    "٣٣",
    "²",
    "nan",
    "18446744073709551616",
)
WITH_NUMBERS = (
    "CAP LS {}",
    "CHATHISTORY LATEST #a * {}",
    "CHATHISTORY BEFORE #a msgid={} 5",
    "CHATHISTORY AROUND #a timestamp={} 5",
    "CHATHISTORY AROUND #a timestamp={}-01-01T00:00:00.000Z 5",
    "DLINE {}d 192.0.2.0/24",
    "DLINE 192.0.2.0/{}",
    "DLINE 1m {}",
    "INVITATION MAKE * {}",
    "INVITATION MAKE * 1 {}d",
    "INVITATION REVOKE {}",
    "JOIN {}",
    "KLINE {}y x!*@192.0.2.1",
    "LIST >{}",
    "LIST C<{}",
    "MARKREAD #a timestamp={}-01-01T00:00:00.000Z",
    "MARKREAD #a timestamp=9999-12-31T23:59:59.{}Z",
    "METADATA * SET url {}",
    "MODE #a +l {}",
    "MONITOR + {}",
    "NICK {}",
    "PING {}",
    "REDACT #a {}",
    "SEARCH limit={}",
    "SEARCH after={};before={}",
    "STATS {}",
    "TOPIC #a {}",
    "WHO #a %t,{}",
    "WHOWAS anna {}",
    "@label={} PING x",
    "@msgid={};time={} PRIVMSG #a :x",
)
SLOW = "*a" * 120
WITH_PATTERNS = (
    f"KLINE 1m {SLOW}b!x@192.0.2.1",
    f"LIST #{SLOW}b*",
    f"MODE #a +b {SLOW}b!*@*",
    f"MODE #a +e {'*?' * 120}",
    f"NAMES #{SLOW}",
    f"SEARCH text={'a* ' * 100}",
    f"SEARCH text={'(' * 300}",
    f"SEARCH text={chr(34) * 301}\\sNEAR(a\\sb)\\sOR\\sNOT",
    f"WHO {SLOW}b",
    f"WHO {'?*' * 200}",
)


@pytest.fixture
def olga(start_server):
    """An operator in a room, beside somebody with the longest name of one letter."""
    chat = start_server(operators=OPERATORS)
    chat.join("a" * 30).ask("JOIN #a", f"PRIVMSG #a :{'a' * 400}")
    client = chat.connect().register("olga", f"{ALL_CAPABILITIES} soju.im/search")
    client.ask(f"OPER {OPERATORS[0].name} {OPERATORS[0].password}", "JOIN #a")
    return client


@pytest.mark.parametrize("line", WITH_NUMBERS)
def test_no_number_is_too_large_for_the_server(olga, caplog, line):
    olga.ask(*(line.replace("{}", number) for number in NUMBERS))

    assert olga.ask("TIME")[-1].command == "391"
    assert [each.getMessage() for each in caplog.records if each.exc_info] == []


@pytest.mark.parametrize("line", WITH_PATTERNS)
def test_no_pattern_takes_the_server_for_ever(olga, caplog, line):
    olga.ask(line)

    assert olga.ask("TIME")[-1].command == "391"
    assert [each.getMessage() for each in caplog.records if each.exc_info] == []
