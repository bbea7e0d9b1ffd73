"""Lets Tab stop only at what is to be seen, and not at what something lies over."""

import tkinter as tk


def stop_where_seen(widget: tk.Widget) -> None:
    """Let Tab pass over a widget as long as its middle is hidden.

    Tk asks whatever is told as `takefocus`: 1 is yes, 0 is no
    (https://www.tcl-lang.org/man/tcl8.6/TkCmd/options.htm#M-takefocus).
    """

    def is_seen(_name: str) -> int:
        x = widget.winfo_rootx() + widget.winfo_width() // 2
        y = widget.winfo_rooty() + widget.winfo_height() // 2
        is_there = widget.winfo_viewable() and widget.winfo_containing(x, y) is widget
        return int(is_there)

    # As text it is what Tk calls; so it goes when the widget does.
    widget.configure(takefocus=widget.register(is_seen))  # type: ignore[call-arg] # not all have it
