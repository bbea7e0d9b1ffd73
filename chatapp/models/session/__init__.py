"""One IRC session with no I/O: messages in, events out."""
