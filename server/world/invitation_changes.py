"""How events about invitations change the world, and how they are undone."""

from typing import TYPE_CHECKING

from server.world.events import Event
from server.world.invitations import (
    EntryDecided,
    EntryGranted,
    GuestCame,
    InvitationChanged,
    InvitationMade,
    TokenOffered,
)
from server.world.user import Opens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from server.world.world import World


def _make(world: "World", event: InvitationMade) -> tuple[Event, ...]:
    world.invitations.put(event.invitation)
    return ()


def _change(world: "World", event: InvitationChanged) -> tuple[Event, ...]:
    world.invitations.put(event.invitation)
    return ()


def _count_guest(world: "World", event: GuestCame) -> tuple[Event, ...]:
    world.invitations.count(event.number, event.guest, event.instead_of)
    return ()


def _keep_token(_world: "World", event: TokenOffered) -> tuple[Event, ...]:
    event.session.token = event.token
    return ()


def _grant_entry(_world: "World", event: EntryGranted) -> tuple[Event, ...]:
    event.user.remember_invitation(event.channel, Opens.GATE | Opens.LOCK)
    return ()


def _decide_entry(world: "World", event: EntryDecided) -> tuple[Event, ...]:
    world.invitations.only = event.only
    return ()


def _undo_making(world: "World", event: InvitationMade) -> None:
    world.invitations.take(event.invitation)


def _undo_changing(world: "World", event: InvitationChanged) -> None:
    if world.invitations.find(event.invitation.number) is event.invitation:
        world.invitations.put(event.previous)


def _undo_deciding(world: "World", event: EntryDecided) -> None:
    if world.invitations.only is event.only:
        world.invitations.only = event.previous


Following = tuple[Event, ...]

INVITATION_CHANGES: "Mapping[type[Event], Callable[[World, Any], Following]]" = {
    InvitationMade: _make,
    InvitationChanged: _change,
    EntryDecided: _decide_entry,
    GuestCame: _count_guest,
    TokenOffered: _keep_token,
    EntryGranted: _grant_entry,
}
INVITATION_UNDOINGS: "Mapping[type[Event], Callable[[World, Any], None]]" = {
    InvitationMade: _undo_making,
    InvitationChanged: _undo_changing,
    EntryDecided: _undo_deciding,
}
