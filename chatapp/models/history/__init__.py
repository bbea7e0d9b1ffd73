"""What was said, in the server's order: in memory, on disk, and what is missing."""
