"""The invitation of a hosted chat, kept from one window to the next."""

import pytest

from chatapp.models.kept_invitation import (
    INVITATION_FILE,
    InvitationKeeper,
    KeptInvitation,
)

KEPT = KeptInvitation(3, "s3cret-token")


def test_what_one_window_keeps_the_next_one_finds(tmp_path):
    InvitationKeeper(tmp_path).keep(KEPT)

    assert InvitationKeeper(tmp_path).load() == KEPT
    assert "s3cret" not in repr(KEPT)


def test_what_is_forgotten_is_found_no_more(tmp_path):
    keeper = InvitationKeeper(tmp_path)
    keeper.keep(KEPT)

    keeper.forget()
    keeper.forget()

    assert keeper.load() is None


@pytest.mark.parametrize("text", ["", "[]", '{"number": "x", "token": ""}'])
def test_what_cannot_be_read_is_no_invitation(tmp_path, text):
    (tmp_path / INVITATION_FILE).write_text(text)

    assert InvitationKeeper(tmp_path).load() is None


def test_a_disk_that_refuses_harms_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    keeper = InvitationKeeper(tmp_path / "file")

    keeper.keep(KEPT)

    assert keeper.load() is None
