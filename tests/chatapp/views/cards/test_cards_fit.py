"""Every card in the smallest window with large letters: nothing cut, nothing hidden."""

import pytest

from chatapp.controllers.shortcuts import key_help
from chatapp.models.entities import (
    AccountForm,
    AccountWords,
    BanRow,
    Comparison,
    ExportField,
    LinkRow,
    Presence,
    RoomOffer,
)
from chatapp.models.entities import Finding as Found
from chatapp.models.entities import FindingKind as Kind
from chatapp.wire.findings import Finding, Verdict
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.views.cards.fitting import what_is_wrong
from tests.chatapp.views.waiting import wait_until

ZOOM, USUAL = 1.5, 1.0
LINK = "ircs://192.0.2.2:39039/?fp=4701ab&name=lab&t=secret"
SENTENCE = "It belongs to your account noor, and stays when nobody is in it."
PRINTS = tuple(Fingerprint(bytes([n]) * 32) for n in (1, 2))
LABELS = {
    ExportField.SINCE: "From the day",
    ExportField.UNTIL: "To the day",
    ExportField.FILE: "File",
}
ACCOUNT = AccountWords(
    "Your account",
    "Who has one keeps the name, and finds everything again on another computer.",
    "Name of the account",
    "Password",
    "Or a certificate with its key",
    "/home/noor/noor.pem",
    "Choose…",
    "Use it",
    "Cancel",
)


def new_invitation(window):
    card = window.new_host_panel("Invite others")
    card.show_people("5 people are here with you: amara, kofi, lena, mateo, 1 more")
    card.show_invitation(LINK, "cobalt-heron-tidal-march", "Whoever has it comes in.")
    card.show_places("Others find this computer at 192.0.2.2 and 2001:db8::1")
    card.show_only(True)
    card.show_keep(True)


def new_links(window):
    people = ["One person", "10 people", "30 people", "Everybody"]
    lengths = ["An hour", "A day", "A week", "As long as the chat"]
    card = window.new_links("Links into this chat", people, lengths)
    rows = [LinkRow(n, f"{n} people, for a week") for n in range(9)]
    card.show_links(rows, "No link holds.")


def new_rooms(window):
    words = "Find a room, or type the name of a new one"
    card = window.new_room_browser("Rooms on the lab's server", words)
    offers = [RoomOffer(f"#room{n}", n, "What grows") for n in range(30)]
    card.show_rooms(offers, "30 rooms")


def new_switcher(window):
    card = window.new_switcher("Go to", "A room, a person, or / and a command")
    words = "Remove somebody from this room, and say why"
    card.show_findings([Found(Kind.COMMAND, f"/kick{n}", words) for n in range(8)])
    card.open()


def new_person(window):
    card = window.new_person_card("amara", "Message", "Close")
    told = {
        "Real name": "Amara",
        "Account": "None: this is a guest",
        "Here since": "2026-11-28 03:35",
        "Rooms you share": "#lobby, #garden, #harbour",
        "Address": "amara@a-host-with-a-very-long-name.example.org",
    }
    card.show_person(Presence.ONLINE, list(told.items()), "Ignore")


def new_bans(window):
    card = window.new_bans_card("Who is kept out", "Let in again", "Close")
    rows = [BanRow(str(n), f"*!*@host{n}", "by noor, two days ago") for n in range(9)]
    card.show_bans(rows, "9 people and addresses are kept out of this room.")


def new_findings(window):
    card = window.new_findings("Why it does not connect")
    card.show_progress("3 of 12 checks are done…")
    well = [Finding(f"Check {n}", Verdict.OK, SENTENCE) for n in range(9)]
    card.show_findings(well)


def new_export(window):
    card = window.new_export(
        "Export #lobby",
        SENTENCE,
        "Export",
        ["Web page", "Text", "JSON"],
        LABELS,
        dict.fromkeys(LABELS, "2026-10-01"),
    )
    card.show_file("/home/noor/Documents/lobby.html")


def new_settings(window):
    card = window.new_settings("Settings", "Close", "Reset this page")
    card.show_pages([(str(n), f"A page called {n}") for n in range(6)])
    card.begin_page("0")
    options = [(str(n), f"Choice number {n}") for n in range(4)]
    card.add_choice("choice", "Dark or light", SENTENCE, options, "1")
    card.add_switch("switch", "Tell others that I am typing", SENTENCE, True)
    card.add_field(
        "words", "Words that call you", SENTENCE, "exam, lab", is_short=False
    )
    card.add_field("time", "From", SENTENCE, "22:00", is_short=True)
    card.add_palettes("kept", "Palettes that you keep", SENTENCE)
    card.add_palette("kept", "teal-otter", ["#123456"] * 5, "Remove it")
    card.end_page()
    card.open()


def ask_text(window):
    window.ask_text(
        title="Away",
        label="What others read when they write to you, or look at who you are",
        initial="At lunch",
        action="I am away",
        hint=SENTENCE,
        other="Do it without any words",
        on_text=lambda _text: "That is too long: at most 200 letters.",
        on_other=lambda: None,
    )


def ask(window):
    window.ask(
        title="End the chat?",
        text=f"{SENTENCE} " * 4,
        yes="Stop the chat",
        no="Keep it open",
        on_yes=lambda: None,
        other="Let it go on",
        on_other=lambda: None,
    )


def compare(window):
    known, found = (("Known to you", PRINTS[0]), ("It shows now", PRINTS[1]))
    words = ("Trust the new one", "Do not connect")
    title = "This is not the server you know"
    window.compare(Comparison(title, SENTENCE, (known, found), *words, lambda: None))


CARDS = {
    "invitation": new_invitation,
    "links": new_links,
    "rooms": new_rooms,
    "new room": lambda window: window.new_room_maker("garden", SENTENCE),
    "switcher": new_switcher,
    "person": new_person,
    "bans": new_bans,
    "findings": new_findings,
    "export": new_export,
    "settings": new_settings,
    "keys": lambda window: window.list_shortcuts("Keys", key_help()),
    "text": ask_text,
    "question": ask,
    "fingerprints": compare,
    "account": lambda window: window.ask_account(ACCOUNT, AccountForm(), lambda _: {}),
    "link": lambda window: window.show_link(
        title="Use it on another computer",
        text=SENTENCE,
        link=LINK,
        on_copy=window.copy,
    ),
}


@pytest.fixture
def small(main_window, settle):
    """Give the program with a chat window that is as small as it can be."""
    chat = main_window.open_chat().winfo_toplevel()
    main_window._zoom_to(lambda _zoom: ZOOM)
    chat.geometry("480x400+0+0")
    wait_until(chat, lambda: chat.winfo_height() == 400)
    settle()
    chat.focus_force()
    settle()
    yield main_window
    main_window._zoom_to(lambda _zoom: USUAL)
    main_window.close_chat()


@pytest.mark.parametrize("name", CARDS)
def test_a_card_fits_the_smallest_window_with_large_letters(small, settle, name):
    CARDS[name](small)
    settle()
    settle()

    assert what_is_wrong(small._dialog) == []
