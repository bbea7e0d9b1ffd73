"""What a server told of itself, as text: a session of it while it does not answer."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from chatapp.models.session.session import Identity, Session
from chatapp.models.session.urgency import Urgency
from chatapp.wire import capabilities
from chatapp.wire.isupport import Isupport
from chatapp.wire.message import Message


def kept_text(session: Session) -> str:
    """Write what stays true of a server from one session to the next."""
    return json.dumps(
        {
            "account": session.account,
            "capabilities": sorted(session.capabilities),
            "history_id": session.history_id,
            "isupport": dict(session.isupport.values),
        }
    )


def session_from(
    text: str,
    identity: Identity,
    clock: Callable[[], datetime],
    new_id: Callable[[], str],
) -> Session | None:
    """Have a session again that knows what the last one knew, and sends nothing.

    Args:
        text: what kept_text() gave.
        identity: as whom one was there.
        clock: gives the time.
        new_id: makes ids.

    Returns:
        None where the text makes no sense, or is "".
    """
    try:
        kept = json.loads(text)
        isupport = Isupport({str(k): str(v) for k, v in kept["isupport"].items()})
        agreed = {str(each) for each in kept["capabilities"]}
        history_id, account = str(kept["history_id"]), str(kept["account"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    session = Session(identity, _send_nothing, _tell_nobody, clock, new_id)
    session.learn_isupport(isupport)
    session.capabilities, session.account = agreed, account
    if history_id:
        session.login.offered[capabilities.EXACTLY_ONCE] = history_id
    return session


def _send_nothing(_message: Message, _urgency: Urgency) -> None:
    """Stand where there is no connection."""


def _tell_nobody(_fact: Any) -> None:
    """Stand where nothing is heard."""
