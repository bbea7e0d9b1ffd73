"""SQLite: what the server keeps."""
