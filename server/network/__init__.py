"""Sockets: the door, the reactor and each client's connection."""
