"""An account at a server, and what proves that it is one's own."""

from dataclasses import dataclass, field, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Account:
    """A name that is one's own, and the secret that proves it.

    Args:
        name: the account's name.
        secret: its password; "" where it has to be looked up, or where the
            certificate that one shows while connecting is the proof.
        has_certificate: whether a certificate proves it (EXTERNAL).
        key: a private key on the curve P-256, in PEM, that proves it
            (ECDSA-NIST256P-CHALLENGE).
        mechanisms: which ways to prove it may be tried, the first one first; all of
            them, the safest first, where none is named.
        is_proved: whether the server has ever taken this proof, or somebody has
            said that it will: then it is worth a word if it does not.
        is_kept: whether it is kept on this computer.
        is_told_to_nobody: whether it may only be proved without being told, as the
            server is known by another certificate than it was.
    """

    name: str
    secret: str = field(default="", repr=False)
    has_certificate: bool = False
    is_proved: bool = True
    is_kept: bool = True
    is_told_to_nobody: bool = False
    key: bytes = field(default=b"", repr=False)
    mechanisms: tuple[str, ...] = ()

    @property
    def can_be_proved(self) -> bool:
        """Whether there is anything to prove it with."""
        return bool(self.secret) or self.has_certificate or bool(self.key)

    def kept(self) -> Self:
        """Give it as it is once the server has taken the proof, and it is kept."""
        return replace(self, is_proved=True, is_kept=True, is_told_to_nobody=False)
