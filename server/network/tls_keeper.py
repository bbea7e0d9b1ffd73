"""Keeps the server's certificate, and takes another one while everybody stays."""

import hashlib
import logging
import ssl
from collections.abc import Callable
from pathlib import Path

from chatapp.wire.ciphers import CIPHERS
from server.complaints import Complaint
from server.settings.settings import Settings
from server.storage.foreign_files import refuse_foreign

log = logging.getLogger(__name__)

OWN_CERTIFICATE = "tls.pem"

Maker = Callable[[Path, str], None]


class UnusableCertificate(Complaint):
    """TLS cannot be spoken with these files; the text says why."""


class TlsKeeper:
    """The context in which newcomers shake hands, and what is known of it."""

    def __init__(self, certificate: Path, key: Path | None, *, wants_sts: bool) -> None:
        """Load the certificate.

        Args:
            certificate: a file with it, and with those that vouch for it, as PEM.
            key: a file with its key; None when that is in the same file.
            wants_sts: whether clients shall be told to come with TLS only.

        Raises:
            UnusableCertificate: they do not belong together, or cannot be read.
        """
        self._certificate = certificate
        self._key = key
        self._wants_sts = wants_sts
        self.reload()

    def context(self) -> ssl.SSLContext:
        """Give what newcomers shake hands with from now on."""
        return self._context

    def reload(self) -> None:
        """Load the files anew; who is here stays with what was.

        Raises:
            UnusableCertificate: nothing has changed.
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_ciphers(CIPHERS)
        context.options |= ssl.OP_NO_RENEGOTIATION
        context.num_tickets = 1  # each costs time, and a client comes back with one
        try:
            # Without a password of ours OpenSSL would ask for one at the terminal.
            context.load_cert_chain(self._certificate, self._key, password="")
            pem = self._certificate.read_text("ascii", errors="replace")
            first = ssl.PEM_cert_to_DER_cert(_first_certificate(pem))
        except (OSError, ValueError) as error:
            raise self._explain(error) from error
        self.promises_tls = self._may_promise(pem)
        self.fingerprint = _fingerprint(first)
        self._context = context

    def _may_promise(self, pem: str) -> bool:
        if not self._wants_sts:
            return False
        # It takes a while to load, and only few servers need it.
        from server.network.certificate import is_self_signed  # noqa: PLC0415 - so

        if is_self_signed(_first_certificate(pem).encode()):
            log.warning(
                "[tls] sts is left out: %s is signed by itself, and clients that"
                " believe in sts would not come in",
                self._certificate,
            )
            return False
        return True

    def _explain(self, error: Exception) -> UnusableCertificate:
        if isinstance(error, ssl.SSLError):
            reason = (error.reason or "not a certificate").replace("_", " ").lower()
            return UnusableCertificate(
                "TLS cannot be spoken with {file}: {reason}. Check [tls] cert and key.",
                file=self._certificate,
                reason=reason,
            )
        if isinstance(error, OSError):
            place = error.filename or self._missing() or self._certificate
            return UnusableCertificate(
                "{file} cannot be read: {reason}. Check [tls] cert and key.",
                file=place,
                reason=error.strerror,
            )
        return UnusableCertificate(
            "{file} holds no certificate. Check [tls] cert.", file=self._certificate
        )

    def _missing(self) -> Path | None:
        """Give the file that is not there; OpenSSL does not name it."""
        files = (self._certificate, self._key)
        return next((each for each in files if each and not each.exists()), None)


def keep_certificate(
    settings: Settings, storage: Path, make: Maker | None = None
) -> TlsKeeper:
    """Load the certificate that the settings name, or else the server's own.

    Args:
        settings: the section [tls] counts, and the server's name.
        storage: the file of the history; one's own certificate is beside it.
        make: makes one in a file for a name, as `make_certificate` does, which is
            taken without it.

    Raises:
        UnusableCertificate: TLS cannot be spoken with it.
        UnusableStorage: another user of this computer has put one beside the history.
    """
    tls = settings.tls
    path = certificate_path(settings, storage)
    if not tls.cert:
        refuse_foreign([path])
    if not tls.cert and not path.exists():
        _make(path, settings.server.name, make or _make_here)
        log.debug("Made a certificate in %s", path)
    key = Path(tls.key).expanduser() if tls.key else None
    return TlsKeeper(path, key, wants_sts=tls.sts)


def certificate_path(settings: Settings, storage: Path) -> Path:
    """Give where the certificate is, or shall be: without a setting by the history."""
    if settings.tls.cert:
        return Path(settings.tls.cert).expanduser()
    return storage.with_name(OWN_CERTIFICATE)


def make_new_certificate(settings: Settings, path: Path) -> str:
    """Make a certificate that is signed by itself, and give its fingerprint.

    Raises:
        UnusableCertificate: there is one already, or it cannot be written.
    """
    if settings.tls.key:
        raise UnusableCertificate(
            "A new certificate has its key in the same file. Leave [tls] key empty."
        )
    if path.exists():
        raise UnusableCertificate(
            "There is a certificate in {path} already, and clients may know the server"
            " by it. Move it away first if you want another one.",
            path=path,
        )
    _make(path, settings.server.name, _make_here)
    return TlsKeeper(path, None, wants_sts=False).fingerprint


def _make_here(path: Path, name: str) -> None:
    # It takes a while to load, and is needed only once.
    from server.network.certificate import make_certificate  # noqa: PLC0415 - so

    make_certificate(path, name)


def _make(path: Path, name: str, make: Maker) -> None:
    try:
        make(path, name)
    except OSError as error:
        if path.exists():
            return  # another server was faster
        raise UnusableCertificate(
            "{path} cannot be written: {reason}.", path=path, reason=error.strerror
        ) from error


def _first_certificate(pem: str) -> str:
    begin, end = ssl.PEM_HEADER, ssl.PEM_FOOTER
    start = pem.index(begin)
    return pem[start : pem.index(end, start) + len(end)]


def _fingerprint(certificate: bytes) -> str:
    """Write the SHA-256 digest of a certificate as people compare it."""
    return hashlib.sha256(certificate).digest().hex(":").upper()
