"""What was promised is told from what only may be so."""

from torture.promises import Promises


def test_what_was_confirmed_has_to_be_so() -> None:
    promises = Promises()
    promises.ask("topic", "roses")
    promises.confirm("topic", "roses")

    assert promises.broken({}) == ["topic is '' and was promised to be 'roses'"]


def test_what_was_asked_for_may_be_so_or_not() -> None:
    for found in ({}, {"topic": "roses"}):
        promises = Promises()
        promises.ask("topic", "roses")

        assert promises.broken(found) == []


def test_what_came_before_what_was_confirmed_may_not_come_back() -> None:
    promises = Promises()
    for value in ("roses", "tulips", "lilies"):
        promises.ask("topic", value)
    promises.confirm("topic", "tulips")

    assert promises.possible("topic") == ["tulips", "lilies"]
    assert promises.broken({"topic": "roses"})


def test_what_was_refused_may_not_be_so() -> None:
    promises = Promises()
    promises.ask("topic", "roses")
    promises.withdraw("topic", "roses")

    assert promises.broken({"topic": "roses"})


def test_what_holds_already_holds_on_when_it_is_refused_again() -> None:
    promises = Promises()
    promises.ask("topic", "roses")
    promises.confirm("topic", "roses")
    promises.ask("topic", "roses")
    promises.withdraw("topic", "roses")

    assert promises.possible("topic") == ["roses"]


def test_what_was_found_stays_so() -> None:
    promises = Promises()
    promises.ask("topic", "roses")
    promises.broken({"topic": "roses"})

    assert promises.broken({})
