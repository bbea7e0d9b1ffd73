"""The cards of a person, and of who is banned, in a real window."""

import pytest

from chatapp.models.entities import BanRow, Presence
from chatapp.views.cards.bans_card import BansCard
from chatapp.views.cards.person_card import PersonCard

BANS = [
    BanRow("b a:ada", "The account ada", "Banned by Kofi"),
    BanRow("b m:*!*@h", "Everybody from h", "Muted", silences=True),
]


@pytest.fixture
def card(place, look, settle) -> PersonCard:
    card = PersonCard(place, look, "Ada", "Message", "Close")
    card.open()
    card.show_person(Presence.AWAY, [("Real name", "Ada L."), ("Away", "x")], "Ignore")
    settle()
    return card


@pytest.fixture
def bans(place, look, settle) -> BansCard:
    card = BansCard(place, look, "Banned in #lobby", "Lift it", "Close")
    card.open()
    card.show_bans(BANS, "")
    settle()
    return card


def labels(widget) -> list[str]:
    here = [str(widget.cget("text"))] if widget.winfo_class() == "TLabel" else []
    return here + [text for child in widget.winfo_children() for text in labels(child)]


def test_a_person_is_shown_with_what_is_known(card):
    shown = [text for text in labels(card) if text]

    assert sorted(shown) == ["Ada", "Ada L.", "Away", "Real name", "x"]


def test_enter_writes_to_the_person_and_closes_the_card(card, settle):
    done = []
    card.on_message = lambda: done.append("message")

    card.submit()
    settle()

    assert done == ["message"]
    assert not card.winfo_exists()


def test_whom_one_ignores_stays_on_the_card(card, settle):
    done = []
    card.on_ignore = lambda: done.append("ignore")

    card.ignore.invoke()
    card.show_person(Presence.ONLINE, [("Real name", "Ada L.")], "Stop ignoring")
    settle()

    assert done == ["ignore"]
    assert card.ignore.cget("text") == "Stop ignoring"


def test_oneself_cannot_be_ignored_on_the_card(card, settle):
    card.show_person(Presence.ONLINE, [], "")
    settle()

    assert not card.ignore.winfo_ismapped()


def test_what_hostile_people_say_of_themselves_stays_on_a_line(card, settle):
    card.show_person(Presence.ONLINE, [("Real name", "a\u202eb\nc" * 40)], "Ignore")
    settle()

    assert all("\n" not in text and "\u202e" not in text for text in labels(card))


def test_a_card_that_is_closed_takes_no_news(card, bans, settle):
    for each in (card, bans):
        each.close()
    settle()

    card.show_person(Presence.ONLINE, [], "")
    bans.show_bans(BANS, "")

    assert not card.winfo_exists()
    assert not bans.winfo_exists()


def test_the_first_ban_is_chosen_and_delete_lifts_it(bans, settle):
    lifted = []
    bans.on_lift = lifted.append
    bans.rail.canvas.focus_force()
    settle()

    bans.rail.canvas.event_generate("<Delete>")
    settle()

    assert lifted == ["b a:ada"]
    assert bans.winfo_exists()


def test_arrows_and_enter_choose_another_ban(bans, settle):
    lifted = []
    bans.on_lift = lifted.append
    bans.rail.canvas.focus_force()
    settle()

    for key in ("<Down>", "<Return>"):
        bans.rail.canvas.event_generate(key)
    settle()
    bans.submit()

    assert lifted == ["b m:*!*@h"]


def test_where_nobody_is_banned_nothing_can_be_lifted(bans, settle):
    lifted = []
    bans.on_lift = lifted.append

    bans.show_bans([], "Nobody is banned.")
    settle()
    bans.submit()

    assert "Nobody is banned." in labels(bans)
    assert lifted == []


def test_emoji_that_a_label_cannot_show_are_named(card, look, settle, monkeypatch):
    monkeypatch.setattr(look, "spell_emoji", lambda text: text.replace("🍕", ":pizza:"))

    card.show_person(Presence.AWAY, [("Away", "A 🍕 lunch")], "Ignore")
    settle()

    assert "A :pizza: lunch" in labels(card)


def test_what_is_known_is_broken_where_the_card_ends(card, settle):
    name = "A name that takes more than its share"
    words = "words that need more room than there is beside it"
    card.show_person(Presence.ONLINE, [(name, words)], "Ignore")
    settle()

    [(_name, value)] = card._pairs
    assert value.winfo_width() >= value.winfo_reqwidth()
    right = value.winfo_rootx() + value.winfo_width()
    assert right <= card.winfo_rootx() + card.winfo_width()
