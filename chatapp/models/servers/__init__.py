"""Servers one has met: their addresses, certificates, policies and entries."""
