"""Takes the certificate anew from its files while the server runs."""

import logging

from server.network.tls_keeper import TlsKeeper, UnusableCertificate

log = logging.getLogger(__name__)


def load_anew(keeper: TlsKeeper) -> None:
    """Take the certificate that the files have now; one that is broken is left.

    Who is here stays: what was agreed at the door goes on with the old one.
    """
    before = keeper.fingerprint
    try:
        keeper.reload()
    except UnusableCertificate as problem:
        log.error("%s The certificate stays as it was.", problem)  # noqa: TRY400 - the sentence says all
        return
    is_same = keeper.fingerprint == before
    state = "is the same" if is_same else f"is {keeper.fingerprint} now"
    log.info("The certificate's SHA-256 fingerprint %s", state)
