"""A sign-in with a mocked view and mocked models, as its tests share it."""

import random

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.sign_in.again import SignInAgain
from chatapp.controllers.sign_in.login import LoginController, SignInView
from chatapp.controllers.sign_in.standing_requests import StandingRequests
from chatapp.controllers.window import WindowView
from chatapp.models.connection.encryption import ANY
from chatapp.models.entities import SignInForm
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.program.event_bus import EventBus
from chatapp.models.servers.known_servers import KnownServers
from chatapp.models.settings.settings import Settings
from chatapp.wire.fingerprints import Fingerprint

KNOWN, FOUND = Fingerprint(b"\1" * 32), Fingerprint(b"\2" * 32)
GOOD = SignInForm("10.0.0.5", "6667", "noor")


@pytest.fixture
def view(mocker: MockerFixture):
    view = mocker.create_autospec(SignInView, instance=True)
    view.form.return_value = GOOD
    return view


@pytest.fixture
def settings(mocker: MockerFixture):
    settings = mocker.create_autospec(Settings, instance=True)
    settings.last_sign_in = None
    settings.__getitem__.return_value = ""
    return settings


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def servers(mocker: MockerFixture):
    servers = mocker.create_autospec(KnownServers, instance=True)
    servers.demand.return_value = ANY
    return servers


@pytest.fixture
def announced(mocker: MockerFixture):
    return mocker.Mock(return_value=ANY)


@pytest.fixture
def hosting(mocker: MockerFixture):
    hosting = mocker.create_autospec(Hosting, instance=True)
    hosting.is_at.return_value = False
    hosting.started = None
    return hosting


@pytest.fixture
def standing(settings, saved) -> StandingRequests:
    standing = StandingRequests(settings, saved)
    standing.is_first = True
    return standing


@pytest.fixture
def controller(
    view,
    network,
    bus: EventBus,
    standing,
    hosting,
    scheduler,
    window,
    servers,
    announced,
) -> LoginController:
    again = SignInAgain(scheduler, random.Random(1))
    return LoginController(
        view, network, bus, standing, hosting, again, window, servers, announced
    )
