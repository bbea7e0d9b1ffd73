"""Makes up texts that do harm to whoever draws them, each by its seed."""

from random import Random

from chatapp.models.messages.emoji_names import read_library

EMOJI = [emoji.text for emoji in read_library()]
JOINERS = (
    "\u200d",
    "\ufe0f",
    "\ufe0e",
    "\u20e3",
    "\U0001f3fb",
    "\U000e0067",
    "\U000e007f",
)
MARKS = ("\u0301", "\u0489", "\u20dd", "\u0e47", "\u1ab0", "\u0655", "\u05b0", "\u094d")
TURNS = ("\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u2066", "\u2067", "\u2069")
CODES = ("\x02", "\x1d", "\x1f", "\x1e", "\x11", "\x16", "\x0f", "\x03", "\x04ff00aa")
LETTERS = (
    "a",
    "é",
    "ﷺ",
    "𒐫",
    "ש",
    "ع",
    "中",
    "ก",
    "ᄀ",
    "ᅡ",
    "\u1160",
    "ﬁ",
    "\uff57",
    "\U0001d54f",
)
LINKS = (
    "https://a.example/",
    "http://[::1]/(a)",
    "www.b.example",
    "ircs://c/#d",
    "//e",
)
MARKDOWN = (
    "**",
    "*",
    "_",
    "~~",
    "`",
    "```",
    "```py\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "\\",
    "|",
)
BREAKS = ("\n", "\r", "\t", "\v", "\f", "\x85", "\u2028", "\u2029", "\0", " ", "\u3000")
NAMES = ("@person1", "@noor", "#lobby", "person3:", "@" * 3, ":smile:", "&amp;", "{0}")
KINDS = (EMOJI, JOINERS, MARKS, TURNS, CODES, LETTERS, LINKS, MARKDOWN, BREAKS, NAMES)
MOST_CHARACTERS = 60_000
LONE = ("\ud83d", "\udc68", "\udfff")


def text_by(random: Random) -> str:
    """Give a text of fragments: some kinds of them, repeated, mixed and nested."""
    kinds = random.sample(KINDS, random.randint(1, 4))
    fragments = [_fragment(random, random.choice(kinds)) for _ in range(8)]
    length = random.choice((20, 500, 5000, MOST_CHARACTERS))
    if random.random() < 0.3:
        text = random.choice(fragments) * (length + 1)
    else:
        text = "".join(random.choices(fragments, k=length))
    if random.random() < 0.1:
        text = random.choice(LONE) + text
    return text[:length]


def _fragment(random: Random, kind: "list[str] | tuple[str, ...]") -> str:
    piece = random.choice(kind)
    if random.random() < 0.3:
        piece *= random.choice((2, 3, 40, 500))
    if random.random() < 0.4:
        piece += random.choice(random.choice(KINDS))
    if piece.startswith("\x03"):
        piece += f"{random.randrange(100)},{random.randrange(100)}x"
    return piece
