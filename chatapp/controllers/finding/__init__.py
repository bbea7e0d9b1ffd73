"""Finding: searches, the panel that lists what was found, and the switcher."""
