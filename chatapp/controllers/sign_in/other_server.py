"""What is said where another server answers than the one that was meant, and why."""

from collections.abc import Callable
from dataclasses import dataclass

from chatapp.controllers.sign_in.trust_wording import (
    ANNOUNCED_AS,
    ANOTHER_SERVER,
    ANSWERS_NOW,
    INVITED_ANEW,
    INVITED_TO,
    KNOWN_BEFORE,
    NOT_AS_ANNOUNCED,
    NOT_OF_INVITATION,
    STAY_AWAY,
    TRUST_NEW,
    another_certificate,
    another_server,
    another_than_announced,
    another_than_invited,
)
from chatapp.controllers.validation import SignInRequest
from chatapp.models.connection.encryption import Demand
from chatapp.models.entities import Comparison
from chatapp.wire.fingerprints import Fingerprint


def invited_anew(
    request: SignInRequest, known: Fingerprint, on_yes: Callable[[], None]
) -> Comparison:
    """Ask whether an invitation with another certificate is to the server one knows."""
    invited = request.demand.fingerprint
    return Comparison(
        title=INVITED_ANEW,
        text=another_certificate(request.host, request.port),
        fingerprints=(
            (KNOWN_BEFORE, known),
            *([(INVITED_TO, invited)] if invited else []),
        ),
        yes=TRUST_NEW,
        no=STAY_AWAY,
        on_yes=on_yes,
    )


@dataclass(frozen=True, slots=True)
class OtherServer:
    """The words of the card that shows both servers; `meant` is the one expected."""

    title: str
    text: str
    caption: str
    meant: Fingerprint | None

    def beside(self, found: Fingerprint, on_yes: Callable[[], None]) -> Comparison:
        """Show it beside the one that answers; staying away is easy."""
        meant = [(self.caption, self.meant)] if self.meant else []
        return Comparison(
            title=self.title,
            text=self.text,
            fingerprints=(*meant, (ANSWERS_NOW, found)),
            yes=TRUST_NEW,
            no=STAY_AWAY,
            on_yes=on_yes,
        )


@dataclass(frozen=True, slots=True)
class Expectations:
    """By what a server was expected: what was typed, announced, and remembered."""

    asked: Demand
    announced: Demand
    remembered: Demand

    def warn(self, host: str, port: int) -> OtherServer:
        """Say what is true of where the expectation came from."""
        joined = self.asked.and_also(self.announced).and_also(self.remembered)
        meant = joined.fingerprint
        if meant == self.remembered.fingerprint:
            return OtherServer(
                ANOTHER_SERVER, another_server(host, port), KNOWN_BEFORE, meant
            )
        if not self.asked.names_server and meant == self.announced.fingerprint:
            return OtherServer(
                NOT_AS_ANNOUNCED,
                another_than_announced(host, port),
                ANNOUNCED_AS,
                meant,
            )
        return OtherServer(
            NOT_OF_INVITATION, another_than_invited(host, port), INVITED_TO, meant
        )
