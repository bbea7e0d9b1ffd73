"""How many of the latest messages are remembered."""

from server.world.recent import RecentMessages
from tests.server.storage.test_journal import said


def message(number, text="x"):
    return said(number).message._replace(text=text, client_tags="")


def test_the_oldest_is_forgotten_where_there_are_too_many():
    recent = RecentMessages(limit=2)
    for number in (1, 2, 3):
        recent.add(("anna", str(number), "#a"), message(number))

    assert recent.find(("anna", "1", "#a")) is None
    assert recent.find(("anna", "2", "#a")).sequence == 2


def test_the_oldest_is_forgotten_where_they_are_too_long():
    recent = RecentMessages(characters=100)
    recent.add(("anna", "1", "#a"), message(1, "x" * 40))
    recent.add(("anna", "2", "#a"), message(2, "x" * 40))
    recent.add(("anna", "3", "#a"), message(3, "x" * 40))

    assert recent.find(("anna", "1", "#a")) is None
    assert recent.find(("anna", "3", "#a")).sequence == 3


def test_what_is_forgotten_or_shorter_leaves_room():
    recent = RecentMessages(characters=100)
    first, second = message(1, "x" * 60), message(2, "x" * 40)
    recent.add(("anna", "1", "#a"), first)
    recent.add(("anna", "2", "#a"), second)
    recent.remove(("anna", "1", "#a"), first)
    recent.replace(("anna", "2", "#a"), message(2, ""))

    recent.add(("anna", "3", "#a"), message(3, "x" * 100))

    assert recent.find(("anna", "2", "#a")) is not None
    assert recent.find(("anna", "3", "#a")) is not None
