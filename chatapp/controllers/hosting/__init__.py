"""Hosting a chat: how others join it, who may, and its end."""
