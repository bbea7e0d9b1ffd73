"""Writes what was said in a room into one file that needs nothing else."""
