"""The server, beside every other that is installed, on the same load."""
