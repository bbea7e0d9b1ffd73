"""Decisions of the client; no Tk, no sockets."""
