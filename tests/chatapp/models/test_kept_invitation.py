"""The invitations to a hosted chat, kept from one window to the next."""

import pytest

from chatapp.models.kept_invitation import (
    INVITATION_FILE,
    MOST_KEPT,
    InvitationKeeper,
)


def test_what_several_windows_keep_the_next_one_finds(tmp_path):
    one, other = InvitationKeeper(tmp_path), InvitationKeeper(tmp_path)
    one.keep(3, "a token")

    other.keep(4, "another")

    assert InvitationKeeper(tmp_path).all() == {3: "a token", 4: "another"}


def test_what_is_forgotten_is_found_no_more(tmp_path):
    keeper = InvitationKeeper(tmp_path)
    keeper.keep(3, "a token")

    keeper.forget(3)
    keeper.forget(3)

    assert keeper.all() == {}


def test_the_oldest_goes_where_there_are_too_many(tmp_path):
    keeper = InvitationKeeper(tmp_path)

    for number in range(MOST_KEPT + 2):
        keeper.keep(number, "a token")

    assert min(keeper.all()) == 2


@pytest.mark.parametrize("text", ["", "[]", '{"x": ""}', "null"])
def test_what_cannot_be_read_is_no_invitation(tmp_path, text):
    (tmp_path / INVITATION_FILE).write_text(text)

    assert InvitationKeeper(tmp_path).all() == {}


def test_a_disk_that_refuses_harms_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    keeper = InvitationKeeper(tmp_path / "file")

    keeper.keep(3, "a token")

    assert keeper.all() == {3: "a token"}
    assert InvitationKeeper(tmp_path / "file").all() == {}
