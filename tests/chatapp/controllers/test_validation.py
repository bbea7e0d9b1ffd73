"""Every wrong field is named, all at once, with what to do."""

import pytest

from chatapp.controllers.validation import InvalidForm, validate
from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.entities import Field, SignInForm
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.short_code import ShortCode

GOOD = SignInForm("192.168.1.20", "6667", "noor")


def problems_of(form: SignInForm) -> dict[Field | None, str]:
    with pytest.raises(InvalidForm) as raised:
        validate(form)
    return dict(raised.value.problems)


def test_a_good_form_becomes_a_request() -> None:
    request = validate(GOOD)

    assert (request.host, request.port, request.username) == (
        "192.168.1.20",
        6667,
        "noor",
    )


@pytest.mark.parametrize(
    "address",
    ["::1", "[::1]", "fe80::1%eth0", "localhost", "chat.example.org", " 10.0.0.1 "],
)
def test_an_address_that_can_exist_is_accepted(address: str) -> None:
    request = validate(SignInForm(address, "6667", "noor"))

    assert request.host == address.strip(" []")


@pytest.mark.parametrize("address", ["999.1.1.1", "1.2.3", "127.1", "a b", "", "-a.b"])
def test_an_address_that_cannot_exist_is_refused(address: str) -> None:
    problems = problems_of(SignInForm(address, "6667", "noor"))

    assert set(problems) == {Field.ADDRESS}


@pytest.mark.parametrize("port", ["0", "65536", "-1", "6667.0", "abc", "", "٦٦٦٧"])
def test_a_port_is_a_whole_number_from_1_to_65535(port: str) -> None:
    problems = problems_of(SignInForm("10.0.0.1", port, "noor"))

    assert problems == {
        Field.PORT: "Type the port as a whole number from 1 to 65535."
        " Most servers use 6667."
    }


@pytest.mark.parametrize(
    "username", ["", "abc", "a" * 31, "no or", "noor!", "#noor", "noor\x07"]
)
def test_a_username_the_wire_cannot_carry_is_refused(username: str) -> None:
    problems = problems_of(SignInForm("10.0.0.1", "6667", username))

    assert set(problems) == {Field.USERNAME}


@pytest.mark.parametrize("username", ["noor", "a" * 30, "Zoë-2", "日本語の名", "4ever"])
def test_a_username_of_4_to_30_characters_of_any_script_is_fine(username: str) -> None:
    request = validate(SignInForm("10.0.0.1", "6667", username))

    assert request.username == username


def test_a_username_of_letters_that_look_alike_is_not_taken() -> None:
    username = "no\N{CYRILLIC SMALL LETTER O}r"

    problems = problems_of(SignInForm("10.0.0.1", "6667", username))

    assert problems == {
        Field.USERNAME: (
            "This username mixes Latin and Cyrillic letters, so it could be taken for"
            " another one. Use letters of one alphabet."
        )
    }


def test_all_wrong_fields_are_named_at_once() -> None:
    problems = problems_of(SignInForm("a b", "none", "x y"))

    assert set(problems) == {Field.ADDRESS, Field.PORT, Field.USERNAME}


def test_a_pasted_address_with_port_brings_its_own_port() -> None:
    request = validate(SignInForm("chat.example.org:7000", "6667", "noor"))

    assert (request.host, request.port) == ("chat.example.org", 7000)


def test_a_pasted_link_brings_its_room() -> None:
    request = validate(SignInForm("irc://chat.example.org/#class", "6667", "noor"))

    assert (request.host, request.port, request.channel) == (
        "chat.example.org",
        6667,
        "#class",
    )


def test_an_invitation_says_with_whom_one_is_to_speak_and_lets_one_in():
    link = f"ircs://192.168.1.20:7000/#class?fp={'ab' * 32}&t=let-me-in"

    request = validate(SignInForm(link, "6667", "noor"))

    assert request.demand == Demand(Need.REQUIRED, Fingerprint(b"\xab" * 32))
    assert (request.password, request.channel) == ("invite:let-me-in", "#class")


@pytest.mark.parametrize(
    ("port", "need"), [("6697", Need.REQUIRED), ("6667", Need.PREFERRED)]
)
def test_the_port_of_tls_means_tls(port, need):
    request = validate(SignInForm("chat.example.org", port, "noor"))

    assert request.demand == Demand(need)


def test_a_link_from_another_computer_says_who_one_is():
    address = "ircs://chat.example/?a=noor&s=secret"

    request = validate(SignInForm(address, "6667", ""))

    assert request.username == "noor"
    assert request.account == Account("noor", "secret", is_kept=False)
    assert request.demand.need is Need.VERIFIED


def test_who_one_is_is_never_said_in_plain():
    request = validate(SignInForm("irc://chat.example/?a=noor&s=secret", "", ""))

    assert request.demand.need is Need.VERIFIED
    assert "secret" not in repr(request)


def test_a_short_code_says_where_to_go_by_what_and_with_what() -> None:
    code = ShortCode("192.168.1.20", 7000, b"8 bytes.", "token").render()

    request = validate(SignInForm(code, "", "noor"))

    assert (request.host, request.port) == ("192.168.1.20", 7000)
    assert request.password == "invite:token"
    assert request.demand == Demand(Need.REQUIRED, beginning=b"8 bytes.")
