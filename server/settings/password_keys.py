"""Passwords as settings hold them: the words themselves, or keys that prove them."""

import hmac

from chatapp.wire.sasl import MalformedResponse, from_base64, to_base64
from chatapp.wire.scram import ScramKeys, derive_keys, password_fits, prepare_password

KIND = "scram-sha-256"
ITERATIONS = 60_000
"""What a guess costs who has stolen the file: some hundredths of a second each."""

SALT_BYTES = 16
_PARTS = 5


def render_keys(keys: ScramKeys) -> str:
    """Write keys as one word, such as a settings file has it for a password."""
    secrets = (keys.salt, keys.stored_key, keys.server_key)
    return "$".join((KIND, str(keys.iterations), *map(to_base64, secrets)))


def parse_keys(word: str) -> ScramKeys | None:
    """Read keys from a word; None for one that is a password itself.

    Raises:
        MalformedResponse: it begins like keys, and is none.
    """
    kind, *parts = word.split("$")
    if kind != KIND:
        return None
    if len(parts) != _PARTS - 1 or not parts[0].isdecimal():
        raise MalformedResponse("These keys of a password are not whole.")
    salt, stored_key, server_key = map(from_base64, parts[1:])
    return ScramKeys(salt, int(parts[0]), stored_key, server_key)


def hash_password(password: str, salt: bytes) -> str:
    """Give the word that proves a password and does not tell it; slow on purpose.

    Raises:
        MalformedResponse: the password cannot be used.
    """
    return render_keys(derive_keys(password, salt, ITERATIONS))


def is_right(offered: str, kept: str | None) -> bool:
    """Tell whether a password is the one that is kept; slow on purpose.

    It takes as long for keys, for a password itself and where none is kept (None), so
    that nobody learns by guessing which names there are.
    """
    try:
        keys = parse_keys(kept) if kept else None
        fits = password_fits(offered, keys or _NOBODYS_KEYS)
        if keys is not None or not kept:
            return fits and keys is not None
        given, expected = prepare_password(offered), prepare_password(kept)
    except MalformedResponse:
        return False
    return hmac.compare_digest(given, expected)


_NOBODYS_KEYS = ScramKeys(bytes(SALT_BYTES), ITERATIONS, bytes(32), bytes(32))
