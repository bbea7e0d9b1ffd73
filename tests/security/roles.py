"""Who stands how to a closed room, to be tried with each command."""

import itertools

from chatapp.wire.message import Message
from tests.server.operating import OPERATORS
from tests.server.raw_client import RawClient
from tests.server.running import RunningServer

STRANGER, GUEST, MEMBER, VOICE, HALFOP, CHANOP, OPERATOR = (
    "stranger",
    "guest",
    "member",
    "voice",
    "halfop",
    "chanop",
    "operator",
)
ROLES = (STRANGER, GUEST, MEMBER, VOICE, HALFOP, CHANOP, OPERATOR)
"""A stranger has not signed in; guest and operator (of the server) are outside."""

NOBODY: tuple[str, ...] = ()
EVERYBODY = ROLES
SIGNED_IN = ROLES[1:]
INSIDE = (MEMBER, VOICE, HALFOP, CHANOP)
HEARD = (VOICE, HALFOP, CHANOP)
MODERATORS = (HALFOP, CHANOP)

_RANKS = {VOICE: "v", HALFOP: "h", CHANOP: "o"}
CAPABILITIES = (
    "batch draft/chathistory draft/channel-rename draft/message-redaction "
    "draft/metadata-2 draft/multiline draft/read-marker echo-message message-tags "
    "soju.im/search standard-replies"
)
_WELCOME = ("422",)


class Stage:
    """A room that is closed and moderated, its founder, and one who spoke in it."""

    _numbers = itertools.count(1)

    def __init__(self, chat: RunningServer) -> None:
        number = next(self._numbers)
        self._chat = chat
        self._eve = f"eve{number}"
        self.room, self.other = f"#closed{number}", f"bob{number}"
        self._boss = chat.join(f"boss{number}", CAPABILITIES)
        self._bob = chat.join(self.other, CAPABILITIES)
        for client in (self._boss, self._bob):
            client.ask(f"JOIN {self.room}")
        echo = self._bob.ask(f"PRIVMSG {self.room} :between us")
        self.msgid = next(each.tags["msgid"] for each in echo if "msgid" in each.tags)
        self._boss.ask(f"MODE {self.room} +imnt", f"TOPIC {self.room} :a quiet topic")

    def close(self) -> None:
        """Let everybody leave."""
        for client in (self._boss, self._bob):
            client.close()

    def comes(self, role: str) -> RawClient:
        """Give a client that has this role."""
        if role == STRANGER:
            return self._chat.connect()
        client = self._chat.join(self._eve, CAPABILITIES)
        if role == OPERATOR:
            client.ask(f"OPER {OPERATORS[0].name} {OPERATORS[0].password}")
        if role in INSIDE:
            self._boss.ask(f"INVITE {self._eve} {self.room}")
            client.ask(f"JOIN {self.room}")
        if role in _RANKS:
            self._boss.ask(f"MODE {self.room} +{_RANKS[role]} {self._eve}")
        client.roundtrip()
        return client

    def may(self, role: str, line: str) -> bool:
        """Tell whether somebody of a role may send a line."""
        with self.comes(role) as client:
            written = line.format(
                room=self.room, other=self.other, msgid=self.msgid, me=self._eve
            )
            client.send(*written.split("\n"), f"PING {role}")
            try:
                heard = client.read_to(lambda each: each.params[-1:] == (role,))
            except EOFError:
                return line.startswith("QUIT")
        return not any(map(_is_refusal, heard))


def who_may(chat: RunningServer, line: str) -> tuple[str, ...]:
    """Give the roles that may send a line, each on a stage of its own."""
    able = []
    for role in ROLES:
        stage = Stage(chat)
        if stage.may(role, line):
            able.append(role)
        stage.close()
    return tuple(able)


def _is_refusal(message: Message) -> bool:
    if message.command == "FAIL":
        return True
    return message.command[:1] in ("4", "5") and message.command not in _WELCOME
