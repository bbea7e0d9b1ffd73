"""What files keep for several windows holds at once, however slow the disk is."""

from datetime import UTC, datetime

import pytest

from chatapp.models.hosting.kept_invitation import InvitationKeeper
from chatapp.models.servers.known_servers import KnownServers
from chatapp.models.servers.saved_servers import SavedServer, SavedServers
from chatapp.models.servers.transport_policies import TransportPolicies
from chatapp.models.settings.kept_value import KeptValue
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.settings.later import Later

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
SERVER = SavedServer("10.0.0.7", 6667, "noor")
FIRST = Fingerprint(b"1" * 32)


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.mark.parametrize(
    ("load", "change", "known"),
    [
        (
            lambda folder: KnownServers.load(lambda: NOW, folder),
            lambda servers: servers.trust("10.0.0.7", 6667, FIRST),
            lambda servers: servers.places_of(FIRST) == [("10.0.0.7", 6667)],
        ),
        (
            SavedServers.load,
            lambda saved: saved.remember(SERVER),
            lambda saved: list(saved.all()) == [SERVER],
        ),
        (
            lambda folder: TransportPolicies.load(lambda: NOW, folder),
            lambda policies: policies.keep("chat.example", 6697, 60),
            lambda policies: policies.port_of("chat.example") == 6697,
        ),
        (
            InvitationKeeper,
            lambda keeper: keeper.keep(3, "token"),
            lambda keeper: keeper.all() == {3: "token"},
        ),
    ],
    ids=["known", "saved", "policies", "invitations"],
)
def test_it_holds_at_once_and_is_written_when_the_disk_is_ready(
    tmp_path, later, load, change, known
):
    kept = load(tmp_path)
    kept.write_by(later.do)

    change(kept)

    assert known(kept)
    assert list(tmp_path.iterdir()) == []
    later.run()
    assert known(kept)
    assert known(load(tmp_path))


@pytest.fixture
def disk() -> list[str]:
    return ["ada"]


@pytest.fixture
def names(disk, later) -> KeptValue[list[str]]:
    def write(value) -> None:
        disk[:] = value

    names = KeptValue("names", ["ada"], lambda: list(disk), write)
    names.write_by(later.do)
    return names


def test_what_other_windows_changed_is_taken_over_after_all_of_ones_own(
    names, disk, later
):
    names.edit(lambda value: [*value, "bob"])
    names.edit(lambda value: [*value, "eve"])
    disk.append("zoe")

    later.run()
    between = names.value
    later.run()

    assert between == ["ada", "bob", "eve"]
    assert names.value == disk == ["ada", "zoe", "bob", "eve"]


def test_what_other_windows_changed_can_be_asked_for(names, disk, later):
    told = []
    names.refresh(lambda: told.append(names.value))
    disk.append("zoe")

    later.run()

    assert told == [["ada", "zoe"]]


def test_what_the_disk_refuses_holds_until_the_end(later):
    def refuse(*_given):
        raise OSError(28, "No space left on device")

    names = KeptValue("names", ["ada"], refuse, refuse)
    names.write_by(later.do)

    names.edit(lambda value: [*value, "bob"])
    later.run()

    assert names.value == ["ada", "bob"]
