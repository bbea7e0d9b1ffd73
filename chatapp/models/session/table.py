"""The table of messages that a session understands, filled by the families' modules."""

from typing import TYPE_CHECKING

from chatapp.wire.handler_table import HandlerTable

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

inbound: "HandlerTable[Session]" = HandlerTable()
