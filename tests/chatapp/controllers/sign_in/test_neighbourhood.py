"""The chats around here: what is listed, filled in when chosen, and believed."""

from dataclasses import replace

import pytest

from chatapp.controllers.sign_in.finding_words import OUTLOOKS
from chatapp.controllers.sign_in.neighbourhood import (
    Acquaintances,
    NeighbourhoodController,
    ServersView,
)
from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.discovery.discovery import Lookout
from chatapp.models.entities import (
    Field,
    FoundServer,
    Neighbourhood,
    Outlook,
    ServerRow,
    SignInForm,
)
from chatapp.models.events import SignedIn
from chatapp.wire.announcement import Announcement, Needs
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.short_code import ShortCode

FINGERPRINT, OTHER = Fingerprint(b"\1" * 32), Fingerprint(b"\2" * 32)
PHYSICS = FoundServer(
    "physics",
    Announcement("Physics 2b", FINGERPRINT, Needs.NOTHING, 23),
    "192.168.1.20",
    7000,
    2.2,
)
PLACE = ("192.168.1.20", 7000)


@pytest.fixture
def view(mocker):
    view = mocker.create_autospec(ServersView, instance=True)
    view.form.return_value = SignInForm("old.example", "6667", "noor", "secret")
    return view


@pytest.fixture
def lookout(mocker):
    return mocker.create_autospec(Lookout, instance=True)


@pytest.fixture
def servers(mocker):
    servers = mocker.create_autospec(Acquaintances, instance=True)
    servers.demand.return_value = ANY
    servers.places_of.return_value = []
    return servers


@pytest.fixture
def controller(view, lookout, servers, bus):
    controller = NeighbourhoodController(view, lookout, servers, bus)
    controller.begin()
    return controller


@pytest.fixture
def find(controller, lookout):
    """Have servers found."""
    tell = lookout.watch.call_args.args[0]
    return lambda *found, outlook=Outlook.FOUND: tell(Neighbourhood(outlook, found))


def test_what_is_found_is_listed_with_what_it_is(find, view):
    find(PHYSICS)

    row = ServerRow("physics", "Physics 2b", "23 people · 2 ms", is_encrypted=True)
    view.show_servers.assert_called_with([row], "")


@pytest.mark.parametrize("name", ["Physics 2b", "physics 2B", "Рhysics 2b"])  # noqa: RUF001 - a Cyrillic letter, to be taken for a Latin one
def test_of_two_chats_that_are_called_alike_it_is_told_where_they_are(find, view, name):
    other = replace(
        PHYSICS, entry="other", host="fd00::1", told=replace(PHYSICS.told, name=name)
    )

    find(PHYSICS, other)

    details = [row.details for row in view.show_servers.call_args.args[0]]
    assert details == [
        "192.168.1.20:7000 · 23 people",
        "[fd00::1]:7000 · 23 people",
    ]


@pytest.mark.parametrize(
    ("needs", "users", "milliseconds", "details"),
    [
        (Needs.NOTHING, 0, 0.4, "nobody yet · under 1 ms"),
        (Needs.NOTHING, 1, 12.6, "1 person · 13 ms"),
        (Needs.PASSWORD, 2, 3, "asks for a password · 2 people · 3 ms"),
        (Needs.INVITATION, 2, 3, "by invitation · 2 people · 3 ms"),
    ],
)
def test_what_one_needs_and_how_many_are_on_is_said(
    find, view, needs, users, milliseconds, details
):
    told = Announcement("", None, needs, users)

    find(FoundServer("entry", told, *PLACE, milliseconds))

    row = ServerRow("entry", "192.168.1.20", details, is_encrypted=False)
    assert view.show_servers.call_args.args[0] == [row]


@pytest.mark.parametrize("outlook", list(Outlook))
def test_how_the_search_goes_is_said_kindly(find, view, outlook):
    find(outlook=outlook)

    view.show_servers.assert_called_with([], OUTLOOKS[outlook])


def test_a_choice_fills_in_where_the_server_is(find, view, controller):
    find(PHYSICS)

    controller.choose("physics")

    form = SignInForm("192.168.1.20", "7000", "noor", "secret")
    view.show_form.assert_called_once_with(form, Field.USERNAME)
    view.show_password.assert_not_called()


CODE = ShortCode(PLACE[0], PLACE[1], b"\1" * 8, "T" * 22)
OTHER_CODE = replace(CODE, beginning=b"\2" * 8)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (CODE.render(), True),
        (f"ircs://school.example:7000/?fp={FINGERPRINT.hex}&t=abc", True),
        ("irc://192.168.1.20:7000/#class", True),
        (OTHER_CODE.render(), False),
        ("irc://192.168.1.20:7001/#class", False),
        ("192.168.1.7", False),
    ],
)
def test_a_choice_keeps_the_invitation_that_is_for_this_very_chat(
    find, view, controller, typed, kept
):
    view.form.return_value = SignInForm(typed, "7000", "noor", "")
    find(PHYSICS)

    controller.choose("physics")

    address = typed if kept else "192.168.1.20"
    form = SignInForm(address, "7000", "noor", "")
    view.show_form.assert_called_once_with(form, Field.USERNAME)


def test_a_server_that_asks_for_a_password_makes_its_field_appear(
    find, view, controller
):
    told = replace(PHYSICS.told, needs=Needs.PASSWORD)
    find(replace(PHYSICS, told=told))

    controller.choose("physics")

    view.show_password.assert_called_once_with(visible=True)


def test_what_was_wrong_with_another_server_is_not_said_of_this_one(
    find, view, controller
):
    find(PHYSICS)

    controller.choose("physics")

    view.show_problems.assert_called_once_with({})


def test_what_has_gone_meanwhile_cannot_be_chosen(find, view, controller):
    find(PHYSICS)
    find()

    controller.choose("physics")

    view.show_form.assert_not_called()


def test_who_has_signed_in_looks_no_more(controller, lookout, bus):
    bus.publish(SignedIn("noor", again=False))

    lookout.unwatch.assert_called_once_with(lookout.watch.call_args.args[0])


def test_tls_that_was_announced_is_demanded(find, controller):
    find(PHYSICS)

    assert controller.demand(*PLACE) == Demand(Need.REQUIRED)


def test_a_certificate_that_was_met_elsewhere_has_to_be_this_one(
    find, controller, servers
):
    servers.places_of.return_value = [("192.168.1.7", 7000)]
    find(PHYSICS)

    assert controller.demand(*PLACE) == Demand(Need.REQUIRED, FINGERPRINT)


def test_where_a_server_is_known_what_is_announced_changes_nothing(
    find, controller, servers
):
    servers.demand.return_value = Demand(Need.REQUIRED, OTHER)
    find(PHYSICS)

    assert controller.demand(*PLACE) == ANY


def test_of_what_was_not_announced_nothing_is_demanded(find, controller):
    find(PHYSICS)

    assert controller.demand("10.0.0.1", 7000) == ANY
