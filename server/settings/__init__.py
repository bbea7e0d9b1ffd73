"""The settings: their keys, their rules, and the file they stand in."""
