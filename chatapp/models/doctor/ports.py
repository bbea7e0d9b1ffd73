"""Checks whether the server's ports answer, and what answers there."""

from collections.abc import Iterator

from chatapp.language import gettext as _
from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.doctor.case import Case
from chatapp.models.doctor.listening import is_chat, recognise
from chatapp.models.events import Problem
from chatapp.wire.findings import Finding, Verdict

PORT = _("The server's port")
OTHER_PORTS = _("Other usual ports")
ANSWER = _("What answers")


def check_ports(case: Case) -> Iterator[Finding]:
    """Knock at the port, and at those at which chats are usually found."""
    if not case.addresses.is_there:
        return
    others = [port for port in case.ports[1:] if _opens(case, port)]
    try:
        knock = case.knock(case.port)
    except CouldNotConnect as error:
        yield Finding(PORT, Verdict.FAIL, *_closed(case, error.problem, others))
        return
    yield Finding(
        PORT,
        Verdict.OK,
        _("{host} answers at port {port} after {max} ms.").format(
            host=case.host, port=case.port, max=max(1, round(knock.milliseconds))
        ),
    )
    yield Finding(OTHER_PORTS, Verdict.OK, _others(case, others))


def check_answer(case: Case) -> Iterator[Finding]:
    """Ask in IRC what is there."""
    if not case.is_open:
        return
    place = _("{host} port {port}").format(host=case.host, port=case.port)
    try:
        heard = case.answer()
    except CouldNotConnect:
        yield Finding(
            ANSWER,
            Verdict.FAIL,
            _("Whatever answers at {place} hangs up at once.").format(place=place),
            _("Ask whoever runs the server whether it lets this computer in."),
        )
        return
    if is_chat(heard):
        yield Finding(
            ANSWER,
            Verdict.OK,
            _("A chat server answers at {place}.").format(place=place),
        )
    elif heard:
        name = recognise(heard) or _("something else")
        yield Finding(
            ANSWER,
            Verdict.FAIL,
            _("At {place} there is no chat server, but {name}.").format(
                place=place, name=name
            ),
            _("Ask whoever runs the chat for its port, and type that."),
        )
    else:
        yield Finding(
            ANSWER,
            Verdict.FAIL,
            _("Something takes the call at {place}, but says nothing.").format(
                place=place
            ),
            _("Check the port. If it is right, the server there has to be restarted."),
        )


def _opens(case: Case, port: int) -> bool:
    try:
        case.knock(port)
    except CouldNotConnect:
        return False
    return True


def _closed(case: Case, problem: Problem, others: list[int]) -> tuple[str, str]:
    place = _("{host} port {port}").format(host=case.host, port=case.port)
    if others:
        return (
            _("Nothing answers at {place}, but something does at port {value}.").format(
                place=place, value=others[0]
            ),
            _("Type {value} as the port.").format(value=others[0]),
        )
    if problem is Problem.NO_ANSWER:
        return (
            _("{host} is there, but no program answers at its port {port}.").format(
                host=case.host, port=case.port
            ),
            _("Start the chat on that computer, or ask which port it has."),
        )
    if problem is Problem.TIMED_OUT:
        return (
            _(
                "{place} does not answer: it is switched off, or a firewall"
                " swallows what is sent to it."
            ).format(place=place),
            _("Run chatapp-server doctor on that computer, and open its firewall."),
        )
    return (
        _("There is no way from this computer to {host}.").format(host=case.host),
        _("Check that both are in the same network."),
    )


def _others(case: Case, open_ports: list[int]) -> str:
    if open_ports:
        told = _(" and ").join(map(str, open_ports))
        return _("Something answers at port {told}, too.").format(told=told)
    told = _(" nor at ").join(map(str, case.ports[1:]))
    return _("Nothing answers at {told}, and need not.").format(told=told)
