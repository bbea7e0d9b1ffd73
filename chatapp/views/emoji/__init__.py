"""Emoji as pictures, and the card to pick one."""
