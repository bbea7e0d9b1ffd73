"""Finds out why a connection fails: one module for each family of checks."""
