"""Several clients, step by step: a simple model foretells what each command does.

Now and then somebody says whatever he likes; then the model begins with what is.
"""

import logging
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.fuzzing.inputs import as_long_as_asked
from tests.fuzzing.world.agreement import disagreements, faults_of
from tests.fuzzing.world.client import Client
from tests.fuzzing.world.plain_rules import PlainRules, read_off, unlike
from tests.fuzzing.world.played_server import PlayedServer
from tests.fuzzing.world.world_target import ALL, NAMES
from tests.server.simulation.parts import NoErrors

DIALECTS = (ALL, "", "multi-prefix", "draft/channel-rename multi-prefix")
NICKS = ("anna", "bert", "cleo", "dora", "emil", "fred")
ROOMS = ("#a", "#b")
KEYS = ("", "key", "other")
RIGHT = "right"

people = st.integers(0, len(DIALECTS) - 1)
nicks = st.sampled_from(NICKS)
rooms = st.sampled_from((ROOMS[0], *ROOMS))
keys = st.sampled_from(KEYS)
keys_to_enter = st.sampled_from((RIGHT, *KEYS))
words = st.lists(
    st.sampled_from(
        [*NICKS, *ROOMS, *KEYS[1:], "+o", "-o", "+q", "+bk", "-l", "+l", "2", "*", "0"]
    )
    | st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=6),
    max_size=5,
)
# After these nobody could say any more who is who, or which rooms there are.
UNFORETOLD = {
    "QUIT",
    "KILL",
    "NICK",
    "RENAME",
    "PASS",
    "KLINE",
    "DLINE",
    "NS",
    "NICKSERV",
}
commands = st.sampled_from([name for name in NAMES if name not in UNFORETOLD])


class World(RuleBasedStateMachine):
    """Clients of a played server, and the model beside it."""

    @initialize()
    def come(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="chatapp-fuzz-")
        self._log = logging.getLogger("server")
        self._handler = NoErrors()
        self._log.addHandler(self._handler)
        self.server = PlayedServer(Path(self._folder.name), channels={"auto_join": ()})
        self.rules = PlainRules()
        self.clients: dict[int, Client] = {}
        for number in range(len(DIALECTS)):
            self._come(number)
            self.join(number, ROOMS[0], "")

    def teardown(self) -> None:
        if hasattr(self, "server"):
            for client in self.clients.values():
                client.leave()
            self.server.pass_by(1.0)
            left = list(self.server.world.users)
            self.server.close()
            self._log.removeHandler(self._handler)
            self._folder.cleanup()
            assert left == []

    def _come(self, number: int) -> None:
        self.clients[number] = Client(
            self.server, f"192.0.2.{number + 1}", DIALECTS[number]
        )
        free = next(nick for nick in NICKS if nick not in self.rules.nicks.values())
        self.clients[number].sign_in(free)
        self.rules.nicks[number] = free

    def _say(self, who: int, line: str) -> None:
        self.clients[who].say(line)

    @rule(who=people, name=rooms, key=keys_to_enter)
    def join(self, who: int, name: str, key: str) -> None:
        if key == RIGHT and name in self.rules.rooms:
            key = self.rules.rooms[name].key
        self._say(who, f"JOIN {name} {key}")
        self.rules.join(who, name, key)

    @rule(who=people, name=rooms)
    def part(self, who: int, name: str) -> None:
        self._say(who, f"PART {name}")
        self.rules.leave(who, name)

    @rule(who=people)
    def quit(self, who: int) -> None:
        self._say(who, "QUIT")
        self.rules.quit(who)
        self._come(who)

    @rule(who=people)
    def be_lost(self, who: int) -> None:
        self.clients[who].leave()
        self.rules.quit(who)
        self._come(who)

    @rule(who=people, name=rooms, other=people)
    def kick(self, who: int, name: str, other: int) -> None:
        self._say(who, f"KICK {name} {self.rules.nicks[other]}")
        self.rules.kick(who, name, other)

    @rule(
        who=people,
        name=rooms,
        other=people,
        letter=st.sampled_from("ov"),
        adding=st.booleans(),
    )
    def rank(self, who: int, name: str, other: int, letter: str, adding: bool) -> None:
        sign = "+" if adding else "-"
        self._say(who, f"MODE {name} {sign}{letter} {self.rules.nicks[other]}")
        self.rules.rank(who, name, other, letter, adding=adding)

    @rule(who=people, name=rooms, letter=st.sampled_from("imnts"), adding=st.booleans())
    def flag(self, who: int, name: str, letter: str, adding: bool) -> None:
        self._say(who, f"MODE {name} {'+' if adding else '-'}{letter}")
        self.rules.flag(who, name, letter, adding=adding)

    @rule(who=people, name=rooms, key=keys)
    def lock(self, who: int, name: str, key: str) -> None:
        self._say(who, f"MODE {name} +k {key}" if key else f"MODE {name} -k *")
        self.rules.set_key(who, name, key)

    @rule(who=people, name=rooms, limit=st.integers(0, 2))
    def limit(self, who: int, name: str, limit: int) -> None:
        self._say(who, f"MODE {name} +l {limit}" if limit else f"MODE {name} -l")
        self.rules.set_limit(who, name, limit)

    @rule(who=people, name=rooms, nick=nicks, adding=st.booleans())
    def ban(self, who: int, name: str, nick: str, adding: bool) -> None:
        self._say(who, f"MODE {name} {'+' if adding else '-'}b {nick}")
        self.rules.ban(who, name, nick, adding=adding)

    @rule(who=people, name=rooms, text=st.sampled_from(["", "tea", "cake and tea"]))
    def topic(self, who: int, name: str, text: str) -> None:
        self._say(who, f"TOPIC {name} :{text}")
        self.rules.set_topic(who, name, text)

    @rule(who=people, name=rooms, other=people)
    def invite(self, who: int, name: str, other: int) -> None:
        self._say(who, f"INVITE {self.rules.nicks[other]} {name}")
        self.rules.invite(who, name, other)

    @rule(who=people, nick=nicks)
    def rename(self, who: int, nick: str) -> None:
        self._say(who, f"NICK {nick}")
        self.rules.rename(who, nick)

    @rule(who=people, name=rooms)
    def speak(self, who: int, name: str) -> None:
        self._listen()
        before = {number: len(each.view.heard) for number, each in self.clients.items()}
        self._say(who, f"PRIVMSG {name} :hello")
        self._listen()
        heard = {
            number
            for number, each in self.clients.items()
            if any(it.command == "PRIVMSG" for it in each.view.heard[before[number] :])
        }
        assert heard - {who} == self.rules.hearers(who, name)

    @rule(who=people, command=commands, words=words)
    def say_anything(self, who: int, command: str, words: list[str]) -> None:
        self._say(who, " ".join([command, *words]))
        self.rules = self._what_is()

    @invariant()
    def all_agree(self) -> None:
        if not hasattr(self, "server"):
            return
        self._listen()
        world = self.server.world
        found = [*unlike(self.rules, self._what_is()), *faults_of(world)]
        assert [*found, *disagreements(world, self.clients.values())] == []

    def _what_is(self) -> PlainRules:
        nicks = {number: client.view.nick for number, client in self.clients.items()}
        return read_off(self.server.world, self.rules.nicks or nicks, ROOMS)

    def _listen(self) -> None:
        while sum(client.listen() for client in self.clients.values()):
            continue


World.TestCase.settings = settings(
    as_long_as_asked(usual=40),
    stateful_step_count=40,
    suppress_health_check=list(HealthCheck),
)
TestWorld = World.TestCase
