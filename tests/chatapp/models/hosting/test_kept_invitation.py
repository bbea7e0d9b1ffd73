"""The invitations to a hosted chat, kept from one window to the next."""

import pytest

from chatapp.models.hosting.kept_invitation import (
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


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"x": ""}', b"null", b"\xff", b"[" * 100_000]
)
def test_a_file_that_is_broken_is_set_aside_and_told(tmp_path, caplog, data):
    (tmp_path / INVITATION_FILE).write_bytes(data)

    keeper = InvitationKeeper(tmp_path)
    keeper.keep(3, "a token")

    (aside,) = tmp_path.glob("invitations.broken-*.json")
    assert aside.read_bytes() == data
    assert aside.name in caplog.text
    assert InvitationKeeper(tmp_path).all() == {3: "a token"}


def test_nothing_is_written_over_a_file_that_cannot_be_read(tmp_path, caplog):
    path = tmp_path / INVITATION_FILE
    path.mkdir()  # which cannot be read as a file, by nobody

    keeper = InvitationKeeper(tmp_path)
    keeper.keep(3, "a token")

    assert keeper.all() == {3: "a token"}
    assert path.is_dir()
    assert "invitations cannot be read" in caplog.text


def test_a_disk_that_refuses_harms_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    keeper = InvitationKeeper(tmp_path / "file")

    keeper.keep(3, "a token")

    assert keeper.all() == {3: "a token"}
    assert InvitationKeeper(tmp_path / "file").all() == {}
