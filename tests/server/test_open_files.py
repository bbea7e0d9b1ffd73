import resource
from contextlib import ExitStack

from server.network.door_limits import Admission
from server.network.turned_away import REFUSALS
from server.open_files import KEPT_FOR_THE_SERVER, room_for_connections
from tests.server.raw_client import RawClient
from tests.server.running import ServerProcess

HARD = 100_000


def test_the_limit_is_raised_to_what_the_system_allows(mocker):
    mocker.patch.object(resource, "getrlimit", return_value=(256, HARD))
    limit = mocker.patch.object(resource, "setrlimit")

    room = room_for_connections()

    limit.assert_called_once_with(resource.RLIMIT_NOFILE, (HARD, HARD))
    assert room == HARD - KEPT_FOR_THE_SERVER


def test_a_system_that_names_no_limit_and_has_one_is_asked_for_less(mocker):
    endless = resource.RLIM_INFINITY
    mocker.patch.object(resource, "getrlimit", return_value=(256, endless))
    mocker.patch.object(resource, "setrlimit", side_effect=[ValueError("no"), None])

    assert room_for_connections() == 10_240 - KEPT_FOR_THE_SERVER


def test_where_the_limit_cannot_be_raised_it_stays(mocker):
    mocker.patch.object(resource, "getrlimit", return_value=(256, HARD))
    mocker.patch.object(resource, "setrlimit", side_effect=OSError("no"))

    assert room_for_connections() == 256 - KEPT_FOR_THE_SERVER


class ConfinedServer(ServerProcess):
    """A server for which the system leaves room for two connections."""

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        confine = f'ulimit -n {KEPT_FOR_THE_SERVER + 2}; exec "$@"'
        return ["sh", "-c", confine, "sh", *super()._command(arguments)]


def test_who_comes_beyond_what_the_system_allows_is_told_so(tmp_path):
    with (
        ConfinedServer(tmp_path, "--host", "127.0.0.1", "--port", "0") as server,
        ExitStack() as connections,
    ):
        told = server.process.stdout.readline()
        clients = [
            connections.enter_context(RawClient("127.0.0.1", server.port))
            for _ in range(3)
        ]
        nicks = [clients[0].register("anna").nick, clients[1].register("bert").nick]
        refused = clients[2].read_to_end()
        server.terminate()
        log = server.errors()

    assert told.startswith("At most 2 can be connected at a time")
    assert nicks == ["anna", "bert"]
    assert [each.trailing for each in refused] == [
        REFUSALS[Admission.SYSTEM_ALLOWS_NO_MORE]
    ]
    assert "event=fewer-connections most=2 wanted=20000" in log
