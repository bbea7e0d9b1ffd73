"""Names of the message tags; those with "+" are between clients."""

ACCOUNT = "account"
BATCH = "batch"
BOT = "bot"
LABEL = "label"
MSGID = "msgid"
MULTILINE_CONCAT = "draft/multiline-concat"
TIME = "time"

CHATAPP_AGAIN = "+chatapp/again"
CHATAPP_EDIT = "+chatapp/edit"
CHATAPP_ID = "+chatapp/id"
TYPING = "+typing"

REPLY = "+draft/reply"
REACT = "+draft/react"
UNREACT = "+draft/unreact"
"""What hangs on a message: https://ircv3.net/specs/client-tags/reply, and react."""


def bare(tag: str) -> str:
    """Give the name a tag has once its specification is no draft any more."""
    return tag.replace("draft/", "")
