"""The server's state: values and sets, no I/O."""
