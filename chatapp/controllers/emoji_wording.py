"""Words of the emoji picker, ready to translate."""

SEARCH = "Search emoji"
RECENT = "Used lately"
NOTHING = "No emoji goes by that. Try a shorter word."
GROUPS = {
    "Smileys & Emotion": "Smileys",
    "People & Body": "People",
    "Animals & Nature": "Animals and nature",
    "Food & Drink": "Food and drink",
    "Travel & Places": "Travel and places",
    "Activities": "Activities",
    "Objects": "Objects",
    "Symbols": "Symbols",
    "Flags": "Flags",
}
