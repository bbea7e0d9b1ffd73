"""Judges what stands in the sign-in window's fields, all of them at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chatapp.controllers.people.alphabets import mixed_alphabets
from chatapp.controllers.sign_in.sign_in_wording import mixes_alphabets
from chatapp.language import gettext as _
from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.entities import (
    LONGEST_USERNAME,
    SHORTEST_USERNAME,
    Field,
    SignInForm,
)
from chatapp.models.servers.server_address import MalformedAddress, ServerAddress
from chatapp.wire.invite_link import INVITED
from chatapp.wire.names import check_nick, normalize
from chatapp.wire.ports import HIGHEST_PORT, PLAIN_PORT, TLS_PORT, read_port

Problems = Mapping[Field | None, str]


@dataclass(frozen=True, slots=True)
class SignInRequest:
    """A form that holds: where to go and who goes there."""

    host: str
    port: int
    username: str
    password: str = field(default="", repr=False)
    channel: str = ""
    demand: Demand = ANY
    account: Account | None = None


class InvalidForm(ValueError):
    """A form with wrong fields; `problems` has a sentence for each."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("; ".join(problems.values()))
        self.problems = problems


def validate(form: SignInForm) -> SignInRequest:
    """Turn a form into a request.

    Raises:
        InvalidForm: With a sentence for every field that is wrong.
    """
    problems: dict[Field | None, str] = {}
    address = ServerAddress("", None)
    try:
        address = ServerAddress.parse(form.address)
    except MalformedAddress as error:
        problems[Field.ADDRESS] = str(error)
    port = _port(form.port if address.port is None else str(address.port), problems)
    account = _account_of(address)
    username = account.name if account else validate_username(form.username, problems)
    if problems:
        raise InvalidForm(problems)
    return SignInRequest(
        address.host,
        port,
        username,
        form.password or password_of(address),
        address.channel,
        demand_of(address, port),
        account,
    )


def _account_of(address: ServerAddress) -> Account | None:
    """Give who one is on another computer, as a link from there says."""
    if not address.account:
        return None
    return Account(address.account, address.secret, is_kept=False)


def password_of(address: ServerAddress) -> str:
    """Give what lets in who was invited."""
    return f"{INVITED}{address.token}" if address.token else ""


def demand_of(address: ServerAddress, port: int) -> Demand:
    """Tell what the connection must be: a link, code or port may mean TLS only."""
    names_server = bool(address.fingerprint or address.beginning)
    if address.account and not names_server:
        need = Need.VERIFIED  # what proves an account is for no stranger
    elif address.secure or names_server or port == TLS_PORT:
        need = Need.REQUIRED
    else:
        need = Need.PREFERRED
    return Demand(need, address.fingerprint, address.beginning)


def validate_username(text: str, problems: dict[Field | None, str]) -> str:
    """Return the username in its normal form.

    Args:
        text: what was typed.
        problems: gets a sentence, at the field of the username, if it cannot be one.
    """
    username = normalize(text)
    problem = check_nick(username, SHORTEST_USERNAME, LONGEST_USERNAME)
    alphabets = mixed_alphabets(username)
    if problem:
        problems[Field.USERNAME] = problem.sentence
    elif alphabets:
        problems[Field.USERNAME] = mixes_alphabets(alphabets)
    return username


def _port(text: str, problems: dict[Field | None, str]) -> int:
    port = read_port(text.strip())
    if port is not None:
        return port
    problems[Field.PORT] = _(
        "Type the port as a whole number from 1 to {max_port}. Most "
        "servers use {plain_port}."
    ).format(max_port=HIGHEST_PORT, plain_port=PLAIN_PORT)
    return 0
