"""Checks whether the server listens, where, and over which addresses it is reached."""

from collections.abc import Callable, Iterator, Sequence

from chatapp.wire.findings import Finding, Verdict
from chatapp.wire.this_computer import is_here
from server.doctor.knocking import Door, knock
from server.network.addresses import (
    places_to_listen,
    render_place,
)
from server.settings.settings import Settings

Knock = Callable[[str, int], Door]

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where it is asked for
START = "Start it with `chatapp-server`, with the same --config and --port as here."


def ports_of(settings: Settings) -> tuple[int, ...]:
    """Give the ports that the settings name, that of [server] first."""
    sections = (settings.server, settings.tls, settings.websocket)
    return tuple(dict.fromkeys(each.port for each in sections if each.port))


def check_listening(
    settings: Settings, knock: Knock = knock, *, is_own: bool = True
) -> Iterator[Finding]:
    """Tell of each port whether the server answers there.

    Args:
        settings: where it listens.
        knock: looks what is behind a port.
        is_own: whether it is known that a server of these settings runs.
    """
    name, host = "Listening", settings.server.host
    if not ports_of(settings):
        sentence = "The settings let the server choose any free port (0)."
        yield Finding(name, Verdict.WARN, sentence, "Say which with --port.")
    for port in ports_of(settings):
        places = [address for _, (address, _) in places_to_listen(host, port)]
        doors = {each: knock(EVERYWHERE.get(each, each), port) for each in places}
        finding = _tell_of(name, port, doors)
        is_another = finding.verdict is Verdict.OK and not is_own
        yield _another(name, port) if is_another else finding
    if is_here(host):
        sentence = f"The server listens on {host}, where only this computer reaches it."
        advice = 'Leave --host out, and [server] host = "".'
        yield Finding("Reach", Verdict.FAIL, sentence, advice)


def check_reach(
    settings: Settings, addresses: Sequence[str], knock: Knock = knock
) -> Iterator[Finding]:
    """Tell over which of this computer's addresses the server's port is reached."""
    port = next(iter(ports_of(settings)), 0)
    for address in addresses if port else ():
        place = render_place(address, port)
        if knock(address, port) is Door.CHAT:
            sentence = f"The server answers at {place}, asked from this computer."
            yield Finding("Reach", Verdict.OK, sentence)
        else:
            sentence = f"Nobody answers at {place}, asked from this computer."
            advice = (
                "Let the server listen there: leave --host and [server] host empty."
            )
            yield Finding("Reach", Verdict.FAIL, sentence, advice)


def _another(name: str, port: int) -> Finding:
    sentence = f"A server has port {port}, but not the one that keeps this history."
    advice = (
        "Ask as the user who runs it, with its --config and CHATAPP_DATA_DIR; or choose"
        " another --port, and start yours."
    )
    return Finding(name, Verdict.FAIL, sentence, advice)


def _tell_of(name: str, port: int, doors: dict[str, Door]) -> Finding:
    open_at = [host for host, door in doors.items() if door is Door.CHAT]
    if open_at:
        where = " and ".join(render_place(host, port) for host in open_at)
        return Finding(name, Verdict.OK, f"The server listens on {where}.")
    if Door.SOMETHING_ELSE in doors.values():
        sentence = f"Another program has port {port}, and it is no chat."
        advice = "End that program, or choose another port with --port."
        return Finding(name, Verdict.FAIL, sentence, advice)
    if Door.SILENT in doors.values():
        sentence = f"Port {port} does not answer, not even to this computer."
        advice = "Look into the server's log, and start it anew."
        return Finding(name, Verdict.FAIL, sentence, advice)
    return Finding(name, Verdict.FAIL, f"No server listens on port {port}.", START)
