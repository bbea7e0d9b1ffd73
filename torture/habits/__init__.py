"""What bad neighbours do to a server; each is a program of its own."""
