"""Words about code in messages, all in one place, ready to translate."""

from chatapp.language import gettext as _

COPY_CODE = _("Copy the code")
SAVE_CODE = _("Save the code as…")
SAVED = _("The code is saved as {name}.")
NOT_SAVED = _(
    "The code could not be saved as {name}: {reason}. Choose another place for it."
)
SAVE_ELSEWHERE = _("Choose another place")
