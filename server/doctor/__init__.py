"""Looks whether others can reach a server, and what may be wrong with it."""
