"""The version of the window and of the server; pyproject.toml reads it here."""

VERSION = "0.1.0"
