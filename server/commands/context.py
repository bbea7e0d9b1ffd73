"""What a command may use: the world, the settings, and ways to answer."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from chatapp.wire.capabilities import BATCH
from server.announcements.families import AFTER, BEFORE
from server.announcements.table import Moment
from server.clock import stamp_of
from server.replies import (
    Failed,
    Numerics,
    Refused,
    numeric_body,
    numeric_text,
    safe_word,
    standard_body,
    with_tag,
)
from server.step import Job, Place, ReplyLine, Step
from server.world.capabilities import SERVER_TIME
from server.world.channel_events import ChannelEnded
from server.world.events import AwayChanged, Event, SessionClosed, UserQuit
from server.world.notes import NOTES
from server.world.people_events import NickGivenUp
from server.world.user import conversation_key_of, is_account_talk

if TYPE_CHECKING:
    from server.commands.ports import History, Services
    from server.settings.settings import Settings
    from server.world.session import Session
    from server.world.user import User
    from server.world.world import World

Result = TypeVar("Result")

NOT_DONE = "The server could not do this. Please try again."
"""Told where the reason is no matter of the asker's; it is in the log."""


class Context:
    """One command on its way: who sent it, what it changes, who hears of it."""

    __slots__ = ("_batch", "services", "session", "settings", "step", "user", "world")

    def __init__(self, services: "Services", session: "Session", step: Step) -> None:
        """Stand ready for one command of this session."""
        self.services = services
        self.world: World = services.world
        self.settings: Settings = services.settings
        self.session = session
        self.user: User = session.user
        self.step = step
        self._batch = ""

    def commit(self, event: Event) -> None:
        """Make an event true and let those hear it whom it concerns.

        Raises:
            Failed: it would have to be recorded, and recording fails at present.
        """
        step = self.step
        if event.is_durable:
            if self.services.store.is_failing:
                raise self._storage_failing()
            step.durable.append(event)
        step.events += 1
        kind = type(event)
        if (note := NOTES.get(kind)) is not None:
            step.notes.extend(note(event))
        for announce in BEFORE.get(kind, ()):
            announce(event, self._next_moment, step)
        following = self.world.apply(event)
        for announce in AFTER.get(kind, ()):
            announce(event, self._next_moment, step)
        for next_event in following:
            self.commit(next_event)
        if kind is ChannelEnded and isinstance(event, ChannelEnded):
            self._forget(event.channel.conversation)

    def reply(
        self, numeric: str, *params: str, text: str | None = None, **fields: object
    ) -> None:
        """Answer with a numeric.

        Args:
            numeric: which one.
            params: its words; what cannot stand in the middle of a line becomes "*".
            text: what stands last; without it, the sentence of the table of texts.
            fields: what the sentence's gaps are filled with.
        """
        if text is None:
            text = numeric_text(numeric, fields)
        nick = self.user.nick or "*"
        self.send(numeric_body(self.settings.server.name, nick, numeric, params, text))

    def reply_together(self, numerics: Numerics) -> None:
        """Answer with several numerics, as quickly as with one where that can be."""
        nick = self.user.nick or "*"
        if self.step.label is None and not self._batch:
            data = numerics.render(nick, self._with_time(""))
            self.step.deliveries.append((self.session, data, None, False))
            return
        for body in numerics.bodies(nick):
            self.send(body)

    def send(self, body: str, tags: str = "", place: Place = Place.TOP) -> None:
        """Answer with a line, written from its source on.

        Args:
            body: the line without tags; ":" and a source first, then the command.
            tags: rendered tags; the time is added where it is wanted and missing.
            place: where it stands in a labelled command's reply.
        """
        tags = self._with_time(tags)
        if self._batch and place is Place.TOP:
            tags = with_tag(tags, "batch", self._batch)
            place = Place.INSIDE
        self.step.tell(self.session, tags, body, place)

    def relay(self, lines: Iterable[ReplyLine]) -> None:
        """Answer with what was heard, as it was: no time is added."""
        for line in lines:
            tags, place = line.tags, line.place
            if self._batch and place is not Place.INSIDE:
                tags, place = with_tag(tags, "batch", self._batch), Place.INSIDE
            self.step.tell(self.session, tags, line.body, place)

    def say(self, command: str, *params: str, text: str | None = None) -> None:
        """Answer with a command of the server's own, for instance PONG."""
        words = [f":{self.settings.server.name} {command}", *map(safe_word, params)]
        if text is not None:
            words.append(f":{text}")
        self.send(" ".join(words))

    def notice(self, text: str, attendant: str = "") -> None:
        """Answer with a NOTICE: of the server's own, or of an attendant's name."""
        source = self.settings.server.name
        if attendant:
            source = f"{attendant}!{attendant}@{source}"
        self.send(f":{source} NOTICE {self.user.nick or '*'} :{text}")

    def refuse(self, refusal: Refused) -> None:
        """Tell the sender why a command, or a part of one, cannot be done."""
        self.reply(
            refusal.numeric, *refusal.params, text=refusal.text, **refusal.fields
        )

    def fail(self, failure: Failed) -> None:
        """Tell the sender with FAIL why a command cannot be done."""
        self.send(
            standard_body(
                self.settings.server.name,
                "FAIL",
                failure.command,
                failure.code,
                failure.context,
                failure.text,
            )
        )

    @contextmanager
    def batch(self, kind: str, *params: str) -> Iterator[None]:
        """Put the answers inside into a batch, for clients that know batches."""
        if not self.session.has(BATCH):
            yield
            return
        server = self.settings.server.name
        reference = self.services.references.next()
        words = " ".join([f":{server} BATCH +{reference} {kind}", *params])
        self.send(words)
        self._batch = reference
        try:
            yield
        finally:
            self._batch = ""
            self.send(f":{server} BATCH -{reference}", place=Place.END)

    def later(
        self,
        work: "Callable[[History], Result]",
        then: "Callable[[Context, Result], None]",
        otherwise: "Callable[[Context, Exception], None] | None" = None,
        *,
        is_slow: bool = False,
        is_proof: bool = False,
    ) -> None:
        """Let a worker do long work; the client's next lines wait for its end.

        Args:
            work: runs on a worker when all that was decided before is recorded.
            then: runs in a later turn with the result; what held before may not.
            otherwise: runs in a later turn with the error, when the work failed.
            is_slow: whether it may take so long that others should not wait for it.
            is_proof: whether it is the sum of a password, which is slow on purpose.
        """
        otherwise = otherwise or _tell_failure
        self.step.job = Job(work, then, otherwise, is_slow, is_proof)

    def next_page(self, tell: "Callable[[Context], None]") -> None:
        """Go on with a long reply when the client has taken what there is of it.

        Its next lines wait until the reply has ended. What held before may not.
        """
        self.step.job = Job(None, lambda later, _: tell(later), _tell_failure)

    def close(self, session: "Session", reason: str, error: str = "") -> None:
        """End a connection once it has been told why.

        Args:
            session: whose.
            reason: what those who share a channel hear.
            error: what the client itself is told; without it, the reason.
        """
        if session.is_open:
            self.step.tell(session, "", f"ERROR :{error or reason}")
            self.step.closing.append(session)
            self.end(session, reason)

    def end(self, session: "Session", reason: str) -> None:
        """Take a session out of the world; its user goes with his last one.

        One who stays without a connection is away then.
        """
        user = session.user
        if session.is_registered and len(user.sessions) == 1 and not user.stays:
            self.quit(user, reason)
        self.commit(SessionClosed(session))
        if user.sessions or user.stays:
            self.settle_absence(user)

    def settle_absence(self, user: "User", latest: str | None = None) -> None:
        """Let a user be away, or here, as his clients have it together."""
        text = user.absence(latest)
        if text != user.away:
            self.commit(AwayChanged(user, user.away, text))

    def quit(self, user: "User", reason: str) -> None:
        """Take a user out of the world."""
        self.commit(NickGivenUp(user, self.services.clock.seconds()))
        self.commit(UserQuit(user, reason))
        self._forget_talks_of(user)

    def _forget_talks_of(self, user: "User") -> None:
        """Delete what a guest and others who have gone said to each other."""
        if user.account is not None or not user.correspondents:
            return
        here = {other.id for other in self.world.registered() if other is not user}
        for identity in set(user.correspondents.values()) - here:
            key = conversation_key_of(user.id, identity)
            if not is_account_talk(key):
                self._forget(key)

    def _forget(self, conversation: str) -> None:
        """Delete, when it is recorded, what was said there so far."""
        number = self.services.numbers.next()
        self.step.forgotten.append((conversation, number))

    def _with_time(self, tags: str) -> str:
        if not self.session.dialect & SERVER_TIME or tags.startswith("time="):
            return tags
        stamp = stamp_of(self.services.clock.milliseconds())
        return f"time={stamp};{tags}" if tags else f"time={stamp}"

    def _next_moment(self) -> Moment:
        services = self.services
        return Moment(
            services.numbers.next(),
            services.clock.milliseconds(),
            self.settings.server.name,
        )

    def _storage_failing(self) -> Failed:
        return Failed(
            self.step.command,
            "STORAGE_FAILING",
            text="The server cannot write to its disk now. Please try again later.",
        )


def _tell_failure(context: Context, _error: Exception) -> None:
    raise Failed(context.step.command, "INTERNAL_ERROR", text=NOT_DONE)
