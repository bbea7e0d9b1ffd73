"""Words of the panel that finds things: searches, and what was saved or pinned."""

from chatapp.language import gettext as _

SWITCHER_TITLE = _("Go to")
SWITCHER_LABEL = _("A room, a person, or / and a command")

HINT = _(
    "Type what was said. You can narrow it down with from:name, in:#room,"
    " before:2026-11-01, after:2026-10-01 and has:link."
)
LOADING = _("Looking …")
NOTHING = _("Nothing found. Try fewer or shorter words.")
NOTHING_HERE = _(
    "Nothing found in {room}. Try fewer or shorter words, or search everywhere."
)
LOCAL_ONLY = _("The server did not answer, so this is what is kept on this computer.")
LOCAL_ONLY_WHY = _("This is what is kept on this computer. The server says: {reason}")
LOCAL_ONLY_OF = _(
    "This is all that is kept on this computer of {servers}, which cannot be asked now."
)
NOT_HERE = _(
    "You are not in {room} any more. Enter it with /join {room} to see this there."
)
TOO_FAR_BACK = _(
    "This stands too far back in {room} to be led to. What was said there before can be"
    " exported as a file, with the room's menu."
)
MISSING_VALUE = {
    "from": _("Say whose messages you mean, such as from:maria."),
    "in": _("Say which room you mean, such as in:#lobby."),
    "before": _("Say before which day, such as before:2026-11-01."),
    "after": _("Say after which day, such as after:2026-10-01."),
    "has": _("Only has:link is known: it finds messages with a link."),
}
NO_DAY = _(
    "{text} is no day. Write it as year, month and day, such as {name}:2026-11-01,"
    " or {name}:yesterday."
)
NO_FILTER = _("There is no {wrong}: to search by. Did you mean {right}:?")
NOTHING_SAVED = _(
    "Nothing saved yet. Save a message with its menu, or with S when it is chosen:"
    " it is kept here, and nobody else hears of it."
)
NOTHING_PINNED = _(
    "Nothing is pinned in this room. Who looks after it can pin messages with their"
    " menu, for everybody."
)
ONLY_ROOMS_HAVE_PINS = _(
    "Only rooms have pinned messages. Save one for yourself instead."
)
NO_ROOM_FOR_PINS = _(
    "There is no room for another pinned message here. Take one off first, and then"
    " pin this one again."
)
PINS_UNKNOWN = _(
    "The server has not told yet what is pinned here, and pinning now could take that"
    " off. Try again in a moment."
)
PINNED_UNSEEN = _("Said while you were not here. Press to go there.")
SOMEBODY = _("Somebody")
PINNED_NOW = _("Pinned for everybody in {room}. The panel at the side lists it.")
SAVED_NOW = _("Saved for yourself. The panel at the side lists it.")
OPEN_PANEL = _("Show the list")
