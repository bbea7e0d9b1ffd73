"""Files that another user of this computer has put where a history is kept."""

import stat

import pytest

from chatapp.wire.message import Message
from server.network.control import control_path
from server.settings.settings import Settings
from server.storage import foreign_files
from server.storage.copies import CannotCopy, back_up, restore
from server.storage.schema import UnusableStorage
from server.verbs.giving_orders import give_order
from tests.server.running import RunningServer, settings_for_tests

ANOTHER = 4711


@pytest.fixture
def belongs_to_another(mocker):
    """Let files of some names belong to another user, who can write to the folder."""

    def give(*names):
        mocker.patch.object(
            foreign_files,
            "owner_of",
            lambda path: ANOTHER if path.name in names else path.lstat().st_uid,
        )

    return give


def start(folder):
    RunningServer(folder, settings_for_tests()).stop()


@pytest.mark.parametrize(
    "name",
    ["history.db", "history.db-wal", "history.db-shm", "history.db.lock", "tls.pem"],
)
def test_a_server_begins_with_no_file_of_somebody_else(
    tmp_path, belongs_to_another, name
):
    (tmp_path / name).touch()
    belongs_to_another(name)

    with pytest.raises(UnusableStorage, match="belongs to another user"):
        start(tmp_path)

    assert (tmp_path / name).read_bytes() == b""


def test_nor_with_a_link_that_somebody_else_has_put_there(tmp_path, belongs_to_another):
    (tmp_path / "mine").write_bytes(b"kept")
    (tmp_path / "history.db").symlink_to(tmp_path / "mine")
    belongs_to_another("history.db")

    with pytest.raises(UnusableStorage):
        start(tmp_path)

    assert (tmp_path / "mine").read_bytes() == b"kept"


def test_what_belongs_to_whose_the_folder_is_can_be_used_by_an_administrator(
    tmp_path, mocker
):
    mocker.patch.object(foreign_files, "owner_of", return_value=ANOTHER)

    start(tmp_path)
    start(tmp_path)


def test_no_order_goes_to_where_somebody_else_would_hear_it(
    tmp_path, belongs_to_another
):
    path = tmp_path / "history.db"
    control_path(path).touch()
    belongs_to_another(control_path(path).name)

    with pytest.raises(UnusableStorage):
        give_order(Settings(), path, Message("STATS"), needs_server=False)


def test_only_its_own_user_gives_a_server_orders(start_server):
    chat = start_server()

    mode = control_path(chat.path).lstat().st_mode

    assert stat.S_IMODE(mode) == 0o600


def test_a_link_in_the_place_of_the_control_socket_is_replaced_and_not_followed(
    tmp_path,
):
    victim = tmp_path / "mine"
    victim.write_bytes(b"kept")
    control_path(tmp_path / "history.db").symlink_to(victim)

    start(tmp_path)

    assert victim.read_bytes() == b"kept"


def test_a_backup_follows_no_link_and_is_for_its_owner_alone(start_server, tmp_path):
    chat = start_server()
    victim, target = tmp_path / "mine", tmp_path / "copy.db"
    victim.write_bytes(b"kept")
    (tmp_path / "copy.db.unfinished").symlink_to(victim)
    target.symlink_to(tmp_path / "nowhere")

    back_up(chat.path, target)

    assert victim.read_bytes() == b"kept"
    assert not (tmp_path / "nowhere").exists()
    assert stat.S_IMODE(target.lstat().st_mode) == 0o600


def test_a_copy_that_is_a_trap_is_not_put_in_place(tmp_path, start_server):
    chat = start_server()
    chat.join("anna").ask("PRIVMSG #lobby :kept")
    chat.stop()
    trap = tmp_path / "trap.db"
    trap.write_bytes(b"SQLite format 3\0" + bytes(5000))

    with pytest.raises(CannotCopy):
        restore(trap, chat.path)

    assert chat.path.stat().st_size > 5000
