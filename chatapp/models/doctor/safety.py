"""Checks whether the server encrypts, with a certificate that can be trusted."""

from collections.abc import Iterator
from datetime import date

from chatapp.calendar_words import write_day
from chatapp.language import gettext as _
from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.connection.encryption import Need, Trust
from chatapp.models.doctor.case import Case
from chatapp.models.doctor.certificate import Certificate
from chatapp.models.events import Problem
from chatapp.wire.findings import Finding, Verdict

ENCRYPTION = _("Encryption")
CERTIFICATE = _("Certificate")
DATES = _("Certificate's dates")
_REFUSES = _(
    "{host} does not encrypt at port {port}: whoever is in this network could read"
    " along."
)
_SILENT = _(
    "{host} does not answer when it is asked to encrypt at port {port}: whoever is in"
    " this network could read along."
)
_REFUSES_AS_BEFORE = _(
    "{host} does not encrypt at port {port}, as it did before or has to."
)
_SILENT_AS_BEFORE = _(
    "{host} does not answer when it is asked to encrypt at port {port}, as it did"
    " before or has to."
)


def check_encryption(case: Case) -> Iterator[Finding]:
    """Speak TLS with what answers."""
    if not case.is_open:
        return
    try:
        certificate = case.certificate()
    except CouldNotConnect as error:
        yield _without(case, error.problem)
        return
    yield Finding(
        ENCRYPTION,
        Verdict.OK,
        _("The connection is encrypted ({version}).").format(
            version=certificate.version
        ),
    )
    yield _identity(case, certificate)
    yield _dates(case, certificate)


def _without(case: Case, problem: Problem) -> Finding:
    refuses = problem is Problem.NO_TLS
    if case.demand.need in (Need.REQUIRED, Need.VERIFIED):
        words = _REFUSES_AS_BEFORE if refuses else _SILENT_AS_BEFORE
        return Finding(
            ENCRYPTION,
            Verdict.FAIL,
            words.format(host=case.host, port=case.port),
            _("Ask whoever runs it before you go on: somebody else may answer there."),
        )
    return Finding(
        ENCRYPTION,
        Verdict.WARN,
        (_REFUSES if refuses else _SILENT).format(host=case.host, port=case.port),
        _("Ask whoever runs the server to turn TLS on."),
    )


def _identity(case: Case, certificate: Certificate) -> Finding:
    """Compare the certificate with the one by which the server is known."""
    words = " ".join(certificate.fingerprint.words)
    demand = case.demand
    if not demand.accepts(certificate.fingerprint):
        known = demand.fingerprint
        was = (
            _(", the known one was {join}").format(join=" ".join(known.words))
            if known
            else ""
        )
        return Finding(
            CERTIFICATE,
            Verdict.FAIL,
            _(
                "Another server answers than the one that is known: this one "
                "is {words}{was}."
            ).format(words=words, was=was),
            _("Ask whoever runs the chat for a new invitation."),
        )
    if demand.names_server:
        sentence = _("It is the server that is known here: {words}.").format(
            words=words
        )
    elif certificate.trust is Trust.AUTHORITY:
        sentence = _("A public authority vouches that this is {host}.").format(
            host=case.host
        )
    else:
        sentence = _(
            "Nobody vouches for the server yet. It is known by: {words}."
        ).format(words=words)
    return Finding(CERTIFICATE, Verdict.OK, sentence)


def _dates(case: Case, certificate: Certificate) -> Finding:
    now = case.instruments.now()
    if now < certificate.begins:
        return Finding(
            DATES,
            Verdict.WARN,
            _(
                "The certificate holds from {begins} on only, so this "
                "computer's clock may be wrong: it says {now}."
            ).format(begins=_day(certificate.begins), now=_day(now)),
            case.instruments.commands.about_the_clock,
        )
    if now > certificate.ends:
        return Finding(
            DATES,
            Verdict.WARN,
            _("The certificate is over since {ends}.").format(
                ends=_day(certificate.ends)
            ),
            _("Ask whoever runs the server to have a new one made."),
        )
    return Finding(
        DATES,
        Verdict.OK,
        _("The certificate holds until {ends}.").format(ends=_day(certificate.ends)),
    )


def _day(day: date) -> str:
    return write_day(day, with_year=True)
