"""Who may read, say and change what: every command, tried by everybody."""

import pytest

from server.commands.families import commands
from tests.security.roles import (
    CHANOP,
    EVERYBODY,
    HEARD,
    INSIDE,
    MODERATORS,
    NOBODY,
    OPERATOR,
    SIGNED_IN,
    STRANGER,
    who_may,
)
from tests.server.operating import OPERATORS
from tests.server.running import RunningServer, settings_for_tests

WHO_MAY = {
    # Coming, staying and going.
    "AUTHENTICATE *": EVERYBODY,
    "CAP LIST": EVERYBODY,
    "NICK {me}x": EVERYBODY,
    "PASS x": (STRANGER,),
    "PING x": EVERYBODY,
    "PONG x": EVERYBODY,
    "QUIT": EVERYBODY,
    "USER a 0 * :b": (STRANGER,),
    "OPER root wrong": NOBODY,
    "REGISTER other * :a long password": NOBODY,
    "VERIFY {me} 1234": NOBODY,
    # What concerns oneself alone.
    "ACCEPT {other}": SIGNED_IN,
    "AWAY :for tea": SIGNED_IN,
    "MARKREAD {room}": SIGNED_IN,
    "MONITOR + {other}": SIGNED_IN,
    "NICKSERV HELP": SIGNED_IN,
    "NS HELP": SIGNED_IN,
    "SETNAME :another": SIGNED_IN,
    "METADATA * SET url x": EVERYBODY,
    "METADATA {other} SET url x": (OPERATOR,),
    "MODE {other} +i": NOBODY,
    "MODE {me} +o": (OPERATOR,),
    # What is known of the server, and of people who are visible.
    "ADMIN": SIGNED_IN,
    "HELP": SIGNED_IN,
    "HELPOP": SIGNED_IN,
    "INFO": SIGNED_IN,
    "ISON {other}": SIGNED_IN,
    "ISUPPORT": SIGNED_IN,
    "LINKS": SIGNED_IN,
    "LIST": SIGNED_IN,
    "LUSERS": SIGNED_IN,
    "STATS u": SIGNED_IN,
    "TIME": SIGNED_IN,
    "USERHOST {other}": SIGNED_IN,
    "VERSION": SIGNED_IN,
    "WHOIS {other}": SIGNED_IN,
    # A closed room that is no secret: what it is about, and who is in it.
    "MODE {room}": SIGNED_IN,
    "MODE {room} b": SIGNED_IN,
    "NAMES {room}": SIGNED_IN,
    "TOPIC {room}": SIGNED_IN,
    "WHO {room}": SIGNED_IN,
    # What was said there, and what is kept of it.
    "CHATHISTORY LATEST {room} * 10": INSIDE,
    "CHATHISTORY AROUND {room} msgid={msgid} 10": INSIDE,
    "SEARCH in={room};text=between": INSIDE,
    "METADATA {room} LIST": INSIDE,
    # To come in, to speak, to go.
    "JOIN {room}": INSIDE,
    "PART {room}": INSIDE,
    "PRIVMSG {room} :x": HEARD,
    "@+typing=active TAGMSG {room}": HEARD,
    "BATCH +1 draft/multiline {room}\n@batch=1 PRIVMSG {room} :x\nBATCH -1": HEARD,
    # To look after the room.
    "CS REGISTER {room}": MODERATORS,  # who has an account: see test_founders.py
    "CHANSERV REGISTER {room}": MODERATORS,
    "INVITE ghost {room}": NOBODY,
    "KICK {room} {other}": MODERATORS,
    "METADATA {room} SET pinned x": (*MODERATORS, OPERATOR),
    "METADATA {room} CLEAR": (*MODERATORS, OPERATOR),
    "MODE {room} +b x!*@*": MODERATORS,
    "MODE {room} +v {other}": MODERATORS,
    "MODE {room} +o {me}": (CHANOP,),
    "MODE {room} -i": MODERATORS,
    "MODE {room} +k sesame": MODERATORS,
    "MODE {room} e": MODERATORS,
    "REDACT {room} {msgid}": (*MODERATORS, OPERATOR),
    "RENAME {room} {room}x": (CHANOP,),
    "TOPIC {room} :x": MODERATORS,
    # To look after the server.
    "DLINE 1m 192.0.2.0/24": (OPERATOR,),
    "DLINE 1m 198.51.100.0/24\nUNDLINE 198.51.100.0/24": (OPERATOR,),
    "INVITATION MAKE": (OPERATOR,),
    "KILL {other}": (OPERATOR,),
    "KLINE 1m x!*@192.0.2.1": (OPERATOR,),
    "KLINE 1m y!*@192.0.2.1\nUNKLINE y!*@192.0.2.1": (OPERATOR,),
    "REHASH": (OPERATOR,),
    "STATS k": (OPERATOR,),
    "WALLOPS :x": (OPERATOR,),
    # These answer nothing, or nothing that would be a refusal.
    "MOTD": SIGNED_IN,
    "NOTICE {room} :x": EVERYBODY,  # never answered: see below
    "WHOWAS {other}": NOBODY,
}
"""Each line, and who is not refused."""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """One server for all of them."""
    settings = settings_for_tests(
        operators=OPERATORS, accounts={"max_login_attempts": 1000}
    )
    chat = RunningServer(tmp_path_factory.mktemp("s"), settings)
    yield chat
    chat.stop()


@pytest.mark.parametrize("line", WHO_MAY)
def test_everybody_may_what_the_table_says_and_nothing_else(crowded, line):
    assert who_may(crowded, line) == WHO_MAY[line]


def test_the_table_has_every_command():
    tried = {word for line in WHO_MAY for word in line.split() if word in _names()}

    assert tried == _names()


def test_what_outsiders_say_to_a_room_without_an_answer_is_not_heard(chat):
    anna, eve = chat.join("anna"), chat.join("eve")
    anna.ask("JOIN #a", "MODE #a +n")

    eve.ask("NOTICE #a :psst", "@+typing=active TAGMSG #a")

    assert anna.roundtrip() == []


def test_nobody_makes_himself_an_operator_of_the_server(chat):
    eve = chat.join("eve")

    eve.ask("MODE eve +o", "OPER root wrong", "OPER", "OPER root")

    assert "o" not in eve.ask("MODE eve")[0].params[-1]


def _names() -> set[str]:
    return {handler.command for handler in commands}
