"""Words about code in messages, all in one place, ready to translate."""

COPY_CODE = "Copy the code"
SAVE_CODE = "Save the code as…"
SAVED = "The code is saved as {name}."
NOT_SAVED = (
    "The code could not be saved as {name}: {reason}. Choose another place for it."
)
SAVE_ELSEWHERE = "Choose another place"
