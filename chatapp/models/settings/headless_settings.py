"""What a client without a window is told by its TOML file."""

import ipaddress
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from chatapp.language import gettext as _
from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.program.files import read_table
from chatapp.wire.challenge_key import UnusableKey, read_key
from chatapp.wire.fingerprints import Fingerprint, MalformedFingerprint
from chatapp.wire.ports import HIGHEST_PORT, PLAIN_PORT, TLS_PORT
from chatapp.wire.sasl import ECDSA_CHALLENGE, EXTERNAL, PLAIN, SCRAM_SHA_256
from chatapp.wire.this_computer import is_here

MECHANISMS = (EXTERNAL, ECDSA_CHALLENGE, SCRAM_SHA_256, PLAIN)
_KEYS = {
    "connection": ("host", "port", "nick", "realname", "password"),
    "tls": ("enabled", "fingerprints", "certificate"),
    "sasl": ("account", "password", "key", "mechanisms"),
    "state": ("directory",),
}
_KINDS = {
    str: _("Write a text in quotes there."),
    int: _("Write a whole number there."),
    bool: _("Write true or false there."),
    list: _("Write a list of texts there."),
}

Value = TypeVar("Value", str, int, bool)


class WrongSettings(ValueError):
    """A file that cannot be followed; it says in a sentence what to change."""


@dataclass(frozen=True, slots=True)
class HeadlessSettings:
    """Where to go, as whom, how safely, and where to keep what is to last.

    Args:
        password: the server's own, or an invitation as invite:TOKEN.
        certificate: one's own, with its key in PEM, which is shown while connecting.
        state: a folder; None where it was not named.
    """

    host: str
    port: int
    nick: str
    real_name: str
    demand: Demand
    password: str = field(default="", repr=False)
    account: Account | None = field(default=None, repr=False)
    certificate: Path | None = None
    state: Path | None = None


class _Table:
    """A section of the file, read key by key; files are found beside it."""

    def __init__(self, values: Mapping[str, Any], section: str, folder: Path) -> None:
        table = values.get(section, {})
        if not isinstance(table, dict):
            raise WrongSettings(
                _("Write {section} as a section: [{section}].").format(section=section)
            )
        for key in table:
            if key not in _KEYS[section]:
                sentence = _("[{section}] has no key {key}. It may have {expected}.")
                expected = ", ".join(_KEYS[section])
                raise WrongSettings(
                    sentence.format(section=section, key=key, expected=expected)
                )
        self._table, self._section, self._folder = table, section, folder

    def value(self, key: str, usual: Value) -> Value:
        """Give a value of the same kind as what is usual.

        Raises:
            WrongSettings: it is of another kind, or a text that breaks off at a NUL.
        """
        value = self._table.get(key, usual)
        breaks_off = isinstance(value, str) and "\0" in value
        if type(value) is not type(usual) or breaks_off:
            raise self.wrong(key, _KINDS[type(usual)])
        return value

    def needed(self, key: str) -> str:
        """Give a text that has to be there.

        Raises:
            WrongSettings: it is not there, or no text.
        """
        text = self.value(key, "")
        if not text:
            raise self.wrong(key, _("It is needed. Write a text in quotes there."))
        return text

    def texts(self, key: str) -> list[str]:
        """Give a list of texts.

        Raises:
            WrongSettings: it is something else.
        """
        values = self._table.get(key, [])
        if isinstance(values, list) and all(isinstance(it, str) for it in values):
            return values
        raise self.wrong(key, _KINDS[list])

    def path(self, key: str) -> Path | None:
        """Give the path that a text names, beside the settings where it is relative.

        Raises:
            WrongSettings: it names the home folder of somebody who has none.
        """
        text = self.value(key, "")
        try:
            return self._folder / Path(text).expanduser() if text else None
        except RuntimeError as error:
            hint = _("There is no home folder of that name.")
            raise self.wrong(key, hint) from error

    def wrong(self, key: str, sentence: str) -> WrongSettings:
        """Say what is wrong with a value."""
        return WrongSettings(
            _("[{section}] {key} cannot be used. {sentence}").format(
                section=self._section, key=key, sentence=sentence
            )
        )


def read_settings(path: Path) -> HeadlessSettings:
    """Read the file.

    Raises:
        WrongSettings: it cannot be read or followed.
    """
    try:
        path.stat()
        values = read_table(path)
    except OSError as error:
        sentence = _("{path} cannot be read: {reason}.")
        raise WrongSettings(
            sentence.format(path=path, reason=error.strerror)
        ) from error
    except ValueError as error:
        sentence = _("{path} is no TOML: {reason}.")
        raise WrongSettings(sentence.format(path=path, reason=error)) from error
    for section in values:
        if section not in _KEYS:
            expected = ", ".join(f"[{each}]" for each in _KEYS)
            sentence = _("There is no [{section}]. There may be {expected}.")
            raise WrongSettings(sentence.format(section=section, expected=expected))
    return _read(values, path.absolute().parent)


def _read(values: Mapping[str, Any], folder: Path) -> HeadlessSettings:
    connection, tls, sasl, state = (_Table(values, it, folder) for it in _KEYS)
    host = connection.needed("host")
    is_encrypted = tls.value("enabled", usual=not _is_this_computer(host))
    port = connection.value("port", TLS_PORT if is_encrypted else PLAIN_PORT)
    if not 1 <= port <= HIGHEST_PORT:
        raise connection.wrong(
            "port", _("Write a number from 1 to {most}.").format(most=HIGHEST_PORT)
        )
    return HeadlessSettings(
        host,
        port,
        connection.needed("nick"),
        connection.value("realname", ""),
        _demand(tls, is_encrypted=is_encrypted),
        connection.value("password", ""),
        _account(sasl, has_certificate=tls.path("certificate") is not None),
        _certificate(tls),
        state.path("directory"),
    )


def _is_this_computer(host: str) -> bool:
    """Tell whether nobody can be between: also 0.0.0.0 leads to this computer."""
    try:
        is_any = ipaddress.ip_address(host).is_unspecified
    except ValueError:
        is_any = False
    return is_any or is_here(host)


def _demand(tls: _Table, *, is_encrypted: bool) -> Demand:
    need = Need.VERIFIED if is_encrypted else Need.PLAIN
    try:
        found = [Fingerprint.parse(text) for text in tls.texts("fingerprints")]
    except MalformedFingerprint as error:
        hint = _("Write SHA-256 fingerprints there, each of 64 hexadecimal digits.")
        raise tls.wrong("fingerprints", hint) from error
    first = found[0] if found else None
    return Demand(need, first, others=tuple(found[1:]))


def _certificate(tls: _Table) -> Path | None:
    path = tls.path("certificate")
    if path:
        try:
            ssl.create_default_context().load_cert_chain(path)
        except OSError as error:  # which an SSLError is, too
            hint = _("Name a file that has a certificate and its key in PEM.")
            raise tls.wrong("certificate", hint) from error
    return path


def _account(sasl: _Table, *, has_certificate: bool) -> Account | None:
    name = sasl.value("account", "")
    mechanisms = tuple(text.upper() for text in sasl.texts("mechanisms"))
    for each in mechanisms:
        if each not in MECHANISMS:
            hint = _("chatapp knows {names}.").format(names=", ".join(MECHANISMS))
            raise sasl.wrong("mechanisms", hint)
    account = Account(
        name,
        sasl.value("password", ""),
        has_certificate=has_certificate,
        key=_key(sasl),
        mechanisms=mechanisms,
    )
    if not name and (account.secret or account.key):
        raise sasl.wrong("account", _("Name the account that is to be proved."))
    return account if name else None


def _key(sasl: _Table) -> bytes:
    path = sasl.path("key")
    if path is None:
        return b""
    hint = _("Name a file that has a private key on the curve P-256 in PEM.")
    try:
        pem = path.read_bytes()
        read_key(pem)
    except (OSError, UnusableKey) as error:
        raise sasl.wrong("key", hint) from error
    return pem
