"""Writing: the box, what helps there, and the slash commands."""
