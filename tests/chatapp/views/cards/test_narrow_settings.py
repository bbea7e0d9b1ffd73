"""The settings card in a window in which its pages are a list."""

from chatapp.views.cards.settings_dialog import SettingsDialog
from tests.chatapp.views.waiting import wait_until


def test_a_card_whose_pages_become_a_list_has_the_keyboard(place, look):
    place.geometry("480x400")
    wait_until(place, lambda: place.winfo_width() == 480)
    card = SettingsDialog(place, look, "Settings", "Close", "Reset")
    card.show_pages([(str(n), f"A page that is called {n}") for n in range(8)])
    card.begin_page("0")

    card.open()

    wait_until(place, lambda: place.focus_lastfor() == card.tabs.list)
