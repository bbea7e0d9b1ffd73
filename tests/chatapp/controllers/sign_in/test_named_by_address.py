"""The port's and the username's fields follow an address that names them."""

import pytest

from chatapp.controllers.sign_in.named_by_address import NamedByAddress
from chatapp.models.entities import Field
from chatapp.wire.invite_link import InviteLink


class Fields:
    """The fields of the sign-in."""

    def __init__(self):
        self.texts = {Field.PORT: "6667", Field.USERNAME: "root"}
        self.held = set()

    @property
    def port(self):
        return self.texts[Field.PORT]

    @port.setter
    def port(self, port):
        self.texts[Field.PORT] = port

    def text_in(self, field):
        return self.texts[field]

    def put_text(self, field, text):
        self.texts[field] = text

    def hold(self, field, held):
        (self.held.add if held else self.held.discard)(field)


@pytest.fixture
def fields():
    fields = Fields()
    NamedByAddress(fields)
    return fields


def test_a_port_that_is_typed_behind_the_address_is_shown(fields):
    for address in ("10.0.0.5", "10.0.0.5:", "10.0.0.5:7", "10.0.0.5:70"):
        fields.on_address(address)

    assert fields.port == "70"


def test_a_link_that_is_pasted_shows_its_port(fields):
    fields.on_address("ircs://chat.example/#class")

    assert fields.port == "6697"


def test_without_a_port_in_the_address_what_was_there_comes_back(fields):
    fields.port = "6999"
    fields.on_address("chat.example:7000")
    fields.on_address("chat.example:7001")

    fields.on_address("chat.example")

    assert fields.port == "6999"


def test_what_somebody_typed_stays_where_no_address_named_another(fields):
    fields.port = "6999"

    fields.on_address("chat.example")

    assert fields.port == "6999"


def test_a_field_that_was_empty_gets_the_usual_port(fields):
    fields.port = ""
    fields.on_address("chat.example:7000")

    fields.on_address("")

    assert fields.port == "6667"


def test_a_port_is_written_in_one_place_only(fields):
    fields.on_address("chat.example:7000")
    while_it_is_named = set(fields.held)

    fields.on_address("chat.example")

    assert while_it_is_named == {Field.PORT}
    assert fields.held == set()


def test_a_link_to_ones_own_account_says_as_whom_one_signs_in(fields):
    fields.on_address(
        InviteLink("chat.example", account="noor", secret="word").render()
    )
    while_it_is_named = (fields.text_in(Field.USERNAME), set(fields.held))

    fields.on_address("chat.example")

    assert while_it_is_named == ("noor", {Field.PORT, Field.USERNAME})
    assert (fields.text_in(Field.USERNAME), fields.held) == ("root", set())
