"""Rooms: which there are, which is open, how they are made and joined."""
