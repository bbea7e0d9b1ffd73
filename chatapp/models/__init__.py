"""State and protocol of the client; no Tk."""
