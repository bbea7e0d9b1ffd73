"""The wire format, shared by client and server: text and values, no I/O."""
