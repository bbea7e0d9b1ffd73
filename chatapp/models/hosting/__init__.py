"""A server on this computer, and looking after it."""
