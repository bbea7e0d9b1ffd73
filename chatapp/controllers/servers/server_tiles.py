"""Sums a server up in a tile: its name, how one stands with it, what is new there."""

from chatapp.controllers.servers import server_wording as wording
from chatapp.controllers.wording import titled
from chatapp.models.entities import Connectedness, ServerTile, SignInForm
from chatapp.models.network import Network


def signed_in_tile(key: str, network: Network) -> ServerTile:
    """Sum up a server where one has been signed in."""
    rooms = network.rooms()
    standing = wording.STATES[network.state].format(nick=network.nick)
    place = f"{network.host}:{network.port}"
    return ServerTile(
        key,
        network.name,
        place,
        wording.describe_server(network.name, place, standing),
        network.state,
        unread=sum(room.waiting for room in rooms),
        mentions=sum(room.waiting_for_me for room in rooms),
    )


def signing_in_tile(
    key: str, network: Network, form: SignInForm, *, problem: bool, trying: bool
) -> ServerTile:
    """Sum up a server where one is not signed in yet, or not any more."""
    state = network.state
    if state is Connectedness.OFFLINE and trying:
        state = Connectedness.WAITING
    standing = wording.STATES[state].format(nick=form.username)
    if state is Connectedness.OFFLINE:
        standing = wording.NEEDS_YOU if problem else wording.NOT_SIGNED_IN
    place = ":".join(part for part in (form.address, form.port) if part)
    name = _name_of(form)
    words = wording.describe_server(name, place, standing)
    return ServerTile(key, name, place, words, state, problem=problem)


def signing_in_title(form: SignInForm) -> str:
    """Name in the title bar the server that one signs in to."""
    return titled(_name_of(form))


def _name_of(form: SignInForm) -> str:
    return form.address or wording.NEW
