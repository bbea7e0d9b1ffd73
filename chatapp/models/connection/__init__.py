"""The connection to a server: found, opened, made safe, kept alive."""
