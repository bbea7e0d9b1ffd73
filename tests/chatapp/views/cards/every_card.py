"""Opens every card with the words that it has, in whatever language is spoken."""

from collections.abc import Callable

from chatapp.controllers.hosting import host_wording
from chatapp.controllers.people import people_wording
from chatapp.controllers.rooms import export_wording
from chatapp.controllers.servers import closing
from chatapp.controllers.settings import settings_wording
from chatapp.controllers.shortcuts import key_help
from chatapp.controllers.sign_in import account_wording, trust_wording
from chatapp.language import gettext as _
from chatapp.models.entities import (
    AccountForm,
    BanRow,
    Comparison,
    ExportField,
    LinkRow,
    Presence,
    RoomOffer,
)
from chatapp.models.entities import Finding as Found
from chatapp.models.entities import FindingKind as Kind
from chatapp.views.windows.main_window import MainWindow
from chatapp.wire.findings import Finding, Verdict
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.views.waiting import wait_until

ZOOM, USUAL = 1.5, 1.0
LINK = "ircs://192.0.2.2:39039/?fp=4701ab&name=lab&t=secret"
SENTENCE = host_wording.ENDS_FOR_ALL
PRINTS = tuple(Fingerprint(bytes([n]) * 32) for n in (1, 2))
LABELS = {
    ExportField.SINCE: export_wording.FROM_LABEL,
    ExportField.UNTIL: export_wording.TO_LABEL,
    ExportField.FILE: export_wording.FILE_LABEL,
}


def new_invitation(window):
    card = window.new_host_panel(host_wording.TITLE)
    card.show_people("5 people are here with you: amara, kofi, lena, mateo, 1 more")
    card.show_invitation(
        LINK, "cobalt-heron-tidal-march", _("It lets in everybody who has it.")
    )
    found = _("Others find this computer at {join}, port {port}.")
    card.show_places(found.format(join="192.0.2.2, 2001:db8::1", port=39039))
    card.show_only(True)
    card.show_keep(True)


def new_links(window):
    people = [_("One person"), "10", "30", _("Everybody")]
    lengths = [_("An hour"), _("A day"), _("A week"), _("For good")]
    card = window.new_links(host_wording.LINKS_TITLE, people, lengths)
    words = _("Link {number}: {came} of {most} came, for good")
    rows = [LinkRow(n, words.format(number=n, came=2, most=30)) for n in range(9)]
    card.show_links(rows, host_wording.NO_LINKS)


def new_rooms(window):
    title = _("Rooms on {name}").format(name="the lab's server")
    words = _("Find a room, or type the name of a new one")
    card = window.new_room_browser(title, words)
    offers = [RoomOffer(f"#room{n}", n, "What grows") for n in range(30)]
    card.show_rooms(offers, "30 rooms")


def new_switcher(window):
    card = window.new_switcher(_("Go to"), _("A room, a person, or / and a command"))
    card.show_findings([Found(Kind.COMMAND, f"/kick{n}", SENTENCE) for n in range(8)])
    card.open()


def new_person(window):
    card = window.new_person_card(
        "amara", people_wording.CARD_MESSAGE, people_wording.CLOSE
    )
    told = {
        _("Real name"): "Amara",
        _("Account"): people_wording.NO_ACCOUNT,
        _("Here since"): "2026-11-28 03:35",
        people_wording.ROOMS_SHARED: "#lobby, #garden, #harbour",
        _("Address"): "amara@a-host-with-a-very-long-name.example.org",
    }
    card.show_person(Presence.ONLINE, list(told.items()), people_wording.IGNORE)


def new_bans(window):
    card = window.new_bans_card(
        people_wording.LIST_BANS, people_wording.BANS_LIFT, people_wording.CLOSE
    )
    rows = [BanRow(str(n), f"*!*@host{n}", "by noor, two days ago") for n in range(9)]
    card.show_bans(rows, people_wording.BANS_NOTHING)


def new_findings(window):
    card = window.new_findings(_("Why it does not connect"))
    card.show_progress("3 of 12 checks are done…")
    well = [Finding(f"Check {n}", Verdict.OK, SENTENCE) for n in range(9)]
    card.show_findings(well)


def new_export(window):
    card = window.new_export(
        export_wording.TITLE.format(room="#lobby"),
        export_wording.HINT,
        export_wording.EXPORT,
        [export_wording.HTML_PAGE, export_wording.TABLE, export_wording.JSON_DATA],
        LABELS,
        dict.fromkeys(LABELS, "2026-10-01"),
    )
    card.show_file("/home/noor/Documents/lobby.html")


def new_settings(window):
    card = window.new_settings(
        settings_wording.TITLE, settings_wording.CLOSE, settings_wording.RESET
    )
    card.show_pages(list(settings_wording.PAGES.items()))
    card.begin_page(next(iter(settings_wording.PAGES)))
    options = list(settings_wording.SIZES.items())
    card.add_choice("choice", _("Dark or light"), SENTENCE, options, "larger")
    card.add_switch("switch", settings_wording.PALETTE_TITLE, SENTENCE, True)
    words = settings_wording.OTHER_COLOURS
    card.add_field("words", words, SENTENCE, "exam, lab", is_short=False)
    card.add_field(
        "time", settings_wording.SIZE_TITLE, SENTENCE, "22:00", is_short=True
    )
    card.add_palettes("kept", settings_wording.PALETTE_TITLE, SENTENCE)
    colors = ["#123456"] * 5
    card.add_palette("kept", "teal-otter", colors, settings_wording.LET_GO)
    card.end_page()
    card.open()


def ask_text(window):
    window.ask_text(
        title=people_wording.AWAY,
        label=people_wording.REASON,
        initial="At lunch",
        action=people_wording.REMOVE,
        hint=people_wording.CAN_COME_BACK,
        other=people_wording.LIST_BANS,
        on_text=lambda _text: SENTENCE,
        on_other=lambda: None,
    )


def ask(window):
    window.ask(
        title=host_wording.STOP_TITLE,
        text=f"{SENTENCE} " * 2,
        yes=host_wording.STOP,
        no=host_wording.KEEP_ON,
        on_yes=lambda: None,
        other=closing.LET_GO_ON,
        on_other=lambda: None,
    )


def compare(window):
    known = (trust_wording.KNOWN_BEFORE, PRINTS[0])
    found = (trust_wording.ANSWERS_NOW, PRINTS[1])
    words = (trust_wording.TRUST_NEW, trust_wording.STAY_AWAY)
    title = trust_wording.ANOTHER_SERVER
    window.compare(Comparison(title, SENTENCE, (known, found), *words, lambda: None))


CARDS: dict[str, Callable[[MainWindow], object]] = {
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
    "keys": lambda window: window.list_shortcuts(_("Keys"), key_help()),
    "text": ask_text,
    "question": ask,
    "fingerprints": compare,
    "account": lambda window: window.ask_account(
        account_wording.CARD, AccountForm(), lambda _form: {}
    ),
    "link": lambda window: window.show_link(
        title=people_wording.ELSEWHERE,
        text=SENTENCE,
        link=LINK,
        on_copy=window.copy,
    ),
}


def make_small(window: MainWindow, zoom: float) -> None:
    """Open a chat window that is as small as it can be, its letters so large."""
    chat = window.open_chat().winfo_toplevel()
    window.zoom_to(zoom)
    chat.geometry("480x400+0+0")
    wait_until(chat, lambda: chat.winfo_height() == 400)
    settle(window)
    chat.focus_force()
    settle(window)


def settle(window: MainWindow) -> None:
    """Let Tk do all that is due, and what follows from it."""
    window.root.update()
    window.root.update()
