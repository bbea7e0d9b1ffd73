"""The tags of the transcript: their fonts, distances and order, and their colours."""

import tkinter as tk

from chatapp.views.look.palette import Look
from chatapp.views.transcript.calling_marks import CALLING
from chatapp.views.transcript.code_card import PAD, TAB_COLUMNS
from chatapp.views.transcript.layout import AFTER_SIGN, SIGN
from chatapp.views.transcript.line import AIR_TAG, SOFT, TURNED
from chatapp.views.transcript.pieces import EDGE, RIGHT, left_of_words
from chatapp.views.transcript.reaction_pills import OWN_WORD, WORD
from chatapp.views.transcript.states import ALARMING

# Parts of code have colours of people, so many steps round the wheel of hues.
_CODE_HUES = {"keyword": 0, "string": 8, "number": 4, "name": 16, "builtin": 20}


def shape_tags(text: tk.Text, look: Look) -> None:
    """Give the transcript's tags their fonts and distances, and their order."""
    _shape_messages(text, look)
    _shape_lines(text, look)
    _shape_code(text, look)
    _shape_states(text, look)
    # What holds for a part of a line comes after what holds for all of it.
    _shape_parts(text, look)
    text.tag_raise("sel")


def _shape_messages(text: tk.Text, look: Look) -> None:
    """Shape the head of a message, and the lines below it."""
    fonts, px, tag = look.fonts, look.px, text.tag_configure
    is_compact = look.manner.is_compact
    edge, gutter, right = px(EDGE), left_of_words(look), px(RIGHT)
    tag("hover")
    tag("head", font=fonts.body, rmargin=right, spacing1=px(7 if is_compact else 14))
    tag("head", lmargin1=edge, lmargin2=edge)
    # The avatar's halves stand on the head's line and on the first one: no gap there.
    tag("code-head", spacing1=px(4))
    tag("first", font=fonts.body, rmargin=right, spacing1=0, spacing3=px(2))
    tag("first", lmargin1=edge, lmargin2=gutter)
    tag("body", font=fonts.body, rmargin=right, lmargin1=gutter, lmargin2=gutter)
    tag("body", spacing1=px(1), spacing3=px(0 if is_compact else 2))


def _shape_lines(text: tk.Text, look: Look) -> None:
    """Shape the lines that are no messages, and what messages stand out by."""
    fonts, px, tag = look.fonts, look.px, text.tag_configure
    is_compact = look.manner.is_compact
    right = px(RIGHT)
    begin = px(EDGE if is_compact else EDGE + 12)
    after_sign = begin + px(SIGN) + fonts.width(fonts.small, AFTER_SIGN)
    tag("change", font=fonts.small, rmargin=right, lmargin1=begin, lmargin2=after_sign)
    tag("change", spacing1=px(2 if is_compact else 5), spacing3=px(3))
    for name in ("day", *ALARMING):
        tag(name, font=fonts.small_bold, justify="center")
        tag(name, spacing1=px(16), spacing3=px(4))
    tag("gap", font=fonts.small, justify="center", spacing1=px(14), spacing3=px(8))
    tag("local")
    tag("action", font=fonts.italic, spacing1=px(6))
    tag(AIR_TAG, font=fonts.tiny)
    tag("mention")
    # As much of its ground above the first line as below the last one.
    tag("mention-head", spacing1=px(6))
    tag("mention-first", spacing1=px(4))
    tag("mention-last", spacing3=px(6))
    tag(SOFT)
    tag(TURNED)
    tag("quote", spacing1=0, spacing3=0)


def _shape_states(text: tk.Text, look: Look) -> None:
    """Shape what is chosen, on its way or not sent, and what hangs on a message."""
    fonts, px, tag = look.fonts, look.px, text.tag_configure
    tag("chosen")
    tag("pending")
    tag("failed")
    tag("failure", font=fonts.small)
    tag("answered", font=fonts.small)
    tag("pills", font=fonts.small, spacing1=px(5), spacing3=px(4))


def _shape_parts(text: tk.Text, look: Look) -> None:
    """Shape the parts of lines."""
    fonts, tag = look.fonts, text.tag_configure
    for number in range(len(look.palette.people)):
        tag(f"person{number}", font=fonts.bold)
    tag("time", font=fonts.small)
    tag("answered-name", font=fonts.small_bold)
    for name in (WORD, OWN_WORD):
        tag(name, font=fonts.small_bold)
    tag("bold", font=fonts.bold)
    tag("italic", font=fonts.italic)
    tag("bold-italic", font=fonts.bold_italic)
    tag("mono", font=fonts.mono)
    tag("underline", underline=True)
    tag("strike", overstrike=True)
    tag("address", font=fonts.bold)
    tag(CALLING, font=fonts.bold)
    tag("link", underline=True)
    tag("host", font=fonts.small)
    tag("act", font=fonts.small_bold)


def _shape_code(text: tk.Text, look: Look) -> None:
    """Shape the card that code stands on; its tabs are counted from the card's edge."""
    fonts, px, tag = look.fonts, look.px, text.tag_configure
    tag("code-line", font=fonts.mono, wrap="char", spacing1=0, spacing3=0)
    edge = left_of_words(look) + fonts.width(fonts.tiny, " ")
    start = edge + fonts.width(fonts.mono, PAD)
    tab = TAB_COLUMNS * fonts.width(fonts.mono, "0")
    tag("code-line", tabs=(start + tab, start + 2 * tab), tabstyle="wordprocessor")
    tag("code-first", spacing1=px(5))
    tag("code-last", spacing3=px(5))
    tag("code")
    # What a line begins with decides on the ground of the margin before it.
    tag("code-edge", font=fonts.tiny)
    tag("code-name", font=fonts.small_bold)
    for kind in (*_CODE_HUES, "comment", "deleted", "inserted"):
        tag(f"code-{kind}-part")


def color_tags(text: tk.Text, look: Look) -> None:
    """Give the transcript's tags the colours of the palette."""
    palette, tag = look.palette, text.tag_configure
    grounds = {"hover": palette.hover, "chosen": palette.found}
    grounds["mention"] = palette.mention
    for name in ("code", "mono"):
        tag(name, background=palette.code)
    tag(WORD, background=palette.card, foreground=palette.text)
    tag(OWN_WORD, foreground=palette.accent)
    for name, ground in grounds.items():
        tag(name, background=ground, lmargincolor=ground, rmargincolor=ground)
    inks = {
        "change": palette.muted,
        "day": palette.muted,
        **dict.fromkeys(ALARMING, palette.danger_text),
        "local": palette.muted,
        "pending": palette.muted,
        "failed": palette.danger_text,
        "failure": palette.danger_text,
        "answered": palette.muted,
        "time": palette.muted,
        "address": palette.accent,
        "link": palette.link,
        CALLING: palette.accent,
        "act": palette.accent,
        "gap": palette.muted,
        "host": palette.muted,
        "quote": palette.muted,
        "code-name": palette.muted,
    }
    inks |= {
        f"code-{kind}-part": palette.people[step % len(palette.people)]
        for kind, step in _CODE_HUES.items()
    }
    inks["code-comment-part"] = palette.muted
    inks["code-deleted-part"] = palette.danger_text
    inks["code-inserted-part"] = palette.success_text
    for number, color in enumerate(palette.people):
        inks[f"person{number}"] = color
    for name, ink in inks.items():
        tag(name, foreground=ink)
