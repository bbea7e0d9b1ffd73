"""One line of a client: read, guarded, handled, or refused."""

import logging
import traceback
from collections.abc import Callable, Iterable
from typing import Protocol

from chatapp.wire.capabilities import BATCH, LABELED_RESPONSE
from chatapp.wire.line_buffer import BadLine, LineFault
from chatapp.wire.message import MalformedMessage, Message, escape_tag_value
from chatapp.wire.numerics import (
    ERR_INPUTTOOLONG,
    ERR_NEEDMOREPARAMS,
    ERR_NOPRIVILEGES,
    ERR_NOTREGISTERED,
    ERR_UNKNOWNCOMMAND,
)
from chatapp.wire.tag_names import BATCH as BATCH_TAG
from chatapp.wire.this_computer import LOOPBACK
from server.commands.audit import tell_operators
from server.commands.context import Context
from server.commands.families import commands
from server.commands.multiline import lose_line, takes_line
from server.commands.orders import obey
from server.commands.ports import Services
from server.commands.returning import end_return_time
from server.commands.table import BEFORE_SIGN_IN, OPERATORS_ONLY
from server.corrections import correction_of
from server.replies import Failed, Refused, begin_reply, finish_reply
from server.step import Job, Step, render_line
from server.world.events import SessionOpened
from server.world.people_events import HearersLost
from server.world.session import Outbox, Session
from server.world.user import OPERATOR, User

log = logging.getLogger(__name__)

MAX_LABEL_CHARACTERS = 64
NO_COMMAND = "*"
ENDLESS = "Too long a line was sent."
UNANSWERED = "NOTICE"
HEADER = ":"
"""No command has one: it is a header of HTTP, and a page may have put lines behind."""

NO_HTTP = "This is a chat server. It speaks IRC, and no HTTP."

_BAD_LINES = {
    LineFault.NOT_UTF8: ("INVALID_UTF8", "This line is not UTF-8. Please send UTF-8."),
    LineFault.NUL: ("INVALID_LINE", "A line cannot contain NUL. It was left out."),
}


class Newcomer(Protocol):
    """A connection that begins, as the door knows it."""

    @property
    def address(self) -> str:
        """Where it comes from."""

    @property
    def host_name(self) -> str | None:
        """The confirmed name of that address; None: people see the address."""

    @property
    def is_secure(self) -> bool:
        """Whether it is encrypted."""


class Nowhere:
    """Where an answer goes that nobody reads."""

    def send(self, data: bytes) -> None:
        """Let it be."""

    def offer(self, data: bytes) -> int:
        """Let it be, too; all of it is taken."""
        return len(data)


NOWHERE = Nowhere()


class Dispatcher:
    """Turns what a client sent into a step; nothing a client sends makes it raise."""

    def __init__(self, services: Services) -> None:
        """Work with these services."""
        self._services = services
        self._server = services.settings.server.name
        self.refusals = 0

    def connect(self, outbox: Outbox, newcomer: Newcomer) -> Step:
        """Take a new session into the world; the step that is given names it."""
        services = self._services
        now = services.clock.seconds()
        identity, fold = format(services.numbers.next(), "x"), services.world.fold
        address, is_secure = newcomer.address, newcomer.is_secure
        user = User(identity, address, now, fold, newcomer.host_name)
        session = Session(user, outbox, address, now, is_secure=is_secure)
        step = Step(session, "")
        return self._run(step, Context.commit, SessionOpened(session))

    def line(self, session: Session, line: str | BadLine) -> Step:
        """Do what one line asks for."""
        if isinstance(line, BadLine):
            return self._bad_line(session, line)
        try:
            message = Message.parse(line)
        except MalformedMessage:
            return Step(session, "")
        label = _label(session, message) if message.tags else None
        step = Step(session, message.command, label)
        return self._run(step, _handle, message)

    def order(self, outbox: Outbox, order: Message) -> Step:
        """Do what somebody orders who looks after the server; answer to the outbox."""
        return self._run(Step(self._console(outbox), order.command), obey, order)

    def tell_operators(self, sentence: str) -> Step:
        """Tell something to the operators of the server, whoever is one now."""
        return self._run(Step(self._console(NOWHERE), ""), tell_operators, sentence)

    def end_return_time(self) -> Step:
        """Await nobody any more who was in a channel before the server's restart."""
        return self._run(Step(self._console(NOWHERE), ""), end_return_time)

    def disconnect(self, session: Session, reason: str, *, tell: bool = False) -> Step:
        """Take a session out of the world whose connection is lost, or shall end."""
        step = Step(session, "")
        if not session.is_open:
            return step
        if tell:
            return self._run(step, Context.close, session, reason)
        return self._run(step, Context.end, session, reason)

    def deafen(self, sessions: Iterable[Session]) -> None:
        """Let sessions hear nothing more whose connections are lost.

        A thousand at once end one after the other, and those who have still to end
        would all be told of each.
        """
        self._services.world.apply(HearersLost(frozenset(sessions)))

    def resume(self, earlier: Step, job: Job, result: object) -> Step:
        """Go on with a command whose long work is done, or failed with an exception."""
        step = Step(
            earlier.session,
            earlier.command,
            earlier.label,
            earlier.reply,
            earlier.reference,
        )
        if not earlier.session.is_open:
            return Step(earlier.session, "")
        if isinstance(result, Exception):
            return self._run(step, job.otherwise, result)
        return self._run(step, job.then, result)

    def unrecorded(self, step: Step) -> Step:
        """Take back a command that could not be recorded, and tell its sender."""
        for event in reversed(step.durable):
            self._services.world.undo(event)
        text = "The server could not write this to its disk. Please try again later."
        failure = Failed(step.command, "STORAGE_FAILING", text=text)
        answer = Step(step.session, step.command, step.label)
        if step.session.is_open:
            return self._run(answer, _answer, failure)
        return answer

    def correct(self, unrecorded: Step) -> Step | None:
        """Give what those are to be told who were told what was not recorded."""
        return correction_of(unrecorded, self._server)

    def farewell(self, reason: str) -> bytes:
        """Give the last line that a client reads."""
        return render_line("", f"ERROR :{reason}")

    def _console(self, outbox: Outbox) -> Session:
        address, now = LOOPBACK, self._services.clock.seconds()
        user = User("console", address, now, self._services.world.fold)
        user.operator = "console"
        session = Session(user, outbox, address, now)
        session.is_open = True
        return session

    def _bad_line(self, session: Session, line: BadLine) -> Step:
        if line.reason is LineFault.TOO_LONG:
            step = Step(session, "")
            return self._run(step, _refuse_line, Refused(ERR_INPUTTOOLONG))
        if line.reason is LineFault.ENDLESS:
            return self._run(Step(session, ""), Context.close, session, ENDLESS)
        message = _legible(line.raw)
        step = Step(session, message.command, _label(session, message))
        code, text = _BAD_LINES[line.reason]
        return self._run(step, _refuse_line, Failed(message.command, code, text=text))

    def _run(self, step: Step, do: Callable[..., object], *values: object) -> Step:
        context = Context(self._services, step.session, step)
        try:
            do(context, *values)
        except (Refused, Failed) as problem:
            self.refusals += 1
            _answer(context, problem)
        except Exception as error:  # noqa: BLE001 - it must not harm the others
            _log_failure(step, error, values)
            self._end_after_failure(context)
        if step.label is not None:
            self._answer_labelled(step)
        return step

    def _answer_labelled(self, step: Step) -> None:
        references = self._services.references
        if step.job is None:
            finish_reply(step, self._server, references)
        elif step.job.work is None:
            begin_reply(step, self._server, references)

    def _end_after_failure(self, context: Context) -> None:
        try:
            context.close(context.session, "Something went wrong in the server.")
        except Exception as error:  # noqa: BLE001 - it must not harm the others
            _log_failure(context.step, error, ())


def _handle(context: Context, message: Message) -> None:
    is_batched = context.session.batch is not None or BATCH_TAG in message.tags
    if is_batched and takes_line(context, message):
        return
    handler = commands.find(message.command)
    is_registered = context.session.is_registered
    if handler is None and HEADER in message.command and not is_registered:
        context.close(context.session, NO_HTTP)
        return
    if handler is None and is_registered:
        raise Refused(ERR_UNKNOWNCOMMAND, message.command)
    if handler is None or not (is_registered or handler.has_guard(BEFORE_SIGN_IN)):
        raise Refused(ERR_NOTREGISTERED)
    is_privileged = handler.guards and handler.has_guard(OPERATORS_ONLY)
    if is_privileged and OPERATOR not in context.user.modes:
        raise Refused(ERR_NOPRIVILEGES)
    if len(message.params) < handler.min_params:
        raise Refused(ERR_NEEDMOREPARAMS, message.command)
    handler.function(context, message)


def _refuse_line(context: Context, problem: Refused | Failed) -> None:
    _answer(context, problem)
    lose_line(context)


def _answer(context: Context, problem: Refused | Failed) -> None:
    """Tell a sender why his command cannot be done; to a NOTICE nothing is answered.

    Specification: https://www.rfc-editor.org/rfc/rfc2812#section-3.3.2
    """
    if isinstance(problem, Failed) and problem.command != UNANSWERED:
        context.fail(problem)
    elif isinstance(problem, Refused) and context.step.command != UNANSWERED:
        context.refuse(problem)


def _legible(raw: bytes) -> Message:
    """Give the command and the tags of a line that is no text; else the command "*".

    Specification: https://ircv3.net/specs/extensions/utf8-only
    """
    try:
        message = Message.parse(raw.decode(errors="replace").replace("\0", ""))
    except MalformedMessage:
        return Message(NO_COMMAND)
    is_whole = message.command.isascii() and message.command.isalnum()
    return Message(message.command if is_whole else NO_COMMAND, tags=message.tags)


def _label(session: Session, message: Message) -> str | None:
    """Give a command's label as it is written, if the client may label commands."""
    if LABELED_RESPONSE not in session.capabilities:
        return None
    label = message.tags.get("label")
    if not label or len(label) > MAX_LABEL_CHARACTERS or not session.has(BATCH):
        return None
    return escape_tag_value(label)


def _log_failure(step: Step, error: Exception, values: tuple[object, ...]) -> None:
    """Log an unexpected error without its words: they may hold what a client said."""
    shape = [
        (sum(map(len, value.params)), len(value.params), len(value.tags))
        for value in values
        if isinstance(value, Message)
    ]
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error(
        "%s in %s (characters, parameters, tags: %s)\n%s",
        type(error).__name__,
        step.command or "a connection's change",
        shape,
        frames,
    )
