"""Presses Tab in a card, and tells where that leads."""

import tkinter as tk


def tab_round(card: tk.Misc, times: int, key: str = "<Tab>") -> list[tk.Misc | None]:
    """Press it so many times; gives what had the focus after each."""
    reached = []
    for _time in range(times):
        card.focus_lastfor().event_generate(key)
        card.update()
        reached.append(card.focus_lastfor())
    return reached
