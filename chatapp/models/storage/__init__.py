"""SQLite: what the client keeps of its conversations on this computer."""
