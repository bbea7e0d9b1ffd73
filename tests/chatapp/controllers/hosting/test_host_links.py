"""Which link a host is shown, when one is made, and what is said of each."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.hosting.host_links import HostLinks, LinksView, LinksWindow
from chatapp.controllers.hosting.host_wording import OVER, USED_UP
from chatapp.models.entities import Connectedness, LinkRow
from chatapp.models.events import ConnectionChanged
from chatapp.models.hosting.kept_invitation import InvitationKeeper
from chatapp.models.hosting.operating import Operating
from chatapp.models.hosting.operator_events import (
    BecameOperator,
    Invitation,
    InvitationMade,
    InvitationRevoked,
    InvitationsListed,
    InvitedOnly,
)
from chatapp.models.program.event_bus import EventBus

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def card(mocker: MockerFixture):
    return mocker.create_autospec(LinksView, instance=True)


@pytest.fixture
def keeper(tmp_path) -> InvitationKeeper:
    return InvitationKeeper(tmp_path)


@pytest.fixture(autouse=True)
def links(mocker: MockerFixture, card, network, bus: EventBus, keeper) -> HostLinks:
    window = mocker.create_autospec(LinksWindow, instance=True)
    window.new_links.return_value = card
    network.operating = mocker.create_autospec(Operating, instance=True)
    links = HostLinks(window, network, bus, keeper, lambda: NOW)
    links.on_closed = mocker.Mock()
    return links


@pytest.fixture
def sign_in(bus: EventBus):
    """Become the operator, and be told which invitations hold."""

    def sign_in(*invitations: Invitation, only: bool = True) -> None:
        bus.publish(BecameOperator())
        bus.publish(InvitationsListed(invitations))
        bus.publish(InvitedOnly(only))

    return sign_in


def test_an_operator_asks_who_may_join(network, bus) -> None:
    bus.publish(BecameOperator())

    network.operating.ask.assert_called_once_with()


def test_who_lets_in_only_the_invited_gets_a_link_if_there_is_none(
    links, network, bus, sign_in
) -> None:
    sign_in(only=False)

    links.let_in_only_invited(True)
    bus.publish(InvitedOnly(True))
    bus.publish(InvitedOnly(True))

    network.operating.let_in_only_invited.assert_called_once_with(True)
    network.operating.invite.assert_called_once_with()
    assert not links.works
    bus.publish(InvitationMade(Invitation(1), "token"))
    assert links.token == "token"
    assert links.works


def test_what_was_told_before_it_was_asked_for_keeps_nobody_from_getting_a_link(
    links, network, bus, sign_in
) -> None:
    sign_in(only=False)
    links.let_in_only_invited(True)

    bus.publish(InvitedOnly(False))  # what was listed as the panel was opened
    bus.publish(InvitedOnly(True))
    bus.publish(InvitedOnly(True))

    network.operating.invite.assert_called_once_with()


def test_at_the_next_sign_in_the_invitation_that_stands_is_shown_again(
    links, network, bus, keeper, sign_in
) -> None:
    keeper.keep(3, "token")

    sign_in(Invitation(2), Invitation(3, came=5, most=30))
    links.let_in_only_invited(True)
    bus.publish(InvitedOnly(True))

    network.operating.invite.assert_not_called()
    assert links.token == "token"
    assert links.words == "It lets in 30 people. 5 came by it."


@pytest.mark.parametrize(
    ("invitations", "words"),
    [([], OVER), ([Invitation(3, came=30, most=30)], USED_UP)],
)
def test_in_place_of_an_invitation_that_is_over_none_is_made_unasked(
    links, network, keeper, sign_in, invitations, words
) -> None:
    keeper.keep(3, "token")

    sign_in(*invitations)

    network.operating.invite.assert_not_called()
    assert not links.works
    assert links.words == words


def test_the_newest_link_that_still_lets_somebody_in_is_shown(
    links, keeper, sign_in
) -> None:
    for number in (1, 2, 3):
        keeper.keep(number, f"token {number}")

    sign_in(Invitation(1), Invitation(2), Invitation(3, came=1, most=1))

    assert links.token == "token 2"


def test_where_everybody_may_join_nothing_is_made_nor_needed(
    links, network, keeper, sign_in
) -> None:
    keeper.keep(3, "token")

    sign_in(Invitation(3), only=False)

    network.operating.invite.assert_not_called()
    assert (links.token, links.words, links.works) == ("", "", True)


def test_who_is_offline_makes_no_invitation(links, network, bus, sign_in) -> None:
    sign_in(only=False)
    links.let_in_only_invited(True)
    bus.publish(ConnectionChanged(Connectedness.OFFLINE))

    bus.publish(InvitedOnly(True))

    network.operating.invite.assert_not_called()


def test_in_place_of_a_link_that_was_taken_back_an_older_one_is_shown(
    links, network, bus, keeper, sign_in
) -> None:
    keeper.keep(2, "older")
    keeper.keep(3, "token")
    sign_in(Invitation(2), Invitation(3))

    bus.publish(InvitationRevoked(3))

    assert links.token == "older"
    assert keeper.all() == {2: "older"}
    network.operating.invite.assert_not_called()


def test_a_link_is_made_with_limits_and_leads_back(links, card, network) -> None:
    links.open()

    card.on_make(2, 1)

    network.operating.invite.assert_called_once_with(30, 24 * 60)
    links.on_closed.assert_called_once_with()


def test_all_links_are_listed_the_latest_first(links, card, bus, sign_in) -> None:
    soon = datetime(2026, 11, 27, 18, tzinfo=UTC)
    sign_in(Invitation(2, 4), Invitation(3, 5, 30, soon))

    links.open()

    rows = [
        LinkRow(3, f"Link 3: 5 of 30 came, until {soon.astimezone():%H:%M}"),
        LinkRow(2, "Link 2: 4 came, for good"),
    ]
    assert card.show_links.call_args.args[0] == rows


def test_a_link_is_taken_back_and_goes_from_the_list(
    links, card, network, bus, sign_in
) -> None:
    sign_in(Invitation(2))
    links.open()

    card.on_take_back(2)
    bus.publish(InvitationRevoked(2))

    network.operating.revoke.assert_called_once_with(2)
    assert card.show_links.call_args.args[0] == []


def test_the_day_is_told_where_a_link_does_not_end_today(links, bus, sign_in) -> None:
    end = NOW + timedelta(days=3)
    sign_in()

    bus.publish(InvitationMade(Invitation(1, most=1, ends_at=end), "token"))

    assert links.words == (
        f"It lets in one person, until 30 November, {end.astimezone():%H:%M}."
    )


def test_the_server_is_asked_anew_by_operators_only(links, network, bus) -> None:
    links.look()
    network.operating.ask.assert_not_called()

    bus.publish(BecameOperator())
    links.look()

    assert network.operating.ask.call_count == 2
