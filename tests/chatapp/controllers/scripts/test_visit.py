"""A script's stay in one room, and what may be in its way."""

from dataclasses import replace

import pytest

from chatapp.controllers.scripts.headless import EXIT_REMOVED, Terminal
from chatapp.controllers.scripts.visit import (
    EXIT_NO_ROOM,
    EXIT_REFUSED,
    EXIT_UNAVAILABLE,
    Visit,
    meets_nobody_new,
)
from chatapp.controllers.validation import SignInRequest
from chatapp.models.connection.encryption import ANY, IN_PLAIN, Demand, Need
from chatapp.models.entities import Person
from chatapp.models.events import (
    Problem,
    ProofFailed,
    ProofProblem,
    Removed,
    RequestRefused,
    RoomClosed,
    RoomOpened,
    SignedIn,
    SignInFailed,
)
from chatapp.models.rooms.room_events import PeopleListed, RoomLookedFor
from chatapp.wire.fingerprints import Fingerprint

NAMED = Fingerprint(b"\1" * 32)
REQUEST = SignInRequest("chat.example", 6697, "noor")


@pytest.fixture
def terminal(mocker):
    return mocker.create_autospec(Terminal, instance=True)


@pytest.fixture
def entered():
    return []


@pytest.fixture
def visit(network, bus, terminal, entered):
    network.own_name.failure = None
    visit = Visit(REQUEST, "#lobby", network, bus, terminal)
    visit.on_entered = lambda: entered.append(True)
    return visit


def test_it_goes_where_it_is_told_and_enters_the_room(visit, network, bus, entered):
    visit.begin()
    bus.publish(SignedIn("noor"))
    bus.publish(RoomLookedFor("#lobby", is_there=True))
    bus.publish(RoomOpened("#other"))
    bus.publish(RoomOpened("#Lobby"))

    network.connect.assert_called_once_with("chat.example", 6697, "noor", "", ANY, None)
    network.join.assert_called_once_with("#lobby")
    assert entered == [True]


def test_a_room_that_is_not_there_is_not_made(visit, network, bus, terminal):
    bus.publish(SignedIn("noor"))
    network.directory.look_for.assert_called_once_with("#lobby")

    bus.publish(RoomLookedFor("#lobby", is_there=False))

    assert "say --create" in terminal.complain.call_args.args[0]
    terminal.end.assert_called_once_with(EXIT_NO_ROOM)
    network.join.assert_not_called()


def test_a_room_is_made_for_who_says_so(network, bus, terminal):
    network.own_name.failure = None
    Visit(REQUEST, "#new", network, bus, terminal, creates=True)

    bus.publish(SignedIn("noor"))

    network.join.assert_called_once_with("#new")
    network.directory.look_for.assert_not_called()


def test_one_person_is_written_to_without_a_room(network, bus, terminal):
    network.own_name.failure = None
    visit = Visit(REQUEST, "ada", network, bus, terminal)

    bus.publish(SignedIn("noor"))

    assert visit.room == "ada"
    network.open_direct.assert_called_once_with("ada")


@pytest.mark.parametrize(
    ("is_there", "told"),
    [(True, "ada is not here. There is a room #ada."), (False, "ada is not here.")],
)
def test_who_is_not_there_may_be_a_room(network, bus, terminal, is_there, told):
    visit = Visit(REQUEST, "ada", network, bus, terminal)
    visit.not_reached("ada is not here.")
    network.directory.look_for.assert_called_once_with("#ada")

    bus.publish(RoomLookedFor("#ada", is_there=is_there))

    assert terminal.complain.call_args.args[0].startswith(told)
    terminal.end.assert_called_once_with(EXIT_REFUSED)


@pytest.mark.parametrize(
    "problem",
    [Problem.NICK_OWNED, Problem.PASSWORD_NEEDED, Problem.INVITATION_NEEDED],
)
def test_nobody_is_told_of_a_field_where_there_is_none(visit, bus, terminal, problem):
    bus.publish(SignInFailed(problem, ""))

    sentence = terminal.complain.call_args.args[0]
    assert "field" not in sentence
    assert "--" in sentence


@pytest.mark.parametrize(
    ("demand", "needed"),
    [
        (ANY, Demand(Need.VERIFIED)),
        (Demand(Need.REQUIRED, NAMED), Demand(Need.VERIFIED, NAMED)),
        (IN_PLAIN, IN_PLAIN),
    ],
)
def test_a_script_meets_no_server_for_the_first_time(demand, needed):
    request = meets_nobody_new(replace(REQUEST, demand=demand))

    assert request == replace(REQUEST, demand=needed)


def test_on_this_computer_a_script_meets_whoever_is_there():
    request = replace(REQUEST, host="127.0.0.1")

    assert meets_nobody_new(request) is request


def test_who_meets_a_stranger_is_told_what_to_do(visit, bus, terminal):
    bus.publish(SignInFailed(Problem.CERTIFICATE_UNKNOWN, "self-signed certificate"))

    sentence = terminal.complain.call_args.args[0]
    assert "chat.example port 6697 (self-signed certificate)" in sentence
    assert "say --trust-new" in sentence


def test_after_a_reconnection_the_room_is_there_by_itself(visit, network, bus):
    bus.publish(SignedIn("noor", again=True))

    network.join.assert_not_called()


def test_who_cannot_sign_in_is_told_why(visit, bus, terminal):
    bus.publish(SignInFailed(Problem.NICK_TAKEN))

    sentence = "noor is already in use there. Choose another username."
    terminal.complain.assert_called_once_with(sentence)
    terminal.end.assert_called_once_with(EXIT_UNAVAILABLE)


def test_who_is_only_a_guest_is_told_and_goes_on(visit, network, bus, terminal):
    network.own_name.failure = ProofFailed("noor", ProofProblem.LOCKED)

    bus.publish(SignedIn("noor"))

    assert "as a guest" in terminal.complain.call_args.args[0]
    terminal.end.assert_not_called()


def test_a_room_that_lets_nobody_in_ends_it(visit, bus, terminal):
    bus.publish(RequestRefused("473", "#lobby", "This room is closed."))

    terminal.complain.assert_called_once_with("This room is closed.")
    terminal.end.assert_called_once_with(EXIT_REFUSED)


def test_what_is_refused_later_does_not_end_it(visit, bus, terminal):
    bus.publish(RoomOpened("#lobby"))

    bus.publish(RequestRefused("404", "#lobby", "No."))

    terminal.end.assert_not_called()


def test_who_is_put_out_of_the_room_is_told_by_whom(visit, bus, terminal):
    bus.publish(RoomOpened("#lobby"))

    bus.publish(RoomClosed("#lobby", "too loud", "ada"))

    sentence = "You are no longer in #lobby. ada removed you: too loud"
    terminal.complain.assert_called_once_with(sentence)
    terminal.end.assert_called_once_with(EXIT_REFUSED)


def test_who_is_removed_from_the_server_is_told_why(visit, bus, terminal):
    bus.publish(Removed("You are banned."))

    terminal.complain.assert_called_once_with("You are banned.")
    terminal.end.assert_called_once_with(EXIT_REMOVED)


def test_a_room_that_is_empty_is_told_once(visit, network, bus, terminal):
    network.people.return_value = [Person("noor", is_me=True)]

    for room in ("#other", "#Lobby", "#lobby"):
        bus.publish(PeopleListed(room))

    terminal.complain.assert_called_once_with("Nobody else is in #lobby.")
    terminal.end.assert_not_called()


def test_a_room_with_people_needs_no_word(visit, network, bus, terminal):
    network.people.return_value = [Person("noor", is_me=True), Person("Ada")]

    bus.publish(PeopleListed("#lobby"))

    terminal.complain.assert_not_called()
