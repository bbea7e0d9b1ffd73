"""What was written before is kept for each room, and so is the draft."""

import pytest

from chatapp.controllers.writing.written_before import MOST_REMEMBERED, WrittenBefore

SAID = {"#lobby": ["earlier"]}


@pytest.fixture
def written() -> WrittenBefore:
    return WrittenBefore(lambda room: SAID.get(room, []))


def test_each_room_has_its_own_past(written) -> None:
    written.remember("#lobby", "here")
    written.remember("#other", "there")

    assert written.recall("#Lobby", -1, "") == "here"
    assert written.recall("#other", -1, "") == "there"


def test_what_was_said_before_the_window_was_opened_can_be_called_back(written) -> None:
    assert written.recall("#lobby", -1, "") == "earlier"


def test_where_nothing_was_written_there_is_nothing_to_go_to(written) -> None:
    assert written.recall("#other", -1, "draft") is None


def test_the_draft_comes_back_behind_the_newest(written) -> None:
    written.remember("#other", "one")

    written.recall("#other", -1, "draft")

    assert written.recall("#other", 1, "one") == "draft"
    assert written.recall("#other", 1, "draft") is None


def test_what_is_only_looked_at_is_no_draft(written) -> None:
    written.remember("#other", "one")
    written.recall("#other", -1, "draft")

    assert written.draft_behind("#other", "one") == "draft"
    assert written.draft_behind("#other", "one more") == "one more"


def test_at_rest_what_stands_in_the_box_is_the_draft(written) -> None:
    written.remember("#other", "one")

    assert written.draft_behind("#other", "one") == "one"


def test_the_same_again_is_remembered_once(written) -> None:
    written.remember("#other", "one")
    written.remember("#other", "one")

    written.recall("#other", -1, "")

    assert written.recall("#other", -1, "one") is None


def test_no_more_is_remembered_than_anybody_goes_through(written) -> None:
    for number in range(MOST_REMEMBERED + 5):
        written.remember("#other", str(number))

    assert written.recall("#other", -10_000, "") == "5"
