"""Words about single messages: what can be done about them, ready to translate."""

RETRY = "Try again"
EDIT_FAILED = "Edit"
DISCARD = "Discard"
UNFOLD = "Show each of them"
LOAD = "Load what is missing"
COPY = "Copy the message"
ANSWER = "Reply"
SHOW_ANSWERED = "Show what it replies to"
REACT = "React with …"
WRITE_TO = "Message {sender}"
EDIT = "Edit"
EDITING = "Editing"
NEW_WORDS = "Write its new words"
NO_WORDS_DELETE = "Write its new words, or press Enter to delete it"
STOP_EDITING = "Stop editing (Esc)"
NO_WORDS = "It needs some words. Write them, or press Esc to leave it as it was."
TOO_LONG = (
    "An edit has to fit into one message here. Shorten it, or say the rest in a"
    " message of its own."
)
DELETE = "Delete"
KEEP = "Keep it"
DELETE_TITLE = "Delete this message?"
DELETE_TEXT = (
    "It goes for everybody in this chat. Everybody sees that it was deleted, and by"
    " whom."
)
DELETE_OTHERS_TITLE = "Delete {sender}'s message?"
DELETE_OTHERS_TEXT = (
    "It goes for everybody in this chat. Everybody sees that you deleted it, and the"
    " reason if you give one."
)
REASON = "Reason"
DELETED_BY_SOMEBODY = "Message deleted."
DELETED = "Message deleted by {by}."
DELETED_BECAUSE = "Message deleted by {by}: {reason}"
EDIT_ON_ITS_WAY = "New words for an earlier message: {text}"
