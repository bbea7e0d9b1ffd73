"""What people say: PRIVMSG and NOTICE, in and out, with CTCP inside them."""

from typing import TYPE_CHECKING

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.events import ServerSaid
from chatapp.models.session import multiline, typing
from chatapp.models.session.facts import Acknowledged, Heard
from chatapp.models.session.lines import sender_of
from chatapp.models.session.reacting import can_answer
from chatapp.models.session.readers import CTCP, EDIT_MARK, is_ctcp_request, read
from chatapp.models.session.table import inbound
from chatapp.wire import capabilities, markdown, tag_names
from chatapp.wire.formatting import (
    MOST_CODES,
    carry_on,
    has_formatting,
    printable,
)
from chatapp.wire.message import Message
from chatapp.wire.multiline import pieces_of, split_message
from chatapp.wire.text_split import split_text

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_LINE_BYTES = 510
_LONGEST_USER_AND_HOST = 80
_FEWEST_BYTES = 32
_OPENING = frozenset((MessageKind.TEXT, MessageKind.ACTION))
_CTCP_ANSWERS = {"VERSION": "chatapp", "CLIENTINFO": "ACTION CLIENTINFO PING VERSION"}


def lines_of(text: str) -> list[str]:
    """Part a text at its line ends; what UTF-8 cannot carry becomes question marks."""
    carried = text.encode(errors="replace").decode()
    one_end = carried.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return one_end.split("\n")


def split_for_wire(
    session: "Session", room: str, text: str, kind: MessageKind
) -> list[str]:
    """Part a text into messages that the server takes, as others will receive them."""
    room_for_text = _room_for_text(session, room, kind)
    limits = multiline.limits_of(session, kind)
    if limits:
        return split_message("\n".join(lines_of(text)), room_for_text, limits)
    return [
        part
        for line in lines_of(text)
        if line.strip()
        for part in _split_line(line, room_for_text)
    ]


def _split_line(line: str, most_bytes: int) -> list[str]:
    """Part a line; each part after the first repeats the codes that still hold."""
    if not has_formatting(line):
        return split_text(line, most_bytes)
    return carry_on(split_text(line, max(_FEWEST_BYTES, most_bytes - MOST_CODES)))


def _room_for_text(session: "Session", room: str, kind: MessageKind) -> int:
    """Give how many bytes of text fit one line of the wire."""
    source = session.address or session.nick + "x" * _LONGEST_USER_AND_HOST
    around = f":{source} PRIVMSG {room} :{wrap('', kind)}"
    return max(_FEWEST_BYTES, _LINE_BYTES - len(around.encode()))


def say(
    session: "Session", line: ChatMessage, label: str, *, is_repeat: bool = False
) -> None:
    """Send one message of a conversation; `is_repeat` if it may have been sent before.

    Raises:
        MalformedMessage: it cannot be written on the wire.
    """
    tags = _tags(session, line.client_id, label)
    if line.reply_to and can_answer(session):
        tags[tag_names.REPLY] = line.reply_to
    if line.kind is MessageKind.EDIT:
        tags[tag_names.CHATAPP_EDIT] = line.target
    if is_repeat and session.repeats_known_ids:
        tags[tag_names.CHATAPP_AGAIN] = ""
    utter(session, line.room, line.text, line.kind, tags)


def utter(
    session: "Session", room: str, text: str, kind: MessageKind, tags: dict[str, str]
) -> None:
    """Send a text, in as many lines as it needs where the server joins them.

    Raises:
        MalformedMessage: it cannot be written on the wire.
    """
    typing.forget(session, room)
    if multiline.limits_of(session, kind):
        pieces = pieces_of(wrap(text, kind), _room_for_text(session, room, kind))
        if len(pieces) > 1:
            multiline.send(session, room, pieces, tags)
            return
    command = "NOTICE" if kind is MessageKind.NOTICE else "PRIVMSG"
    session.send(command, room, wrap(text, kind), tags=tags)


def wrap(text: str, kind: MessageKind) -> str:
    """Give the text of a message of this kind as the wire has it."""
    if kind is MessageKind.EDIT:
        return f"{EDIT_MARK}{text}"
    return f"{CTCP}ACTION {text}{CTCP}" if kind is MessageKind.ACTION else text


def _tags(session: "Session", client_id: str, label: str) -> dict[str, str]:
    tags = {}
    if session.has(capabilities.LABELED_RESPONSE):
        tags[tag_names.LABEL] = label
    if session.has(capabilities.MESSAGE_TAGS):
        tags[tag_names.CHATAPP_ID] = client_id
    return tags


def as_written(line: ChatMessage) -> str:
    """Give a line as one would write it into the composer."""
    text = markdown.decode(line.text)
    if line.kind is MessageKind.ACTION:
        return f"/me {text}"
    return f"/{text}" if text.startswith("/") else text


@inbound.handles("PRIVMSG", "NOTICE", min_params=2)
def hear(session: "Session", message: Message) -> None:
    """Take in what somebody said, or the server's echo of what one said."""
    if is_ctcp_request(message):
        _answer_ctcp(session, message)
        return
    room = room_of(session, message)
    if not room:
        _hear_server(session, message)
        return
    line = read(session, message, room)
    is_channel = session.isupport.is_channel(room)
    opens = line.kind in _OPENING and not is_channel
    session.emit(Heard(line, session.label_of(message), opens))


def room_of(session: "Session", message: Message) -> str:
    """Name the conversation: a channel, or the other person."""
    sender, target = sender_of(message), message.params[0]
    symbols = session.isupport.status_prefixes or session.mode_types.symbols
    bare = target.lstrip(symbols)
    is_channel = session.isupport.is_channel
    if not is_channel(bare) and is_channel(target):
        bare = target  # "+" may begin a channel's name, too
    if is_channel(bare):
        known = session.roster.channel(bare)
        return known.name if known else bare
    if session.is_me(sender.nick):
        return target
    is_person = sender.user or not _is_server(session, sender.nick)
    return sender.nick if is_person and session.is_me(target) else ""


def _is_server(session: "Session", name: str) -> bool:
    """Tell whether a source without a user is a server: a nick has no dot."""
    return (
        not name
        or "." in name
        or session.fold(name) == session.fold(session.login.server)
    )


@inbound.handles("WALLOPS", min_params=1)
def hear_operator(session: "Session", message: Message) -> None:
    """Pass on what an operator tells everybody who wants to hear of it."""
    by, text = sender_of(message).nick, message.params[0]
    session.emit(ServerSaid(f"{by}: {text}" if by else text))


def _hear_server(session: "Session", message: Message) -> None:
    text = message.params[1]
    if session.registered and text:
        session.emit(ServerSaid(text))


def _answer_ctcp(session: "Session", message: Message) -> None:
    """Answer what is harmless to tell, and never an answer."""
    sender = sender_of(message).nick
    if message.command == "NOTICE" or not sender:
        return
    if session.is_me(sender):
        session.emit(Acknowledged(session.label_of(message)))
        return
    request, _, argument = message.params[1].strip(CTCP).partition(" ")
    answer = printable(argument) if request == "PING" else _CTCP_ANSWERS.get(request)
    if answer is not None and session.replies.take():
        session.send("NOTICE", sender, f"{CTCP}{request} {answer}{CTCP}")
