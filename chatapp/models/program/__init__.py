"""What the whole program stands on: its loop, threads, files and log."""
