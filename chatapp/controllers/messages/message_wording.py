"""Words about single messages: what can be done about them, ready to translate."""

from chatapp.language import gettext as _

RETRY = _("Try again")
EDIT_FAILED = _("Edit")
DISCARD = _("Discard")
DISCARD_WAITING = _("Discard all that wait here")
UNFOLD = _("Show each of them")
LOAD = _("Load what is missing")
COPY = _("Copy the message")
PIN = _("Pin for everybody in this room")
UNPIN = _("Take off what is pinned")
SAVE = _("Save for yourself")
UNSAVE = _("Take out of what you saved")
ANSWER = _("Reply")
SHOW_ANSWERED = _("Show what it replies to")
REACT = _("React with…")
WRITE_TO = _("Message {sender}")
EDIT = _("Edit")
EDITING = _("Editing")
NEW_WORDS = _("Write its new words")
NO_WORDS_DELETE = _("Write its new words, or press Enter to delete it")
STOP_EDITING = _("Stop editing (Esc)")
NO_WORDS = _("It needs some words. Write them, or press Esc to leave it as it was.")
TOO_LONG = _(
    "An edit has to fit into one message here. Shorten it, or say the rest in a"
    " message of its own."
)
DELETE = _("Delete")
KEEP = _("Keep it")
OFFLINE = _("You are not connected now. This can be done when the server is back.")
DELETE_TITLE = _("Delete this message?")
DELETE_TEXT = _(
    "It goes for everybody in this chat. Everybody sees that it was deleted, and by"
    " whom."
)
DELETE_OTHERS_TITLE = _("Delete {sender}'s message?")
DELETE_OTHERS_TEXT = _(
    "It goes for everybody in this chat. Everybody sees that you deleted it, and the"
    " reason if you give one."
)
REASON = _("Reason")
DELETED_BY_SOMEBODY = _("Message deleted.")
DELETED = _("Message deleted by {by}.")
DELETED_BECAUSE = _("Message deleted by {by}: {reason}")
EDIT_ON_ITS_WAY = _("New words for an earlier message: {text}")
