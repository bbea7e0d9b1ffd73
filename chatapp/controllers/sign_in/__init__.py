"""Signing in: where to, as whom, how safely, and what is in the way."""
