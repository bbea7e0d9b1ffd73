"""What stands in a sign-in's fields before anything is typed."""

from dataclasses import replace

from chatapp.controllers.validation import demand_of, validate_username
from chatapp.models.entities import Field, FoundServer, SignInForm
from chatapp.models.servers.server_address import MalformedAddress, ServerAddress
from chatapp.models.settings.settings import LastSignIn, Settings
from chatapp.models.settings.settings_table import USERNAME
from chatapp.wire.ports import PLAIN_PORT


def initial_form(
    settings: Settings,
    system_user: str,
    *,
    address: str | None = None,
    port: str | None = None,
    username: str | None = None,
) -> SignInForm:
    """Fill the form: with what was asked for, else the last good values."""
    name = settings[USERNAME] or _valid_or_empty(system_user)
    known = settings.last_sign_in or LastSignIn("", PLAIN_PORT, name)
    return as_address_names(
        SignInForm(
            known.address if address is None else address,
            str(known.port) if port is None else port,
            known.username if username is None else username,
        )
    )


def form_for_another(settings: Settings, address: str = "") -> SignInForm:
    """Fill the form for one more server: one is likely to have the same name there."""
    last = settings.last_sign_in
    username = last.username if last else ""
    return as_address_names(SignInForm(address, str(PLAIN_PORT), username))


def as_address_names(form: SignInForm) -> SignInForm:
    """Have the port and the username be those that the address names, if it does."""
    return replace(
        form,
        port=named_port(form.address) or form.port,
        username=named_account(form.address) or form.username,
    )


def named_port(address: str) -> str:
    """Give the port that an address, a link or a short code names; "" for none."""
    port = _parsed(address).port
    return str(port) if port else ""


def named_account(address: str) -> str:
    """Give the account as whom a link signs in; "" for none."""
    return _parsed(address).account


def leads_to(address: str, server: FoundServer) -> bool:
    """Tell whether a link or a code that was typed is for this very server."""
    told, found = _parsed(address), server.told.fingerprint
    if not (told.secure or told.token or told.channel or told.account):
        return False
    places = (server.host, *server.addresses)
    if found and (told.fingerprint or told.beginning):
        return demand_of(told, server.port).accepts(found)
    return told.host in places and (told.port or server.port) == server.port


def first_to_type(form: SignInForm) -> Field:
    """Tell where the cursor belongs."""
    if not form.address:
        return Field.ADDRESS
    if not form.port:
        return Field.PORT
    return Field.USERNAME


def _parsed(address: str) -> ServerAddress:
    try:
        return ServerAddress.parse(address)
    except MalformedAddress:
        return ServerAddress("", None)


def _valid_or_empty(username: str) -> str:
    problems: dict[Field | None, str] = {}
    valid = validate_username(username, problems)
    return "" if problems else valid
