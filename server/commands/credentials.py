"""Makes what proves passwords: keys, the salts and nonces in them, and false ones."""

import base64
import hmac
import secrets
from collections.abc import Callable

from chatapp.wire.sasl import to_base64
from chatapp.wire.scram import DIGEST, ScramKeys, derive_keys

SALT_BYTES = 16
NONCE_BYTES = 18
KEY_BYTES = 32
TOKEN_BYTES = 10
"""80 bits: nobody guesses them at a door that counts guesses, and people type them."""


class Credentials:
    """Makes keys of passwords; any thread may ask."""

    def __init__(
        self, random_bytes: Callable[[int], bytes] = secrets.token_bytes
    ) -> None:
        """Take what must not be guessed from here."""
        self._random_bytes = random_bytes
        self._secret = random_bytes(KEY_BYTES)

    def keys_of(self, password: str, iterations: int) -> ScramKeys:
        """Work out what is kept of a password; slow on purpose.

        Raises:
            MalformedResponse: the password cannot be used.
        """
        return derive_keys(password, self._random_bytes(SALT_BYTES), iterations)

    def false_keys(self, account_key: str, iterations: int) -> ScramKeys:
        """Give keys that no password fits, always the same for one account.

        So nobody learns by asking which accounts there are.
        """
        salt = hmac.digest(self._secret, account_key.encode(), DIGEST)[:SALT_BYTES]
        return ScramKeys(salt, iterations, bytes(KEY_BYTES), bytes(KEY_BYTES))

    def nonce(self) -> str:
        """Give a text that is used once."""
        return to_base64(self._random_bytes(NONCE_BYTES))

    def token(self) -> str:
        """Give a text that nobody guesses and that fits into a link."""
        token = base64.urlsafe_b64encode(self._random_bytes(TOKEN_BYTES))
        return token.rstrip(b"=").decode()
