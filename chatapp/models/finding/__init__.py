"""Searches, at servers and in what is kept."""
