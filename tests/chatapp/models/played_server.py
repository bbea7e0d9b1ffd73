"""A server for tests that keeps a log, and answers only when the test lets it."""

from collections import deque
from dataclasses import dataclass

from chatapp.models.entities import Connectedness
from chatapp.wire.message import Message
from tests.chatapp.models.fakes import FULL, NetworkStage

PAGE = 5


@dataclass
class Said:
    msgid: int
    sender: str
    text: str
    client_id: str

    def render(self, extra: str = "") -> str:
        tags = f"msgid=m{self.msgid:04};time=2026-11-22T10:00:00.{self.msgid:03}Z"
        if self.client_id:
            tags += f";+chatapp/id={self.client_id}"
        return f"@{extra}{tags} :{self.sender}!u@h PRIVMSG #lobby :{self.text}"


class PlayedServer:
    """One room's log, and one client whose line can be cut at any moment."""

    def __init__(self, *, knows_ids: bool) -> None:
        self.stage = NetworkStage()
        self.log: list[Said] = []
        self.knows_ids = knows_ids
        self._requests: deque[Message] = deque()
        self._words = 0
        self.stage.network.connect("chat.example", 6667, "noor")
        self._let_in()

    @property
    def is_connected(self) -> bool:
        return self.stage.network.state is Connectedness.ONLINE

    def others_say(self) -> None:
        """Let somebody else say something."""
        said = self._keep("ann", self._next_words("other"), "")
        if self.is_connected:
            self.stage.wire.feed(said.render())

    def client_says(self) -> None:
        """Let the client write something, connected or not."""
        self.stage.network.say("#lobby", self._next_words("mine"))

    def client_scrolls_back(self) -> None:
        self.stage.network.fetch_older("#lobby")

    def answer(self) -> bool:
        """Answer the oldest thing the client asked; False when there is none."""
        self._listen()
        if not self.is_connected or not self._requests:
            return False
        request = self._requests.popleft()
        if request.command == "CHATHISTORY":
            self._give_page(request)
        elif request.command == "PRIVMSG":
            self._take(request, echo=True)
        return True

    def cut(self, processed: int) -> None:
        """Cut the line; so many of the requests under way had still arrived."""
        if not self.is_connected:
            return
        self._listen()
        for request in list(self._requests)[:processed]:
            if request.command == "PRIVMSG":
                self._take(request, echo=False)
        self._requests.clear()
        self.stage.wire.end()

    def come_back(self) -> None:
        """Let the client reconnect."""
        if self.is_connected:
            return
        while self.stage.network.state is not Connectedness.CONNECTING:
            self.stage.time.pass_by(0.5)
        self._let_in()

    def settle(self) -> None:
        """Be connected, and answer until nothing is asked any more."""
        self.come_back()
        while self.answer():
            pass

    def _let_in(self) -> None:
        known = f"{FULL} chatapp/id=h1" if self.knows_ids else FULL
        self.stage.welcome(known)
        self.stage.wire.feed(f":s 005 noor CHATHISTORY={PAGE} :are supported")
        self.stage.wire.take_sent()
        self.stage.enter()

    def _listen(self) -> None:
        self._requests.extend(map(Message.parse, self.stage.wire.take_sent()))

    def _next_words(self, who: str) -> str:
        self._words += 1
        return f"{who}-{self._words}"

    def _keep(self, sender: str, text: str, client_id: str) -> Said:
        said = Said(len(self.log), sender, text, client_id)
        self.log.append(said)
        return said

    def _take(self, request: Message, *, echo: bool) -> None:
        client_id = request.tags["+chatapp/id"]
        known = [said for said in self.log if said.client_id == client_id]
        if known and self.knows_ids:
            said = known[0]
        else:
            said = self._keep("noor", request.params[1], client_id)
        if echo:
            label = request.tags["label"]
            self.stage.wire.feed(said.render(f"label={label};"))

    def _give_page(self, request: Message) -> None:
        form, room, reference, limit = request.params
        start, end = 0, len(self.log)
        if form == "BEFORE":
            end = int(reference.removeprefix("msgid=m"))
        elif reference.startswith("msgid="):
            start = int(reference.removeprefix("msgid=m")) + 1
        page = self.log[max(start, end - int(limit)) : end]
        self.stage.wire.feed(f":s BATCH +p chathistory {room}")
        self.stage.wire.feed(*(said.render("batch=p;") for said in page))
        self.stage.wire.feed(":s BATCH -p")
