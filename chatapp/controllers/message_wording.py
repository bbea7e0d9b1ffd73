"""Words about single messages: what can be done about them, ready to translate."""

RETRY = "Try again"
EDIT_FAILED = "Edit"
DISCARD = "Discard"
LOAD = "Load what is missing"
COPY = "Copy the message"
WRITE_TO = "Message {sender}"
