"""Chats around here, as they announce themselves."""
