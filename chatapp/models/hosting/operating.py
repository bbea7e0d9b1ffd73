"""Looks after a server as its operator: invitations, and who may come in."""

from chatapp.models.rooms.requests import Requests

COMMAND = "INVITATION"
_ANY = "*"


class Operating:
    """What operators can do; the answers come as events."""

    def __init__(self, requests: Requests) -> None:
        self._requests = requests

    def become(self, name: str, password: str) -> None:
        """Prove that one is an operator; BecameOperator follows."""
        self._requests.send("OPER", name, password)

    def ask(self) -> None:
        """Ask who may come in; InvitationsListed and InvitedOnly follow."""
        self._requests.send(COMMAND, "LIST")

    def invite(self, most: int | None = None, minutes: int | None = None) -> None:
        """Make an invitation; InvitationMade follows.

        Args:
            most: how many people it lets in; None: any number.
            minutes: how long it holds; None: for good.
        """
        count = _ANY if most is None else str(most)
        duration = _ANY if minutes is None else f"{minutes}m"
        self._requests.send(COMMAND, "MAKE", _ANY, count, duration)

    def revoke(self, number: int) -> None:
        """Let nobody in any more by an invitation; InvitationRevoked follows."""
        self._requests.send(COMMAND, "REVOKE", str(number))

    def tell(self, channel: str, words: str) -> None:
        """Tell a channel something at once, as a notice; nobody waits for it."""
        self._requests.send("NOTICE", channel, words)

    def let_in_only_invited(self, only: bool) -> None:
        """Let in only who is invited, or everybody; InvitedOnly follows."""
        self._requests.send(COMMAND, "ONLY", "on" if only else "off")
