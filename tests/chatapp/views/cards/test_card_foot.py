"""The buttons of a card, shown one way and then another."""

import ttkbootstrap as ttk

from chatapp.views.cards.card_foot import CardFoot


def test_a_button_that_is_shown_again_is_heard_once(place, look, settle, mocker):
    foot = CardFoot(place, look)
    foot.pack()
    join, close, make = (ttk.Button(foot, text=it) for it in ("Join", "Close", "Make"))
    foot.show((close, join))
    foot.show((close, join), (make,))
    settle()
    settle()
    fit = mocker.spy(foot, "fit")

    join.event_generate("<Configure>")

    assert fit.call_count == 1
