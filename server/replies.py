"""What a command's sender is told: numerics, standard replies, labels and batches."""

from collections.abc import Iterable

from server.reply_texts import TEXTS, TEXTS_FOR_ONE
from server.sequence import References
from server.step import MAX_BODY_BYTES, Place, ReplyLine, Step, render_line

MOST_BYTES_OF_CHARACTER = 4


class Refused(Exception):
    """A command cannot be done; its sender is told with a numeric.

    Args:
        numeric: which one; its sentence stands in the table of texts.
        params: what stands between the sender's nick and the sentence.
        text: another sentence than the table's.
        fields: what the sentence's gaps are filled with.
    """

    def __init__(
        self, numeric: str, *params: str, text: str | None = None, **fields: object
    ) -> None:
        super().__init__(numeric, *params)
        self.numeric = numeric
        self.params = params
        self.text = text
        self.fields = fields


class Failed(Exception):
    """A command cannot be done; its sender is told with FAIL.

    Specification: https://ircv3.net/specs/extensions/standard-replies
    """

    def __init__(self, command: str, code: str, *context: str, text: str) -> None:
        super().__init__(command, code, *context)
        self.command = command
        self.code = code
        self.context = context
        self.text = text


def numeric_body(
    server: str, nick: str, numeric: str, params: tuple[str, ...], text: str | None
) -> str:
    """Write a numeric; `text`, if there is one, stands last and may have spaces."""
    words = [f":{server} {numeric} {nick}", *map(safe_word, params)]
    if text is not None:
        words.append(f":{text}")
    return " ".join(words)


def numeric_text(numeric: str, fields: dict[str, object]) -> str | None:
    """Give the sentence of a numeric, or None for one that has none of its own."""
    text = TEXTS_FOR_ONE.get(numeric) if fields.get("count") == 1 else None
    text = text or TEXTS.get(numeric)
    return text.format_map(fields) if text and fields else text


class Numerics:
    """Numerics that say the same to everybody, but for the nick: rendered once."""

    def __init__(self, server: str) -> None:
        """Begin with none; they come from this server."""
        self._server = server
        self._lines: list[tuple[str, str]] = []
        self._longest = 0

    def add(
        self, numeric: str, *params: str, text: str | None = None, **fields: object
    ) -> None:
        """Add one; see `Context.reply`."""
        if text is None:
            text = numeric_text(numeric, fields)
        head = f":{self._server} {numeric} "
        tail = numeric_body(self._server, "", numeric, params, text)[len(head) :]
        self._lines.append((head, tail))
        length = len(head.encode()) + len(tail.encode(errors="replace"))
        self._longest = max(self._longest, length)

    def bodies(self, nick: str) -> Iterable[str]:
        """Give them as lines without tags."""
        return [f"{head}{nick}{tail}" for head, tail in self._lines]

    def render(self, nick: str, tags: str) -> bytes:
        """Give all of them as they go onto the wire, each with these tags."""
        longest = self._longest + len(nick) * MOST_BYTES_OF_CHARACTER
        if longest > MAX_BODY_BYTES:
            return b"".join(render_line(tags, body) for body in self.bodies(nick))
        mark = f"@{tags} " if tags else ""
        lines = [f"{mark}{head}{nick}{tail}\r\n" for head, tail in self._lines]
        return "".join(lines).encode(errors="replace")


def standard_body(
    server: str, kind: str, command: str, code: str, context: tuple[str, ...], text: str
) -> str:
    """Write FAIL, WARN or NOTE."""
    words = [f":{server} {kind} {safe_word(command)} {code}", *map(safe_word, context)]
    return f"{' '.join(words)} :{text}"


def safe_word(text: str) -> str:
    """Give a text that can stand in the middle of a line; what cannot becomes "*"."""
    if not text or " " in text or text[0] == ":":
        return "*"
    return text


def with_tag(tags: str, key: str, value: str) -> str:
    """Give rendered tags with one more."""
    return f"{tags};{key}={value}" if tags else f"{key}={value}"


def finish_reply(step: Step, server: str, references: References) -> None:
    """Give a labelled command's reply its label: ACK, a tag, or a batch around it.

    Specification: https://ircv3.net/specs/extensions/labeled-response
    """
    if step.label is None:
        return
    if step.reference is not None:
        _deliver_page(step, step.reference, f":{server} BATCH -{step.reference}")
        return
    tops = sum(1 for line in step.reply if line.place is Place.TOP)
    if tops == 0:
        step.reply = [ReplyLine("", f":{server} ACK", Place.TOP)]
    if tops <= 1:
        _deliver_labelled(step)
    else:
        _deliver_in_batch(step, server, references.next())
    step.reply = []


def begin_reply(step: Step, server: str, references: References) -> None:
    """Send what there is of a labelled command's long reply; more of it follows."""
    if step.reference is None:
        step.reference = references.next()
        opening = f":{server} BATCH +{step.reference} labeled-response"
        first = render_line(f"label={step.label}", opening)
        step.deliveries.append((step.session, first, None, False))
    _deliver_page(step, step.reference)


def _deliver_labelled(step: Step) -> None:
    data = b""
    for line in step.reply:
        tags = line.tags
        if line.place is Place.TOP:
            tags = with_tag(tags, "label", step.label or "")
        data += render_line(tags, line.body)
    step.deliveries.append((step.session, data, None, False))


def _deliver_in_batch(step: Step, server: str, reference: str) -> None:
    opening = f":{server} BATCH +{reference} labeled-response"
    first = render_line(f"label={step.label}", opening)
    step.deliveries.append((step.session, first, None, False))
    _deliver_page(step, reference, f":{server} BATCH -{reference}")


def _deliver_page(step: Step, reference: str, closing: str = "") -> None:
    lines = []
    for line in step.reply:
        tags = line.tags
        if line.place is not Place.INSIDE:
            tags = with_tag(tags, "batch", reference)
        lines.append(render_line(tags, line.body))
    if closing:
        lines.append(render_line("", closing))
    step.deliveries.append((step.session, b"".join(lines), None, False))
    step.reply = []
