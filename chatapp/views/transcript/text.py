"""Makes the Text that shows a conversation, and gives it the palette's colours."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look


def new_transcript_text(master: tk.Misc, look: Look) -> tk.Text:
    """Make a Text to read in, which can have the keyboard."""
    text: tk.Text = ttk.Text(
        master,
        autostyle=False,
        bd=0,
        wrap="word",
        width=1,
        height=1,
        cursor="arrow",
        state="disabled",
        takefocus=True,
        # The last line, which is always empty, is to take little room.
        font=look.fonts.tiny,
    )
    look.follow(text, lambda: _paint(text, look))
    return text


def _paint(text: tk.Text, look: Look) -> None:
    palette = look.palette
    look.dress_text(text)
    text.configure(
        highlightbackground=palette.page,
        highlightcolor=palette.accent,
    )
