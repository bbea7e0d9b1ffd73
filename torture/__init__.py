"""Torture: attacks for minutes what must not be lost; run it with `make torture`."""
