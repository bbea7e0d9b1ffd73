import resource

from server.open_files import KEPT_FOR_THE_SERVER, room_for_connections

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
