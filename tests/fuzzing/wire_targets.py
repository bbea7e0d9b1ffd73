"""What `chatapp.wire` reads that comes from elsewhere, and what must hold of it."""

from contextlib import suppress

from chatapp.wire.announcement import Announcement, MalformedAnnouncement, shorten_name
from chatapp.wire.capabilities import (
    parse_capabilities,
    render_capabilities,
    split_capabilities,
)
from chatapp.wire.extended_bans import account_mask, mute_of, read_ban
from chatapp.wire.findings import Finding, Verdict, render_report
from chatapp.wire.firewalls import FIREWALLS, Answer
from chatapp.wire.formatting import carry_on, printable, strip_formatting, styled
from chatapp.wire.invite_link import InviteLink, MalformedLink
from chatapp.wire.isupport import Isupport, render_isupport
from chatapp.wire.lenient_lines import MOST_LINE_BYTES, LenientLines
from chatapp.wire.line_buffer import BadLine, LineBuffer, LineFault
from chatapp.wire.links import hidden_host, host_of
from chatapp.wire.lookalikes import appearance
from chatapp.wire.markdown import decode, encode
from chatapp.wire.markdown_blocks import blocks, code_blocks
from chatapp.wire.markdown_marks import parts
from chatapp.wire.message import (
    MalformedMessage,
    Message,
    Source,
    parse_tags,
    render_tags,
)
from chatapp.wire.modes import parse_modes, render_modes
from chatapp.wire.multiline import join_pieces, parse_limits, pieces_of, split_message
from chatapp.wire.name_order import place_of
from chatapp.wire.names import check_channel, check_nick, fold, fold_with, normalize
from chatapp.wire.short_code import MalformedCode, ShortCode, looks_like_code
from chatapp.wire.similar_names import similar_nick
from chatapp.wire.text_split import split_text
from chatapp.wire.this_computer import is_here
from chatapp.wire.timestamps import milliseconds, parse_time, render_time
from chatapp.wire.transport_policy import MOST_SECONDS, TransportPolicy
from tests.fuzzing.secret_targets import sasl, secrets
from tests.fuzzing.target import Target, on_line, on_text
from tests.fuzzing.wire_words import (
    CODES,
    COMMANDS,
    FIREWALL,
    LINKS,
    MARKS,
    NAMES,
    SERVICES,
    TIMES,
    TOKENS,
)

CASEMAPPINGS = ("ascii", "rfc1459", "rfc1459-strict", "precis", "unheard-of")


def message(line: str) -> None:
    """What is read and can be written is read as the same again."""
    with suppress(MalformedMessage):
        read = Message.parse(line)
        Source.parse(read.source or "")
        assert Message.parse(read.render()) == read


def tags(text: str) -> None:
    """Tags that can be written are read as the same, and are one word."""
    read = parse_tags(text)
    with suppress(MalformedMessage):
        written = render_tags(read)
        assert " " not in written
        assert parse_tags(written) == read


def lines(data: bytes) -> None:
    """Where the bytes are cut makes no difference, and what is kept is bounded."""
    whole, cut = LineBuffer(64, 128), LineBuffer(64, 128)
    step = data[0] % 7 + 1 if data else 1
    found = [*whole.feed(data), *whole.feed(b"\n")]
    found_cut = []
    for start in range(0, len(data), step):
        found_cut += cut.feed(data[start : start + step])
        assert len(cut._pending) <= 64 + 128
    found_cut += cut.feed(b"\n")
    assert _without_endless(found) == _without_endless(found_cut)
    assert all("\n" not in each for each in found if isinstance(each, str))


def _without_endless(found: list[str | BadLine]) -> list[str | BadLine]:
    return [each for each in found if each != BadLine(LineFault.ENDLESS)]


def lenient_lines(data: bytes) -> None:
    """The same holds of a server's lines, and each of them can be parsed or skipped."""
    whole, cut = LenientLines(), LenientLines()
    step = data[0] % 7 + 1 if data else 1
    data *= MOST_LINE_BYTES // 64 if data[:1] == b"x" else 1
    found = [*whole.feed(data), *whole.feed(b"\n")]
    found_cut = []
    for start in range(0, len(data), step * 100):
        found_cut += cut.feed(data[start : start + step * 100])
        assert len(cut._pending) <= MOST_LINE_BYTES + 1
    assert found == [*found_cut, *cut.feed(b"\n")]
    assert not any("\n" in each or "\r" in each or "\0" in each for each in found)


def markdown(text: str) -> None:
    """No word is lost; what is written of codes is made the same codes, if it can."""
    sent = encode(text)
    decode(text)
    assert encode(decode(sent)) == sent or "\\" in text or _has_codes(text)
    for line in text.split("\n"):
        assert "".join(part.text for part in parts(line)) == line
    list(blocks(text))
    code_blocks(text)


def _has_codes(text: str) -> bool:
    return any(ord(each) < 32 and each != "\n" for each in text)


def formatting(text: str) -> None:
    """Taken apart at its codes, a text has the words that it has without them."""
    assert "".join(part for _, part in styled(text)) == strip_formatting(text)
    carry_on([text, text])
    assert not any(ord(each) < 32 or each in "\u202e\u2066" for each in printable(text))


def modes(line: str) -> None:
    """Whatever modes a server has: what is read of a change is written the same."""
    first, *words = line.split(" ")
    types = Isupport({"CHANMODES": first, "PREFIX": first[::-1]}).mode_types
    modestring, *arguments = words or [""]
    read = parse_modes(modestring, arguments, types).changes
    written = render_modes(read)
    if written:
        assert parse_modes(written[0], written[1:], types).changes == read


def isupport(line: str) -> None:
    """Whatever a server says of itself, everything can be asked of it."""
    first, *words = line.split(" ")
    known = Isupport().with_tokens(words).with_tokens([first])
    kinds = known.mode_types
    kinds.split_symbols(line)
    kinds.rank(line)
    kinds.symbols_of(kinds.letters_of(line))
    known.fold(line)
    known.is_channel(line)
    known.lets_through(first)
    limits = (known.nick_length, known.channel_length, known.topic_length)
    more = (known.kick_length, known.away_length, known.history_limit)
    assert all(each is None or each >= 0 for each in limits + more)
    values = {name: value for name, value in known.values.items() if value}
    told = [token for row in render_isupport(values) for token in row]
    assert dict(Isupport().with_tokens(told).values) == values
    account_mask(known, first)
    mute_of(known, first)
    read_ban(known, "b", line)
    read_ban(known, "q", line)


def invitations(text: str) -> None:
    """An invitation that is taken can be written, and is the same then."""
    with suppress(MalformedLink):
        link = InviteLink.parse(text)
        assert InviteLink.parse(link.render()) == link
    looks_like_code(text)
    with suppress(MalformedCode):
        code = ShortCode.parse(text)
        assert ShortCode.parse(code.render()) == code


def links(text: str) -> None:
    """A host is plain letters, in whatever alphabet the link is written."""
    hidden_host(text)
    host_of(text)
    is_here(text)


def times(text: str) -> None:
    """A time that is taken is written as the same, to the millisecond."""
    with suppress(ValueError):
        moment = parse_time(text)
        again = parse_time(render_time(moment))
        assert milliseconds(again) == milliseconds(moment)


def findings(text: str) -> None:
    """A report is one line for each thing, whatever a server's words are."""
    found = [Finding("name", Verdict.FAIL, text, f"Do: {text}")]
    assert len(render_report(found).split("\n")) == 3


def firewalls(text: str) -> None:
    """Whatever a firewall's program prints, it says yes, no or nothing."""
    answer = Answer(0, text)
    for each in FIREWALLS:
        assert each.is_active(answer) in (True, False, None)
        assert each.is_open(answer, 6667) in (True, False, None)
        each.opening([6667], answer, "chatapp-server")


def names(text: str) -> None:
    """Names fold to what folds to itself; another nick than this is a valid one."""
    if check_nick(text, 1, 30) is None:
        assert fold(fold(text)) == fold(text)
        other = similar_nick(text, 2)
        assert check_nick(other, 1, 30) is None
    check_channel(text, 50)
    normalize(text)
    appearance(text)
    place_of(text)
    for each in CASEMAPPINGS:
        folded = fold_with(each)(text)
        assert fold_with(each)(folded) == folded


def pieces(text: str) -> None:
    """A long text is sent whole, in pieces that fit."""
    found = split_text(text, 20)
    assert "".join(found) == text
    assert all(len(each.encode()) <= 20 for each in found)
    assert join_pieces(pieces_of(text, 20)) == text
    first, _, rest = text.partition(" ")
    limits = parse_limits(first)
    if limits is not None:
        # A server that lets no whole character through cannot be written to.
        sent = split_message(rest, 20, limits) if limits.most_bytes >= 4 else []
        assert all(len(each.encode()) <= limits.most_bytes for each in sent)


def announcements(data: bytes) -> None:
    """Anybody's word about a chat nearby is read as one, or is none."""
    texts = dict(row.partition(b"=")[::2] for row in data.split(b"\n"))
    with suppress(MalformedAnnouncement):
        told = Announcement.parse({b"v": b"1", **texts})
        Announcement.parse(
            {key.encode(): value.encode() for key, value in told.render().items()}
        )
    name = data.decode(errors="replace")
    assert len(shorten_name(name).encode()) <= 120
    assert shorten_name(name).isprintable()


def capabilities(line: str) -> None:
    """Capabilities that were read can be told, and a policy is within its bounds."""
    read = parse_capabilities(line)
    tokens = [each for each in render_capabilities(read.items()) if each]
    assert " ".join(split_capabilities(tokens, 80)) == " ".join(tokens)
    policy = TransportPolicy.parse(line)
    assert policy.port is None or 0 < policy.port < 65536
    assert policy.seconds is None or 0 <= policy.seconds <= MOST_SECONDS


WIRE_TARGETS = (
    Target("message", on_line(message), ("@a=b;+c", " :", ":n!u@h ", *COMMANDS)),
    Target("tags", on_line(tags), ("=", ";", "\\", "\\:", "\\s", "+typing", "label")),
    Target("lines", lines, ("\r\n", "@a ", "\0", "é", "x" * 70)),
    Target("lenient_lines", lenient_lines, ("\r\n", "@a ", "\0", "é", "x" * 70)),
    Target("markdown", on_text(markdown), (*MARKS, *CODES)),
    Target("formatting", on_text(formatting), (*CODES, "٣", "\u202e", "1,")),
    Target("modes", on_line(modes), ("b,k,l,imnt", ")(", "+", "-", "o", " ", "+k-k")),
    Target(
        "isupport", on_line(isupport), (*TOKENS, "-", "=", "NICKLEN=", "9" * 12, " ")
    ),
    Target("invitations", on_text(invitations), (*LINKS, "2C0M-", "%", "-", " ")),
    Target("links", on_text(links), (*LINKS, "http://", "@", "。", "xn--", "é")),
    Target("times", on_text(times), TIMES),
    Target("secrets", on_line(secrets), (*COMMANDS, *SERVICES, " ", ":", "@a ", "+k")),
    Target(
        "findings", on_text(findings), (*CODES, "\u2028", "\x1b[2J", "\u202e", "{}")
    ),
    Target("firewalls", on_text(firewalls), FIREWALL),
    Target("names", on_line(names), NAMES),
    Target(
        "pieces", on_text(pieces), ("max-bytes=", "max-lines=", ",", "👩‍", "🇩", " ")
    ),
    Target(
        "sasl", sasl, ("n,,n=", ",r=", "r=mineserver", ",s=", "c=biws", ",p=", ",i=1")
    ),
    Target(
        "announcements", announcements, ("name=", "users=", "tls=1", "fp=", "pw=", "\n")
    ),
    Target(
        "capabilities", on_line(capabilities), ("sts=", "port=6697,", "duration=", " ")
    ),
)
