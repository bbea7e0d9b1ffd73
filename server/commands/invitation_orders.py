"""Orders about invitations, from who looks after the server."""

from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.message import Message
from chatapp.wire.this_computer import is_here
from server.clock import render_for_people
from server.commands.admission import TOKEN_PREFIX
from server.commands.context import Context
from server.commands.invitations import make, read_wish, revoke
from server.commands.orders import orders, tell
from server.world.invitations import Invitation

EVERYWHERE = frozenset(("", "0.0.0.0", "::"))  # noqa: S104 - it is only looked for
UNKNOWN = (
    "There is no such invitation. `chatapp-server invite list` shows those that hold."
)
ONLY_HERE = (
    "Only this computer itself reaches {host}, so nobody else comes in by what"
    " follows. Let the server listen for others, without --host or [server] host, with"
    " this computer in a network, and make another invitation."
)
NOBODY = "There are no invitations."


@orders.handles("INVITATION-MAKE", min_params=5)
def invitation_make(context: Context, message: Message) -> None:
    """Make an invitation: channel, people and time, each or *; where the server is."""
    made, token = make(context, read_wish(*message.params[:3]))
    tell(context, f"Invitation {_describe(context, made)}")
    tell(context, f"Its token, which is shown this once: {token}")
    tell(context, f"Other programs give as their password: {TOKEN_PREFIX}{token}")
    host = _host(context, message.params[3])
    port = _port(context, int(message.params[4]))
    if port:
        fingerprint = Fingerprint.parse(context.services.security.fingerprint)
        link = InviteLink(host, port, True, made.channel, fingerprint, token)
        if is_here(host):
            tell(context, ONLY_HERE.format(host=host))
        _tell_code(context, link)
        tell(context, f"As a link, which chatapp opens: {link.render()}")


@orders.handles("INVITATION-LIST")
def invitation_list(context: Context, _message: Message) -> None:
    """List the invitations that hold."""
    found = context.world.invitations.in_force(context.services.clock.seconds())
    for each in found:
        tell(context, _describe(context, each))
    if not found:
        tell(context, NOBODY)


@orders.handles("INVITATION-REVOKE", min_params=1)
def invitation_revoke(context: Context, message: Message) -> None:
    """Let nobody in any more by an invitation."""
    found = revoke(context, message.params[0], UNKNOWN)
    tell(context, f"Invitation {found.number} lets nobody in any more.")


def _tell_code(context: Context, link: InviteLink) -> None:
    """Tell the link's short code, where it has one: it names no host by its name."""
    # Few make invitations, and no other part of a server has codes.
    from chatapp.wire.short_code import ShortCode  # noqa: PLC0415

    code = ShortCode.of(link)
    if code:
        tell(context, f"As a short code, to read aloud and type: {code.render()}")


def _host(context: Context, expected: str) -> str:
    """Give the host for a link: the expected one, unless the server is elsewhere."""
    hosts = [host for host, _ in context.services.places]
    named = context.settings.server.host
    if not hosts or expected in hosts or not EVERYWHERE.isdisjoint(hosts):
        return expected
    return hosts[0] if named in EVERYWHERE else named


def _port(context: Context, expected: int) -> int:
    """Give the port for a link: the expected one, unless the server has others."""
    ports = [port for _, port in context.services.places]
    return expected if not ports or expected in ports else ports[0]


def _describe(context: Context, each: Invitation) -> str:
    came = context.world.invitations.count_guests(each)
    most = "" if each.most_guests is None else f" of {each.most_guests}"
    words = [f"{each.number}: {came}{most} people came by it"]
    if each.channel:
        words.append(f"opens {each.channel}")
    if each.ends_at is not None:
        words.append(f"until {render_for_people(each.ends_at)}")
    words.append(f"made by {each.made_by}")
    return ", ".join(words)
